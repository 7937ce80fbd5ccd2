import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Asker } from './ask';
import { type AssistantFacts, filesOf } from './assistant-facts';
import { EDITS } from './edit-lists';
import { addressOf, findStatus } from './find-status';
import type { Source } from './sources';

/** The message for an assistant that is already registered. */
function thereAlready({ id, name }: Pick<AssistantFacts, 'id' | 'name'>): string {
  const { entry, test } = filesOf({ id });
  return `${name} is there already. To take it out again, remove ${entry} and, where there is one, ${test},
and what is about it in ${EDITS.map(([file]) => file).join(', ')}, then run npm run docs.`;
}

/** Reserved names that no host can have (RFC 2606). */
const isMadeUp = ({ hostname }: URL): boolean => /\.(?:example|test|invalid|localhost)$/.test(hostname);

/** Collects all facts from flags, questions and the page itself. */
export async function findFacts(
  source: Source,
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
  const taken = ASSISTANTS.find((one) => one.id === id || one.name === name);
  if (taken !== undefined) throw new Error(thereAlready(taken));
  const provider = await asker.ask('provider', 'Who is the provider?');
  const chat = addressOf(await asker.ask('chat', 'Where does a new conversation begin?'));
  if (source.kind === 'page' && isMadeUp(chat)) {
    throw new Error(`${chat.host} is a name for examples. To try it out, use --stand-in or files, see --help.`);
  }
  const page = await findStatus(source, asker, say);
  return { id, name, provider, chat, verifiedOn: today, source: source.kind, page };
}
