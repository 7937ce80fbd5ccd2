import { parseArgs } from 'node:util';
import { type Places, platformOf, portOf, UsageError } from '@/scripts/read/parse-arguments';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { HOST_PROBES, PROBE_PATHS } from '@/utils/platforms/detect';
import { livePage, type Source, savedFiles, standIn } from './sources';

/** The document that identifies the format. Files of other formats don't have enough information. */
const IDENTIFYING_PATHS: readonly string[] = [...PROBE_PATHS, ...HOST_PROBES.map(({ path }) => path)];

const FORMATS = Object.entries(ADAPTERS)
  .map(([id, { requests }]) => ({ id, needed: requests('').filter(({ need }) => need === undefined) }))
  .filter(({ needed }) => needed.some(({ url }) => IDENTIFYING_PATHS.includes(url)))
  .map(({ id, needed }) => `  ${id.padEnd(11)} ${needed.map(({ name, url }) => `${name} (${url})`).join(', ')}`);

export const USAGE = `Usage: npm run new:assistant [-- --name <name> --provider <provider> --chat <address> [--page <status page>]
         [--core <parts>] [--features <parts>] [--id <id>]
         [--stand-in <port> | --platform <format> <document>=<file>…]]

Adds an assistant: its id, file, list entries, table rows in the documents, and test. Asks for everything that no flag gives.
Name components by number, id or name, separated by commas.

Without a network, save the documents of the status page in a browser and pass them as files; --page is their address.
Formats, their documents, and the paths on the page:
${FORMATS.join('\n')}

--stand-in sends all requests to this local port instead of the internet. It must speak HTTPS, with any certificate, and
select the page by the Host header. npm run -s loopback starts one.`;

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
  const answers = { name: text, id: text, provider: text, chat: text, page: text, core: text, features: text };
  const options = { ...answers, platform: text, 'stand-in': text, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { help = false, 'stand-in': standInPort, platform, ...given } = values;
  const places = placesOf(positionals);
  const port = portOf(standInPort);
  const isFromFiles = platform !== undefined || places.size > 0;
  if (port !== null && isFromFiles) throw new UsageError('Use either files or --stand-in.');
  const replaced = port === null ? livePage : standIn(port);
  const source = isFromFiles ? await savedFiles(platformOf(platform, places), places) : replaced;
  return { isHelp: help, answers: new Map(Object.entries(given)), source };
}
