import messages from '@/public/_locales/en/messages.json';
import { describeImports, LAYERS } from '@/scripts/layers/table';
import { currentFactsTable } from '@/scripts/read/facts';
import { FINDING } from '@/tests/draft/finding-samples';
import { LENGTHS } from '@/tests/draft/length-samples';
import { OUTCOMES } from '@/tests/draft/outcomes';
import { READING } from '@/tests/draft/reading-samples';
import { TEXTS, type TextName } from '@/tests/draft/texts';
import { TYPED } from '@/tests/draft/typed-samples';
import { answersAbout, CHAT_ONLY_OUTAGES, HEALTHY_DAYS, LATE_PAGE_OUTAGES } from '@/tests/fixtures/second-opinions';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { allPatterns, chatPatterns, socketPatterns, statusPatterns } from '@/utils/assistants/patterns';
import { patternOf } from '@/utils/model/address';
import { type Assistant, isCoreKnown, type StatusPage, type WatchKind, watchKindOf } from '@/utils/model/assistant';
import { decideOpinion } from '@/utils/model/opinion';
import type { PlatformId } from '@/utils/model/report';
import { PLATFORM_NAMES } from '@/utils/model/report';
import { OPINION_SOURCES } from '@/utils/opinions/sources';

/** Product names of the status-page formats. Google's is the one of Google Workspace. */
const FORMAT_NAMES: Record<PlatformId, string> = { ...PLATFORM_NAMES, google: 'Google Workspace', feed: 'RSS or Atom' };

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const coreOf = ({ core, coreNames }: StatusPage): string =>
  [...core.map(({ name }) => name), ...coreNames.map((name) => `${name} (matched by name)`)].join(', ');

function statusCell({ statusPages, statusLink }: Assistant): string {
  const hosts = statusPages.map(({ address, platform }) => `${new URL(address).host} (${FORMAT_NAMES[platform]})`);
  if (hosts.length > 0) return hosts.join('; ');
  return statusLink === null ? 'none' : `${new URL(statusLink).host} (link only)`;
}

/** The core components, or the reason why there are none. */
function basisCell({ statusPages: [page], unreadReason }: Assistant): string {
  if (page === undefined) return messages[`reason_${unreadReason}`].message;
  if (!isCoreKnown(page)) return 'all components of the page';
  return page.lacksChat ? `${coreOf(page)}, which stands for the chat` : coreOf(page);
}

const WATCH_WORDS: Record<WatchKind, string> = {
  chat: 'chat component',
  whole_page: 'whole page',
  link: 'link only',
  none: 'not at all',
};

const watchedBy = (kind: WatchKind): Assistant[] => ASSISTANTS.filter((one) => watchKindOf(one) === kind);

/** How many assistants can be watched, and how well. */
function watchCounts(): string {
  const [chat, whole, link, none] = (['chat', 'whole_page', 'link', 'none'] as const).map(
    (kind) => watchedBy(kind).length,
  );
  return [
    `The status pages of ${(chat ?? 0) + (whole ?? 0)} of ${ASSISTANTS.length} assistants can be read: ${chat} assistants are`,
    `watched by their chat component, ${whole} by their whole page. ${link} have only a link, and ${none} have no public page.`,
  ].join('\n');
}

function chatCell({ chatSites, consoles }: Assistant): string {
  const chats = chatSites.map(({ host, path }) => (path === '/' ? host : `${host}${path}`));
  return [...chats, ...consoles.map(({ site }) => site.host)].join('; ') || 'none';
}

/** One row for each assistant: where it is used, where its status comes from, and what decides it. */
function assistantsTable(): string {
  const rows = ASSISTANTS.map((assistant) => [
    assistant.name,
    assistant.provider,
    chatCell(assistant),
    statusCell(assistant),
    WATCH_WORDS[watchKindOf(assistant)],
    basisCell(assistant),
    assistant.verifiedOn ?? '',
  ]);
  const headings = ['Assistant', 'Provider', 'Chat site', 'Status page', 'Watched by', 'Decided by', 'Facts checked'];
  return `${watchCounts()}\n\n${table(headings, rows)}`;
}

/** How one assistant uses a host. A status page that allows CORS is readable without the permission. */
function usesOf(assistant: Assistant, pattern: string): string[] {
  const { name, consoles, statusPages } = assistant;
  const isConsole = consoles.some(({ site }) => patternOf(site.host) === pattern);
  const isOpen = statusPages.every(({ hosts, isCorsOpen }) => isCorsOpen || !hosts.map(patternOf).includes(pattern));
  return [
    ...(chatPatterns(assistant).includes(pattern) ? [`${name}: chat site`] : []),
    ...(socketPatterns(assistant).includes(pattern) ? [`${name}: whether the WebSocket of its messages opens`] : []),
    ...(isConsole ? [`${name}: console`] : []),
    ...(statusPatterns(assistant).includes(pattern)
      ? [`${name}: status page${isOpen ? ', readable without it' : ''}`]
      : []),
  ];
}

/** One row for each host that Understudy can request a permission for. */
function hostsTable(): string {
  const rows = allPatterns().map((pattern) => [
    `\`${pattern}\``,
    [
      ...ASSISTANTS.flatMap((assistant) => usesOf(assistant, pattern)),
      ...(Object.values(OPINION_SOURCES).some(({ host }) => patternOf(host) === pattern) ? ['second opinion'] : []),
    ].join('; '),
  ]);
  return table(['Host', 'Used for'], rows);
}

const listOf = (assistants: readonly Assistant[]): string =>
  new Intl.ListFormat('en', { type: 'unit' }).format(assistants.map(({ name }) => name));

/** The assistants of the README, grouped by how well their status is known. */
function supportedList(): string {
  const isOpen = ({ statusPages: [page] }: Assistant) => page?.isCorsOpen === true;
  const byChat = watchedBy('chat');
  return [
    `- **Live status:** ${listOf(byChat.filter(isOpen))}.`,
    `- **Live status with your permission to read the page:** ${listOf(byChat.filter((one) => !isOpen(one)))}.`,
    `- **Watched by the whole status page, because the chat's component isn't known:** ${listOf(watchedBy('whole_page'))}.`,
    `- **Status page linked, status unknown for now:** ${listOf(watchedBy('link'))}.`,
    `- **No public status page:** ${listOf(watchedBy('none'))}. They can still be part of Plan B.`,
  ].join('\n');
}

/** One row for each layer: what it contains and what it may import. */
function layersTable(): string {
  const rows = LAYERS.map((layer) => [`\`${layer.folder}\``, layer.contains, describeImports(layer)]);
  return table(['Folder', 'What it contains', 'May import'], rows);
}

/** The facts that the weekly check wrote, with the assistants and dates of the registry as it is now. */
const factsOfToday = (page: string): string => currentFactsTable(page, new Date().toISOString().slice(0, 10));

/** One row for each source of a second opinion. */
function opinionSourcesTable(): string {
  const rows = Object.values(OPINION_SOURCES).map((source) => [
    source.name,
    `\`https://${source.host}/*\``,
    source.measures,
    source.isIndependent ? 'yes' : 'no',
    listOf(ASSISTANTS.filter(({ id }) => source.addresses(id).length > 0)),
    source.terms,
    `${source.asOf}; not known: ${source.doubts}`,
  ]);
  return table(['Source', 'Host', 'Measures', 'Counts', 'About', 'Terms', 'Facts of'], rows);
}

/** What the sources say about reconstructed days. One row for each day. */
function opinionDaysTable(): string {
  const now = 0;
  const kinds = [
    ['outage, late page', LATE_PAGE_OUTAGES],
    ['outage of the chat alone', CHAT_ONLY_OUTAGES],
    ['healthy', HEALTHY_DAYS],
  ] as const;
  const rows = kinds.flatMap(([kind, days]) =>
    days.map((day) => {
      const answers = answersAbout(day, now);
      const words = answers.map(({ answer }) => (answer.kind === 'said' ? answer.word.replace('_', ' ') : 'no answer'));
      return [kind, day.name, ...words, decideOpinion(now, answers).kind.replace('_', ' ')];
    }),
  );
  const names = Object.values(OPINION_SOURCES).map(({ name }) => name);
  return table(['Day', 'What', ...names, 'Together'], rows);
}

/** One row for each editor into which drafts are filled in the tests, and the number of the other cases. */
function composersTable(): string {
  const names = Object.keys(TEXTS) as TextName[];
  const kinds = ['exact', 'attached', 'refused', 'altered'] as const;
  const rows = Object.entries(OUTCOMES).map(([editor, outcomes]) => {
    const counts = kinds.map((kind) => names.filter((name) => (outcomes[name] ?? 'exact') === kind).length);
    return [`\`${editor}\``, ...counts.map((count) => (count === 0 ? '' : String(count)))];
  });
  const count = (samples: object) => Object.keys(samples).length;
  return [
    table(['Editor', 'Filled in', 'Attached as a file', 'Refused', 'Altered'], rows),
    '',
    `${rows.length} editors with ${names.length} texts each. Besides, what is typed is read in ${count(READING)} kinds of markup, the composer is found`,
    `in ${count(FINDING)} pages, its draft is read in ${count(TYPED)}, and the longest text of a field is respected in ${count(LENGTHS)} cases.`,
  ].join('\n');
}

/** Every generated part of a document, from the page as it is. `name` is the name in its markers. */
export const GENERATED = [
  { name: 'supported', file: 'README.md', make: supportedList },
  { name: 'assistants', file: 'docs/assistants.md', make: assistantsTable },
  { name: 'hosts', file: 'docs/permissions.md', make: hostsTable },
  { name: 'opinion-sources', file: 'docs/second-opinion.md', make: opinionSourcesTable },
  { name: 'opinion-days', file: 'docs/second-opinion.md', make: opinionDaysTable },
  { name: 'facts', file: 'docs/facts.md', make: factsOfToday },
  { name: 'composers', file: 'docs/conversations.md', make: composersTable },
  { name: 'layers', file: 'docs/architecture.md', make: layersTable },
] as const satisfies readonly { name: string; file: string; make: (page: string) => string }[];

/** Replaces the text between the markers of one table. Throws if a marker is missing. */
export function withTable(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run docs -->`, `<!-- /${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The markers "${begin}" and "${end}" are missing.`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
