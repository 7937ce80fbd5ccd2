import type { PlatformId } from '@/utils/model/report';
import { type AssistantFacts, fileNameOf, variableOf } from './assistant-facts';

/** Puts a text in front of the first occurrence of a mark that follows a heading. Throws where one of them is gone. */
function insertBefore(text: string, heading: string, mark: string, added: string): string {
  const from = text.indexOf(heading);
  const at = from < 0 ? -1 : text.indexOf(mark, from + heading.length);
  if (at < 0) throw new Error(`Nothing was found to add to: "${heading}" and then "${mark}".`);
  return text.slice(0, at) + added + text.slice(at);
}

/** Its id, in `utils/model/assistant.ts`. */
export const withId = (text: string, { id }: AssistantFacts): string =>
  insertBefore(text, 'ASSISTANT_IDS = [', '] as const', `  '${id}',\n`);

/** Its line, in `utils/assistants/assistants.ts`; the import stands where the alphabet has it. */
export function withLine(text: string, facts: AssistantFacts): string {
  const line = `import { ${variableOf(facts)} } from './${fileNameOf(facts)}';\n`;
  const imports = text.match(/^import \{ \w+ \} from '\.\/.+';\n/gm) ?? [];
  const fileOf = (one: string) => one.split("'./")[1] ?? '';
  const next = imports.find((one) => fileOf(one) > fileOf(line));
  const imported = next === undefined ? insertBefore(text, '', '\n/**', line) : insertBefore(text, '', next, line);
  return insertBefore(imported, 'ASSISTANTS: readonly Assistant[] = [', '];', `  ${variableOf(facts)},\n`);
}

/** Its id among those that an organisation may preset, in `public/managed-schema.json`. */
export const withChoice = (text: string, { id }: AssistantFacts): string =>
  insertBefore(text, '"watched"', '|page:[0-9]+)', `|${id}`);

const DIALECTS = {
  statuspage: 'Statuspage',
  incidentio: 'incident.io',
  google: 'Google',
  instatus: 'Instatus',
  xai: 'xAI',
  flashduty: 'FlashDuty',
  microsoft: 'Microsoft',
  betterstack: 'Better Stack',
  feed: 'RSS or Atom',
} as const satisfies Record<PlatformId, string>;

/** What stands beside the day while nobody has seen the real page. */
const REST_ON = { page: '', files: ', from files', stand_in: ', from a stand-in' } as const;

function rowOf({ name, chat, page, verifiedOn, source }: AssistantFacts): string {
  const [where, dialect] =
    page.kind === 'read'
      ? [new URL(page.origin).host, DIALECTS[page.platform]]
      : page.kind === 'none'
        ? ['none', '']
        : [
            `${new URL(page.address).host}, a link only`,
            page.reason === 'part_not_known' ? 'which part is the chat is not known' : 'in a form that is not read',
          ];
  return `| ${name} | ${chat.host} | ${where} | ${dialect} | ${verifiedOn}${page.kind === 'none' ? '' : REST_ON[source]} |\n`.replace(
    '|  |',
    '| |',
  );
}

/** Adds a pattern to the row of the permission table that has another one. */
const withPattern = (text: string, neighbour: string, pattern: string): string =>
  text.includes(`\`${pattern}\``) ? text : text.replace(`\`${neighbour}\``, `\`${neighbour}\` \`${pattern}\``);

/** Its row and its hosts, in the README. */
export function withRows(text: string, facts: AssistantFacts): string {
  const { chat, page } = facts;
  const listed = insertBefore(text, '## Who is watched', '\nClaude and ChatGPT are watched', rowOf(facts));
  const granted = withPattern(listed, 'https://claude.ai/*', `https://${chat.host}/*`);
  if (page.kind !== 'read') return granted;
  const neighbour = page.platform === 'statuspage' ? 'https://status.claude.com/*' : 'https://status.poe.com/*';
  return withPattern(granted, neighbour, `https://${new URL(page.origin).host}/*`);
}

/** Every list that it is added to, and how. */
export const EDITS = [
  ['utils/model/assistant.ts', withId],
  ['utils/assistants/assistants.ts', withLine],
  ['public/managed-schema.json', withChoice],
  ['README.md', withRows],
] as const;
