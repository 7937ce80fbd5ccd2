import { ASSISTANTS } from '@/utils/assistants/assistants';
import { parseUrl } from '@/utils/model/address';
import type { Assistant } from '@/utils/model/assistant';
import { PLATFORM_IDS, type PlatformId } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';

export const USAGE = `Usage: npm run -s read -- --platform <${Object.keys(ADAPTERS).join('|')}> <document>=<file or address>… [--assistant <id>]
       npm run -s read -- <address of a status page>
       npm run -s read -- --check [--assistant <id>] [--facts <file>]

Reads the documents of a status page and prints the result as JSON, with the reasons for trusting it or not. With
--assistant, "verdict" (up, trouble, maintenance, suspected, unknown) and "level" are those of that assistant. With an
address alone, detects the format of the page. --check reads every page of every assistant and prints a table; it exits
with 1 if a fact of the registry is no longer true, and with 3 if no page could be reached. It writes which facts were
seen true into docs/facts.md, or into the file given with --facts. --stand-in <port> sends all requests to this local port
instead of the internet; nothing is written then without --facts.
Documents: ${Object.entries(ADAPTERS)
  .map(
    ([id, { requests }]) =>
      `${id}: ${requests('')
        .map((request) => request.name)
        .join(', ')}`,
  )
  .join('; ')}
Assistants: ${ASSISTANTS.map((assistant) => assistant.id).join(', ')}`;

const FACTS_FILE = 'docs/facts.md';

export class UsageError extends Error {}

/** Address or file of a document, by its name. */
export type Places = ReadonlyMap<string, string>;

export type Command = { assistant: Assistant | null; standInPort: number | null } & (
  | { kind: 'read'; platform: PlatformId; places: Places }
  | { kind: 'find'; address: string }
  | {
      kind: 'check';
      /** Where the facts are written; null for nowhere. */
      factsFile: string | null;
    }
);

const OPTIONS = ['--platform', '--assistant', '--stand-in', '--facts'] as const;

function sort(args: readonly string[]) {
  const options = new Map<string, string | undefined>();
  const places = new Map<string, string>();
  const addresses: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const place = arg.match(/^(\w+)=(.*)$/s);
    if (OPTIONS.some((option) => option === arg)) options.set(arg, args[++i]);
    else if (arg === '--check') options.set(arg, '');
    else if (place !== null) places.set(place[1] ?? '', place[2] ?? '');
    else if (/^https?:\/\//.test(arg) && parseUrl(arg) !== null) addresses.push(arg);
    else throw new UsageError(`"${arg}" is not understood.`);
  }
  return { options, places, addresses };
}

export function portOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^\d{1,5}$/.test(given)) throw new UsageError(`--stand-in ${given} is no port.`);
  return Number(given);
}

export function platformOf(given: string | undefined, places: Places): PlatformId {
  const id = PLATFORM_IDS.find((known) => known === given);
  if (id === undefined) throw new UsageError(`--platform ${given ?? '(missing)'} is not known.`);
  const known = ADAPTERS[id].requests('').map((request) => request.name);
  const unknownName = [...places.keys()].find((name) => !known.includes(name));
  if (unknownName !== undefined) throw new UsageError(`${id} has no document named "${unknownName}".`);
  if (places.size === 0) throw new UsageError('No document is given.');
  return id;
}

/** Parses the command line. Throws a `UsageError` if it is invalid. */
export function parseArguments(args: readonly string[]): Command {
  const { options, places, addresses } = sort(args);
  const assistantId = options.get('--assistant');
  const assistant = ASSISTANTS.find(({ id }) => id === assistantId) ?? null;
  if (options.has('--assistant') && assistant === null) {
    throw new UsageError(`--assistant ${assistantId ?? '(missing)'} is not known.`);
  }
  const about = { assistant, standInPort: portOf(options.get('--stand-in')) };
  const [address, ...more] = addresses;
  const isFinding = address !== undefined && !options.has('--platform');
  if (more.length > 0 || (isFinding && places.size > 0)) throw new UsageError('Give one address at a time.');
  if (options.has('--facts') && (!options.has('--check') || !options.get('--facts'))) {
    throw new UsageError('--facts <file> belongs to --check.');
  }
  if (options.has('--check') && address === undefined && places.size === 0) {
    // What a stand-in answers is no fact.
    const live = about.standInPort === null ? FACTS_FILE : null;
    return { ...about, kind: 'check', factsFile: options.get('--facts') ?? live };
  }
  if (isFinding && !options.has('--check')) return { ...about, kind: 'find', address };
  if (address !== undefined) throw new UsageError(`Which document is at ${address}?`);
  return { ...about, kind: 'read', platform: platformOf(options.get('--platform'), places), places };
}
