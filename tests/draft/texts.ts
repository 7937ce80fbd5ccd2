const fillTo = (length: number, line: (index: number) => string): string => {
  let text = line(0);
  for (let index = 1; text.length < length; index += 1) text += `\n${line(index)}`;
  return text.slice(0, length).replace(/\s$/, '.');
};

/** Drafts, each with something that some editor loses. */
export const TEXTS = {
  line: 'Why is the sky blue?',
  paragraphs: 'First of all, thanks.\nSecond, the plan as it stands.\nThird: what do you think?',
  blanks: 'One.\n\nTwo, after a blank line.\n\n\nThree, after two.',
  code: 'Why does `f` fail?\n\n```ts\nfunction f(a: number) {\n  if (a < 1 && a > 0) {\n    return "  <b>&amp;</b>";\n  }\n}\n```\n\nI use **strict** mode, see https://example.com/a_b_c.',
  emoji: 'Family 👨‍👩‍👧‍👦, flag 🏳️‍🌈, wave 👋🏽, keycap 1️⃣\n👩‍💻 at work',
  rtl: 'مرحبا بالعالم، كيف حالك؟ می‌خواهم\nשלום עולם, מה שלומך?\nMixed: abc אבג 123 عربي.',
  tabs: 'name\tage\tcity\nAnn\t31\tUlm\n\tindented\tby a tab',
  list: 'Shopping:\n- milk\n- eggs\n\n1. boil\n2. eat\n> said she\n# not a title',
  long: fillTo(5_000, (index) => (index % 7 === 3 ? '' : `${index}. Some words of a longer draft, line by line.`)),
  huge: fillTo(90_000, (index) =>
    index % 9 === 4 ? '' : `${index}:  log line with  two  spaces <and> "signs" & more`,
  ),
} as const;

export type TextName = keyof typeof TEXTS;
