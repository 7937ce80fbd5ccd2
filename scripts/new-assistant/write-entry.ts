import type { AssistantPart } from '@/utils/model/assistant';
import { type AssistantFacts, fileNameOf, variableOf } from './assistant-facts';

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const isPlainKey = (key: string) => /^[A-Za-z_]\w*$/.test(key);

const partsAsCode = (parts: readonly AssistantPart[]): string =>
  `{ ${parts.map(({ id, name }) => `${isPlainKey(id) ? id : quoted(id)}: ${quoted(name)}`).join(', ')} }`;

function pageAsCode({ page }: AssistantFacts): string[] {
  if (page.kind === 'none') return [];
  if (page.kind === 'link') {
    return [`  statusLink: ${quoted(page.address)},`, `  unreadReason: ${quoted(page.reason)},`];
  }
  const { platform, origin, pageId, core, features } = page;
  const { host, pathname } = new URL(origin);
  return [
    '  statusPages: [',
    `    statusPage(${quoted(platform)}, ${quoted(host)}, {`,
    ...(pathname === '/' ? [] : [`      path: ${quoted(pathname)},`]),
    ...(pageId === null ? [] : [`      pageId: ${quoted(pageId)},`]),
    `      core: ${partsAsCode(core)},`,
    ...(features.length === 0 ? [] : [`      features: ${partsAsCode(features)},`]),
    '    }),',
    '  ],',
  ];
}

function chatAsCode({ chat }: AssistantFacts): string {
  const start = chat.pathname + chat.search;
  return `  chatSites: [chatSite(${[chat.host, ...(start === '/' ? [] : [start])].map(quoted).join(', ')})],`;
}

const NOT_YET = 'look at the real page, and set the day, before this is merged';

/** Source of the facts, for later checks. */
function sourceOf({ page, verifiedOn, source }: AssistantFacts): string {
  if (page.kind === 'none') return `no public status page was found on ${verifiedOn}.`;
  if (source === 'files') return `its page as files had it on ${verifiedOn}; ${NOT_YET}.`;
  if (source === 'stand_in') return `its page as a stand-in had it on ${verifiedOn}; ${NOT_YET}.`;
  return page.kind === 'link'
    ? `the page was looked at on ${verifiedOn}.`
    : `its page as it answered on ${verifiedOn}.`;
}

/** The file in `utils/assistants`. */
export function entryFile(facts: AssistantFacts): string {
  const { id, name, provider, verifiedOn, page } = facts;
  const helpers = ['chatSite', 'describe', ...(page.kind === 'read' ? ['statusPage'] : [])].join(', ');
  return [
    `import { ${helpers} } from './describe';`,
    '',
    `/** Source: ${sourceOf(facts)} */`,
    `export const ${variableOf(facts)} = describe({`,
    `  id: ${quoted(id)},`,
    `  name: ${quoted(name)},`,
    `  provider: ${quoted(provider)},`,
    `  verifiedOn: ${quoted(verifiedOn)},`,
    ...pageAsCode(facts),
    chatAsCode(facts),
    '});',
    '',
  ].join('\n');
}

/** Its test; null without a status page, when the contract tests cover everything. */
export function testFile(facts: AssistantFacts): string | null {
  if (facts.page.kind !== 'read') return null;
  const variable = variableOf(facts);
  const core = facts.page.core.map(({ name }) => name).join(' and ');
  return [
    "import { expect, it } from 'vitest';",
    `import { ${variable} } from '@/utils/assistants/${fileNameOf(facts)}';`,
    "import { levelsInOutage } from './levels-in-outage';",
    '',
    `it(${quoted(`an outage of ${core} is one of ${facts.name}, from its beginning to its end`)}, async () => {`,
    `  expect(await levelsInOutage(${variable})).toEqual(['operational', 'partial_outage', 'operational']);`,
    '});',
    '',
  ].join('\n');
}
