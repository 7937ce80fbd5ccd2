import { describe, expect, it } from 'vitest';
import type { CheckRow } from '@/scripts/read/check-registry';
import { brokenFacts, currentFactsTable, type Fact, factsAfter, factsTable, parseFacts } from '@/scripts/read/facts';
import { ASSISTANTS } from '@/utils/assistants/assistants';

const [YESTERDAY, TODAY] = ['2026-11-22', '2026-11-29'];
const ENTRIES = [
  { id: 'claude', verifiedOn: '2026-09-28', statusPages: [{}] },
  { id: 'meta_ai', verifiedOn: null, statusPages: [] },
];
const SEEN = { identity: 'matched', core: 'claude.ai: by id', words: 'known', isTrue: true };

function row(over: Partial<CheckRow> = {}): CheckRow {
  const base = { assistant: 'claude', candidate: 'statuspage https://status.claude.com', outcome: 'works' as const };
  return { ...base, why: 'ok', tookMs: 5, openIncidents: 0, failure: null, facts: SEEN, ...over };
}
const FAILED = row({ outcome: 'broke', why: 'challenge', failure: 'challenge', facts: null });
const RENAMED = row({ facts: { ...SEEN, core: 'claude.ai: by name', isTrue: false } });

const NONE: ReadonlyMap<string, Fact> = new Map();
const checked = (rows: readonly CheckRow[], before = NONE, today = TODAY) => factsAfter(ENTRIES, rows, before, today);
const tableOf = (facts: readonly Fact[]) => factsTable(ENTRIES, facts);
const parsed = (text: string) => parseFacts(text, TODAY);

describe('the facts after a check', () => {
  it('are dated today if every fact was seen', () => {
    expect(checked([row()])[0]).toEqual({
      assistant: 'claude',
      lastTrue: TODAY,
      lastCheck: TODAY,
      page: 'read: statuspage https://status.claude.com',
      identity: 'matched',
      core: 'claude.ai: by id',
      words: 'known',
    });
  });

  it.each<[string, CheckRow, Partial<Fact>]>([
    ['the page cannot be read', FAILED, { page: 'not read: challenge', core: '–' }],
    ['a core component has another id', RENAMED, { core: 'claude.ai: by name' }],
    ['the level is unknown', row({ outcome: 'broke', why: 'unknown_word' }), { lastCheck: TODAY }],
  ])('keep the last good date when %s', (_, failing, found) => {
    const before = parsed(tableOf(checked([row()], NONE, YESTERDAY)));
    expect(checked([failing], before)[0]).toMatchObject({ ...found, lastTrue: YESTERDAY, lastCheck: TODAY });
    expect(checked([failing])[0]).toMatchObject({ lastTrue: null, lastCheck: TODAY });
  });

  it('stay as they were for an assistant that was not checked', () => {
    const before = parsed(tableOf(checked([row()], NONE, YESTERDAY)));
    expect(checked([], before)[0]).toEqual(before.get('claude'));
    expect(checked([])[0]).toMatchObject({ lastTrue: null, lastCheck: null });
  });

  it('come from the candidate that shows all of them', () => {
    const other = row({ candidate: 'incidentio https://other.example' });
    for (const rows of [
      [FAILED, other],
      [RENAMED, other],
    ]) {
      expect(checked(rows)[0]).toMatchObject({ lastTrue: TODAY, page: 'read: incidentio https://other.example' });
      expect(brokenFacts(rows)).toEqual([]);
    }
  });

  it('are broken if a check saw one that is not true, and not for an assistant without a page', () => {
    expect(brokenFacts([FAILED])).toEqual(['claude']);
    expect(brokenFacts([RENAMED])).toEqual(['claude']);
    expect(
      brokenFacts([row(), row({ assistant: 'meta_ai', candidate: null, outcome: 'no page', facts: null })]),
    ).toEqual([]);
  });
});

describe('the table of facts', () => {
  it('is parsed as it was written', () => {
    const [claude] = checked([row()]);
    const read = parsed(tableOf(checked([row()])));
    expect([...read]).toEqual([['claude', claude]]);
  });

  it('says that nothing was checked, and that there is nothing to check', () => {
    const [, , claude, meta] = tableOf(checked([])).split('\n');
    expect(claude).toBe('| `claude` | 2026-09-28 | not checked live yet | – | – | – | – | – |');
    expect(meta).toBe('| `meta_ai` | – | no page to check | – | – | – | – | – |');
  });

  it('keeps its columns whatever a page is called', () => {
    const strange = row({ facts: { ...SEEN, core: `a | b\n| c ${'x'.repeat(500)}` } });
    const table = tableOf(checked([strange]));
    expect(table.split('\n')).toHaveLength(4);
    expect(parsed(table).get('claude')?.core).toMatch(/^a \/ b/);
  });

  const good = '| `claude` | 2026-09-28 | 2026-11-22 | 2026-11-22 | read | matched | by id | known |';
  it.each([
    ['nothing', ''],
    ['text', 'Nothing was checked.'],
    ['too few columns', '| `claude` | 2026-09-28 | 2026-11-22 |'],
    ['too many columns', `${good.slice(0, -2)} | more |`],
    ['a day that does not exist', good.replaceAll('11-22', '02-30')],
    ['a day ahead', good.replaceAll('11-22', '11-30')],
    ['a day in words', good.replaceAll('2026-11-22', 'last week')],
    ['an empty cell', good.replace('matched', '')],
    ['an endless cell', good.replace('matched', 'x'.repeat(201))],
    ['a name that is no id', good.replace('claude', '__proto__|')],
    ['half a line', good.slice(0, 40)],
  ])('is parsed as never checked when it has %s', (_, text) => {
    expect([...parsed(text)]).toEqual([]);
  });

  it('is parsed by its first row of an assistant, beside damaged ones', () => {
    const text = ['| `claude` | damaged |', good, good.replaceAll('11-22', '11-01')].join('\r\n').replaceAll('\r', '');
    expect(parsed(text).get('claude')?.lastTrue).toBe('2026-11-22');
  });

  it('lists every assistant of the registry, and none that is gone', () => {
    const table = currentFactsTable(good.replace('claude', 'gone'), TODAY);
    for (const { id } of ASSISTANTS) expect(table).toContain(`| \`${id}\` |`);
    expect(table).not.toContain('gone');
  });
});
