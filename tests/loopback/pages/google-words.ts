import type { Dice } from './dice';

type Sentences = readonly [string, ...string[]];

/** `{p}` is the product, `{n}` a number. */
const SEEN: Sentences = [
  'People who work with {p} wait for many seconds where they are used to none, and see a grey page in the end.',
  'About {n} of every thousand requests to {p} end in an error; a second attempt often goes through.',
  'What is typed into {p} is kept, but others who look at the same thing see it up to {n} minutes late.',
  'Whoever opens {p} for the first time on a day is asked to sign in twice, and the second time may fail.',
  'Lists in {p} come out shorter than they are. Nothing is lost: what is missing is there when it is opened directly.',
  'The mobile apps of {p} are touched less than the web, because they keep more of their own for some hours.',
];
const MEANWHILE: Sentences = [
  'Until this is over, reloading the page after {n} seconds helps most people for a while.',
  'We know of no way around it at this time. Whatever can wait until tomorrow should be left until then.',
  'Work that is under way should stay open in its tab, as tabs that were loaded before it began are not touched.',
  'Those who look after an organisation can tell their people to use {p} in another browser profile meanwhile.',
  'Automatic jobs that read from {p} should try again after {n} minutes and not at once, so that the line gets shorter.',
];
const DONE: Sentences = [
  'Our engineers have narrowed it down to one of {n} clusters and are leading the traffic around it, step by step.',
  'A change that went out {n} hours before is the most likely reason, and it is being taken back in one region after another.',
  'A store that {p} reads at every start answers late. Its copies are being given more room, which takes a while.',
  'We compare what the machines say with what people report, because until now the two do not agree for {p}.',
  'A part that hands out permissions had run full. It has been emptied, and since then the errors are getting fewer.',
  'The remedy has been tried on {n} machines, where it works. The others follow as fast as is safe.',
];
const NEXT: Sentences = [
  'We shall write again within {n} minutes, or as soon as there is something that is worth knowing.',
  'The next word from us comes in about {n} minutes. Thank you for bearing with us until then.',
  'There will be more here in {n} minutes at the latest, also if nothing should have changed by then.',
];
const LEARNT: Sentences = [
  'An alarm that should have rung after {n} minutes was set so high that it only rang after an hour. It is lower now.',
  'Changes of this kind will go to a single region first from now on, and stay there for {n} hours before they go on.',
  'The limit that was reached is now watched, and a second one stands before it, at which nobody is hurt yet.',
  'The steps by which such a change is taken back were written down for people; they are being made into a program.',
  'For {p} the copy that is used in need will be filled every {n} minutes, and tried out once in every month.',
  'Two teams looked for the same thing without knowing of each other. There is one room for such hours now.',
];

/** Texts of updates of an open incident. */
export function openWords(dice: Dice, product: string): string {
  const several = (sentences: Sentences, count: number) => pick(dice, sentences, count, product);
  return [
    several(SEEN, 3),
    `**Meanwhile:** ${several(MEANWHILE, 2)}`,
    `**What is being done:** ${several(DONE, 3)}`,
    `**Next word:** ${several(NEXT, 1)}`,
  ].join('\n\n');
}

export function endWords(dice: Dice, product: string): string {
  return `This is over, and ${product} works as it should for everybody.\n\n${pick(dice, DONE, 2, product)}`;
}

/** The long report published days later. */
export function reportWords(dice: Dice, product: string): string {
  const part = (title: string, sentences: Sentences, count: number) =>
    `## ${title}\n\n${pick(dice, sentences, count, product)}`;
  const parts = [
    part('What people saw', SEEN, 5),
    part('How it came about', DONE, 5),
    part('What we learn', LEARNT, 6),
  ];
  return `# A look back\n\n${parts.join('\n\n')}`;
}

/** Distinct texts, starting at a random place. */
function pick(dice: Dice, sentences: Sentences, count: number, product: string): string {
  const start = dice.between(0, sentences.length - 1);
  return Array.from({ length: Math.min(count, sentences.length) }, (_, index) => {
    const sentence = sentences[(start + index) % sentences.length] ?? sentences[0];
    return sentence.replaceAll('{p}', product).replaceAll('{n}', String(dice.between(3, 45)));
  }).join(' ');
}
