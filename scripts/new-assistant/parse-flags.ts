import { parseArgs } from 'node:util';
import { type Places, platformOf, portOf, UsageError } from '@/scripts/read/parse-order';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { HOST_PROBES, PROBE_PATHS } from '@/utils/platforms/detect';
import { livePage, type Source, savedFiles, standIn } from './sources';

/** The document that identifies the format. Files of other formats don't have enough information. */
const TELLING: readonly string[] = [...PROBE_PATHS, ...HOST_PROBES.map(({ path }) => path)];

const DIALECTS = Object.entries(ADAPTERS)
  .map(([id, { requests }]) => ({ id, needed: requests('').filter(({ need }) => need === undefined) }))
  .filter(({ needed }) => needed.some(({ url }) => TELLING.includes(url)))
  .map(({ id, needed }) => `  ${id.padEnd(11)} ${needed.map(({ name, url }) => `${name} (${url})`).join(', ')}`);

export const USAGE = `Usage: npm run new:assistant [-- --name <name> --maker <maker> --chat <address> [--page <status page>]
         [--core <parts>] [--features <parts>] [--id <id>]
         [--stand-in <port> | --platform <dialect> <document>=<file>…]]

Adds an assistant: its id, its file, its lines, its rows in the documents, its test. What no flag says is asked for. Parts are
called by number, id or name, with commas between.

Without a network, documents of the status page that a browser saved are read from files; --page says whose they are.
Dialects, their documents, and where a page has them:
${DIALECTS.join('\n')}

--stand-in asks that port of this machine in the place of the internet. It must speak HTTPS, under any certificate, and is
told by the Host header which page is meant. npm run -s loopback is one.`;

export interface Flags {
  isHelp: boolean;
  /** Answers given as flags. */
  answers: ReadonlyMap<string, string>;
  source: Source;
}

function placesOf(given: readonly string[]): Places {
  return new Map(
    given.map((one) => {
      const [, name, place] = one.match(/^(\w+)=(.*)$/s) ?? [];
      if (name === undefined || place === undefined) throw new UsageError(`"${one}" is not understood.`);
      return [name, place];
    }),
  );
}

/** Parses the command line. Throws a `UsageError` if it is invalid. */
export async function parseFlags(args: readonly string[]): Promise<Flags> {
  const text = { type: 'string' } as const;
  const answers = { name: text, id: text, maker: text, chat: text, page: text, core: text, features: text };
  const options = { ...answers, platform: text, 'stand-in': text, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { help = false, 'stand-in': standInPort, platform, ...given } = values;
  const places = placesOf(positionals);
  const port = portOf(standInPort);
  const isFromFiles = platform !== undefined || places.size > 0;
  if (port !== null && isFromFiles) throw new UsageError('Either files or a stand-in, please.');
  const replaced = port === null ? livePage : standIn(port);
  const source = isFromFiles ? await savedFiles(platformOf(platform, places), places) : replaced;
  return { isHelp: help, answers: new Map(Object.entries(given)), source };
}
