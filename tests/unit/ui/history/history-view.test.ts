import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { madeUpHistory } from '@/tests/fakes/made-up-history';
import { aMemory, anIncident, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { ServicePromise } from '@/utils/assistants/promises';
import type { History } from '@/utils/model/history';
import { NO_FILTER, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { placeOnScale } from '@/utils/ui/history/pattern';
import { historyLink, historyPlaceOf } from '@/utils/ui/history/place';
import { historyPromise } from '@/utils/ui/history/promise';
import { knownWords, shareWords } from '@/utils/ui/history/uptime';
import { type HistoryInput, historyView } from '@/utils/ui/history/view';

const DAY = 24 * HOUR;
const speech = englishAt(NOON);
const LOOK = { filter: NO_FILTER, count: 20, opened: new Set<string>(), hasOlder: false };

const status: Status = {
  ...EMPTY_STATUS,
  pages: { claude: aMemory(), chatgpt: aMemory() },
  verdicts: { claude: aVerdict(), chatgpt: aVerdict('degraded', { assistantId: 'chatgpt' }) },
  past: { claude: { ...NO_HISTORY_SUMMARY, listedSince: NOON - 50 * DAY, listedAt: NOON - HOUR } },
};
const outage = anIncident({
  id: 'outage',
  impact: 'critical',
  phase: 'resolved',
  startedAt: NOON - 2 * DAY,
  resolvedAt: NOON - 2 * DAY + 100.8 * MINUTE,
  isExplained: true,
});
const claude: History = { incidents: [outage], troubles: [], spans: [] };

const view = (over: Partial<HistoryInput> = {}) =>
  historyView(
    {
      status,
      options: DEFAULT_OPTIONS,
      place: 'claude',
      histories: { claude },
      isRefused: false,
      damaged: 0,
      look: LOOK,
      ...over,
    },
    speech,
  );

describe('uptime', () => {
  it('stands by its source for 7, 30 and 90 days, with how much of it is known', () => {
    const [told, seen] = view().sources;
    expect(told?.uptimes[0]?.periods.map(({ label, share, known }) => [label, share, known])).toEqual([
      ['7 days', '98.99%', english('history_known', '99%')],
      ['30 days', '99.76%', null],
      ['90 days', '99.85%', english('history_known', '55%')],
    ]);
    expect(seen?.uptimes[0]?.periods.map(({ share }) => share)).toEqual([
      english('history_share_unknown'),
      english('history_share_unknown'),
      english('history_share_unknown'),
    ]);
  });

  it('is shown by day, and by run of days as text', () => {
    const strip = view().sources[0]?.uptimes[0]?.strip;
    expect(strip?.cells).toHaveLength(90);
    expect(strip?.cells.at(-3)).toMatchObject({ level: 'major_outage', isPartly: false });
    expect(strip?.cells[0]).toMatchObject({ level: 'unknown' });
    expect(strip?.runs.map(({ words }) => words)).toEqual([
      english('level_unknown'),
      english('level_operational'),
      english('level_major_outage'),
      english('level_operational'),
    ]);
    // Listed for 50 days until noon: that touches 51 days, of which one had the outage.
    const counts = `${english('level_operational')}: 50, ${english('level_major_outage')}: 1, ${english('level_unknown')}: 39`;
    expect(strip?.alt).toBe(english('history_strip_alt', 'Claude', english('history_told'), counts));
  });

  it('is rounded down, so that nothing but all is 100 %', () => {
    const times = { operational: 0, maintenance: 0, degraded: 0, partial_outage: 0, major_outage: 0 };
    const say = (share: number | null, known = 1) => {
      const uptime = { share, known, times };
      return [shareWords(uptime, speech), knownWords(uptime, speech)];
    };
    expect(say(0.999999)).toEqual(['99.99%', null]);
    expect(say(0.9999)).toEqual(['99.99%', null]);
    expect(say(1)).toEqual(['100%', null]);
    expect(say(null, 0.09)).toEqual([english('history_share_unknown'), english('history_known_little')]);
    expect(say(null, 0)).toEqual([english('history_share_unknown'), null]);
  });
});

describe('the page', () => {
  it('is about one, or about all who are watched, side by side', () => {
    expect(view().places).toEqual([
      { href: '#compare', label: english('history_compare'), isHere: false },
      { href: '#claude', label: 'Claude', isHere: true },
      { href: '#chatgpt', label: 'ChatGPT', isHere: false },
    ]);
    const both = view({ place: 'compare' });
    expect(both.heads.map(({ name, levelWords }) => [name, levelWords])).toEqual([
      ['Claude', english('level_operational')],
      ['ChatGPT', english('level_degraded')],
    ]);
    expect(both.pattern).toBeNull();
    expect(both.timeline.rows[0]?.name).toBe('Claude');
    expect(view().timeline.rows[0]?.name).toBeNull();
  });

  it('says what it cannot tell', () => {
    expect(view({ histories: {}, isRefused: true, damaged: 1 }).notes).toHaveLength(2);
    expect(view({ histories: {}, status: EMPTY_STATUS }).timeline.nothing).toBe(english('history_nothing'));
    expect(view({ look: { ...LOOK, filter: { ...NO_FILTER, text: 'x y z' } } }).timeline.nothing).toBe(
      english('history_nothing_found'),
    );
    expect(view().pattern?.nothing).toBe(english('history_pattern_nothing'));
  });

  it('tells an incident in a line, and every word of it once it is open', () => {
    const closed = view().timeline.rows[0];
    expect(closed).toMatchObject({
      length: english('duration_hours_minutes', '1', '40'),
      levelWords: english('level_major_outage'),
      detail: null,
    });
    expect(closed?.notes).toContain(english('popup_past_explained'));
    const opened = view({ look: { ...LOOK, opened: new Set(['claude outage']) } }).timeline.rows[0];
    expect(opened?.detail?.updates.map(({ text }) => text)).toEqual(['We are looking into it.']);
  });

  it('shows what goes on by the last reading, before it is kept', () => {
    const pages = { claude: aMemory({ report: aReport({ incidents: [anIncident()] }) }) };
    expect(view({ status: { ...status, pages } }).timeline.rows[0]).toMatchObject({
      length: english('history_goes_on', '20 min'),
    });
  });

  it('shows patterns where there are enough troubles', () => {
    const made = madeUpHistory({ now: NOON, days: 100, core: CLAUDE_CORE, other: 'other' });
    const { pattern } = view({ histories: { claude: made } });
    expect(pattern?.nothing).toBeNull();
    expect(pattern?.hours.bars).toHaveLength(24);
    expect(Math.max(...(pattern?.hours.bars ?? []).map(({ height }) => height))).toBe(1);
    expect(pattern?.lengths.rows.map(({ words }) => words)).toEqual([
      english('level_major_outage'),
      english('level_partial_outage'),
      english('level_degraded'),
    ]);
    expect([0, MINUTE, 2880 * MINUTE, 9e9].map(placeOnScale)).toEqual([0, 0, 1, 1]);
  });
});

describe('promises', () => {
  const promised: ServicePromise = {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    url: 'https://example.org/sla',
    seenOn: '2026-11-22',
  };
  const claudeOf = { name: 'Claude', provider: 'Anthropic' };

  it('none is said where none is known', () => {
    const { said, link, month } = historyPromise(claudeOf, undefined, [], speech);
    expect(said).toEqual([english('history_promise_none', 'Claude')]);
    expect(link).toBeNull();
    expect(month).toBe(english('history_month_unknown'));
  });

  it('one to business customers is told with its date, its link and what it does not cover', () => {
    const down = { from: NOON - 90 * MINUTE, to: NOON - 60 * MINUTE, level: 'major_outage' as const };
    const calm = { from: 0, to: NOON, level: 'operational' as const };
    const { said, link, month } = historyPromise(claudeOf, promised, [calm, down], speech);
    expect(said[1]).toBe(english('history_promise_other_month', 'Anthropic', '99.9%', 'Claude', '22 Nov 2026'));
    expect(link?.url).toBe('https://example.org/sla');
    expect(month).toBe(english('history_month', english('duration_minutes', '30'), english('history_no_time')));
    expect(historyPromise(claudeOf, promised, [calm], speech).month).toBe(english('history_month_none'));
  });
});

it('an address leads to one assistant, and any other side by side', () => {
  expect(historyPlaceOf('#gemini')).toBe('gemini');
  expect(historyPlaceOf('#somebody')).toBe('compare');
  expect(historyLink({ id: 'claude', name: 'Claude' }, speech)).toEqual({
    href: 'history.html#claude',
    label: 'History',
    name: english('history_link_for', 'Claude'),
  });
});
