import type { Fetcher } from '@/tests/commands/read/fetch-place';
import { findPage } from '@/utils/app/find-page';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { MARK_COLOURS, type MarkColour } from '@/utils/model/mark-colour';
import { WATCHED_ADAPTERS } from '@/utils/platforms/watched-adapters';
import type { Asker } from './ask';
import type { AssistantFacts } from './assistant-facts';
import { findParts } from './find-parts';

/** The first colour in which nobody has a mark with this letter yet. */
export function freeColour(name: string): MarkColour {
  const taken = ASSISTANTS.filter((one) => one.name[0] === name[0]).map(({ colour }) => colour);
  const free = MARK_COLOURS.find((colour) => !taken.includes(colour));
  if (free === undefined) throw new Error(`Every colour has a mark with "${name[0]}" already.`);
  return free;
}

const isWatched = (platform: string): platform is keyof typeof WATCHED_ADAPTERS => platform in WATCHED_ADAPTERS;

/** Finds out what the page speaks and lists, and asks which part is the chat: no id is ever guessed. */
async function findStatus(
  fetchDocument: Fetcher,
  asker: Asker,
  say: (text: string) => void,
): Promise<AssistantFacts['page']> {
  const address = await asker.ask('page', 'Its official status page? Empty where there is none.', '');
  if (address === '') return { kind: 'none' };
  const { host } = new URL(address);
  const found = await findPage((url) => fetchDocument(url, [host]), host);
  if (found.page === null) {
    say(`${address} is in no form that we know (${found.reason}): it will be a link, and the assistant unknown.`);
    return { kind: 'link', address, reason: 'closed_page' };
  }
  const { platform, origin, pageId } = found.page;
  if (!isWatched(platform)) {
    throw new Error(`${address} speaks ${platform}: that dialect needs its line in watched-adapters.ts first.`);
  }
  if (!found.reading.ok) throw new Error(`${address} speaks ${platform}, and says ${found.reading.failure.kind}.`);
  const listed = found.reading.report.components;
  say(`${address} speaks ${platform}. It lists:`);
  for (const [index, { id, name }] of listed.entries()) say(`  ${String(index + 1).padStart(3)}  ${name}  (${id})`);
  const core = findParts(listed, await asker.ask('core', 'Which of them is the chat? Empty where nobody knows.', ''));
  if (core.length === 0) return { kind: 'link', address: origin, reason: 'part_not_known' };
  const others = await asker.ask(
    'features',
    'Which others are of it, and may count for whoever wants (an API, say)?',
    '',
  );
  return { kind: 'read', platform, origin, pageId, core, features: findParts(listed, others) };
}

/** All that is to be known, by flags, by questions, and by asking the page itself. */
export async function findFacts(
  fetchDocument: Fetcher,
  asker: Asker,
  say: (text: string) => void,
  today: string,
): Promise<AssistantFacts> {
  const name = await asker.ask('name', 'What is it called?');
  const id = await asker.ask(
    'id',
    'Its id?',
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, ''),
  );
  if (!/^[a-z][a-z0-9_]*$/.test(id)) throw new Error(`"${id}" is no id: small letters, digits and underscores.`);
  if (ASSISTANTS.some((one) => one.id === id || one.name === name)) throw new Error(`${name} is there already.`);
  const maker = await asker.ask('maker', 'Who makes it?');
  const chat = await asker.ask('chat', 'Where does a new conversation begin?');
  if (!/^https:\/\//.test(chat) || !URL.canParse(chat))
    throw new Error(`"${chat}" is no address that begins with https.`);
  const page = await findStatus(fetchDocument, asker, say);
  return { id, name, maker, chat: new URL(chat), colour: freeColour(name), verifiedOn: today, page };
}
