import * as v from 'valibot';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { CheckRow } from './check-registry';

/** What a check found about one assistant. Each text is a cell of the table. */
interface Findings {
  page: string;
  identity: string;
  core: string;
  words: string;
}

/** When the facts of one assistant were last seen true. Days are ISO dates in UTC. */
export interface Fact extends Findings {
  assistant: string;
  /** Null before the first success. */
  lastTrue: string | null;
  /** Null before the first check. */
  lastCheck: string | null;
}

const NEVER = 'not checked live yet';
const NO_PAGE = 'no page to check';
const NOTHING = '–';
const NO_FINDINGS: Findings = { page: NOTHING, identity: NOTHING, core: NOTHING, words: NOTHING };

const HEADINGS = ['Assistant', 'Facts recorded', 'Last seen true', 'Last check', 'Page', 'Identity', 'Core', 'Words'];

/** Whether a text is a day that exists. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const day = v.pipe(v.string(), v.check(isDay));
const cell = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const rowSchema = v.object({
  assistant: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/)),
  lastTrue: v.union([
    day,
    v.pipe(
      v.literal(NEVER),
      v.transform(() => null),
    ),
  ]),
  lastCheck: v.union([
    day,
    v.pipe(
      v.literal(NOTHING),
      v.transform(() => null),
    ),
  ]),
  page: cell,
  identity: cell,
  core: cell,
  words: cell,
});

/**
 * The facts in a page that was written before, by assistant. A row that is not as `factsTable` writes it, or is dated
 * after `today`, is left out, so its assistant counts as never checked. Of two rows the first counts.
 */
export function parseFacts(page: string, today: string): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const line of page.split('\n')) {
    const cells = line.match(/^\| `(.*) \|$/)?.[1]?.split(' | ');
    if (cells?.length !== HEADINGS.length) continue;
    const [id, , lastTrue, lastCheck, found, identity, core, words] = cells;
    const assistant = id?.replace(/`$/, '');
    const parsed = v.safeParse(rowSchema, { assistant, lastTrue, lastCheck, page: found, identity, core, words });
    if (!parsed.success) continue;
    const fact = parsed.output;
    const isAhead = [fact.lastTrue, fact.lastCheck].some((on) => on !== null && on > today);
    if (!isAhead && !facts.has(fact.assistant)) facts.set(fact.assistant, fact);
  }
  return facts;
}

/** Whether a check saw every fact of the candidate as recorded. */
const isTrue = ({ outcome, facts }: CheckRow): boolean => outcome === 'works' && facts?.isTrue === true;

/** The candidate that counts for an assistant: the first with all facts true, then the first that works. */
function decidingRow(rows: readonly CheckRow[]): CheckRow | undefined {
  const asked = rows.filter(({ candidate }) => candidate !== null);
  return asked.find(isTrue) ?? asked.find(({ outcome }) => outcome === 'works') ?? asked[0];
}

const rowsOf = (rows: readonly CheckRow[], id: string) => rows.filter(({ assistant }) => assistant === id);

/** Assistants of which a check saw a fact that is no longer true. One without a status page is not among them. */
export function brokenFacts(rows: readonly CheckRow[]): string[] {
  return [...new Set(rows.map(({ assistant }) => assistant))].filter((id) => {
    const row = decidingRow(rowsOf(rows, id));
    return row !== undefined && !isTrue(row);
  });
}

const inCell = (text: string): string => text.replace(/[|\n\r]+/g, '/').slice(0, 200) || NOTHING;

function checkedFact(row: CheckRow, before: Fact | undefined, today: string): Fact {
  const { assistant, candidate, facts, why } = row;
  return {
    assistant,
    lastTrue: isTrue(row) ? today : (before?.lastTrue ?? null),
    lastCheck: today,
    page: inCell(facts === null ? `not read: ${why}` : `read: ${candidate}`),
    identity: inCell(facts?.identity ?? NOTHING),
    core: inCell(facts?.core ?? NOTHING),
    words: inCell(facts?.words ?? NOTHING),
  };
}

const unchecked = (assistant: string): Fact => ({ assistant, lastTrue: null, lastCheck: null, ...NO_FINDINGS });

/**
 * The facts of every assistant after a check. An assistant that was not checked keeps its facts; one whose facts were not
 * seen keeps the last day on which they were.
 */
export function factsAfter(
  assistants: readonly { id: string }[],
  rows: readonly CheckRow[],
  before: ReadonlyMap<string, Fact>,
  today: string,
): Fact[] {
  return assistants.map(({ id }) => {
    const row = decidingRow(rowsOf(rows, id));
    const known = before.get(id);
    return row === undefined ? (known ?? unchecked(id)) : checkedFact(row, known, today);
  });
}

/** `verifiedOn` is the day of the recording or note that the registry entry rests on. */
export function factsTable(
  assistants: readonly { id: string; verifiedOn: string | null; statusPages: readonly unknown[] }[],
  facts: readonly Fact[],
): string {
  const lines = facts.map(({ assistant, lastTrue, lastCheck, page, identity, core, words }) => {
    const entry = assistants.find(({ id }) => id === assistant);
    const isRead = (entry?.statusPages.length ?? 0) > 0;
    const found = isRead
      ? [lastTrue ?? NEVER, lastCheck ?? NOTHING, page, identity, core, words]
      : [NO_PAGE, ...HEADINGS.slice(3).map(() => NOTHING)];
    return [`\`${assistant}\``, entry?.verifiedOn ?? NOTHING, ...found];
  });
  return [HEADINGS, HEADINGS.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The table of a page that was written before, with the assistants and dates of the registry as it is now. */
export function currentFactsTable(page: string, today: string, rows: readonly CheckRow[] = []): string {
  return factsTable(ASSISTANTS, factsAfter(ASSISTANTS, rows, parseFacts(page, today), today));
}
