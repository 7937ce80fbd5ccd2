import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { sampleHistory } from '@/tests/fakes/sample-history';
import { aMemory, anIncident, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { ServicePromise } from '@/utils/assistants/promises';
import { clockTime } from '@/utils/i18n/moments';
import type { History } from '@/utils/model/history';
import { NO_FILTER, NO_PAST } from '@/utils/model/history';
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
  past: { claude: { ...NO_PAST, listedSince: NOON - 50 * DAY, listedAt: NOON - HOUR } },
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

// The days of a strip begin at midnight of the device's time zone.
beforeAll(() => void vi.stubEnv('TZ', 'UTC'));
afterAll(() => void vi.unstubAllEnvs());

describe('historyView uptime', () => {
  it('shows 7, 30 and 90 days with the known share for each source', () => {
    const [listed, seen] = view().sources;
    expect(listed?.uptimes[0]?.periods.map(({ label, share, known }) => [label, share, known])).toEqual([
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

  it('shows a strip of days and its runs as text', () => {
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
    // Known for 50 days until noon: that is 51 calendar days, one of them with the outage.
    const counts = `${english('level_operational')}: 50, ${english('level_major_outage')}: 1, ${english('level_unknown')}: 39`;
    expect(strip?.alt).toBe(english('history_strip_alt', 'Claude', english('history_told'), counts));
  });

  it('is rounded down so that only full uptime is 100%', () => {
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

describe('historyView', () => {
  it('shows one assistant, or all watched assistants side by side', () => {
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

  it('explains missing data', () => {
    expect(view({ histories: {}, isRefused: true, damaged: 1 }).notes).toHaveLength(2);
    expect(view({ histories: {}, status: EMPTY_STATUS }).timeline.nothing).toBe(english('history_nothing'));
    expect(view({ look: { ...LOOK, filter: { ...NO_FILTER, text: 'x y z' } } }).timeline.nothing).toBe(
      english('history_nothing_found'),
    );
    expect(view().pattern?.nothing).toBe(english('history_pattern_nothing'));
  });

  it('shows an incident in one line and its updates when opened', () => {
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

  it('shows an ongoing incident from the last reading', () => {
    const pages = { claude: aMemory({ report: aReport({ incidents: [anIncident()] }) }) };
    expect(view({ status: { ...status, pages } }).timeline.rows[0]).toMatchObject({
      length: english('history_goes_on', '20 min'),
    });
  });

  it('shows patterns when there are enough outages', () => {
    const made = sampleHistory({ now: NOON, days: 100, core: CLAUDE_CORE, other: 'other' });
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

  it.each(['en-US', 'en-GB', 'de', 'hi'])('writes midnight in %s as the rest of the page does', (locale) => {
    const midnight = NOON - 12 * HOUR;
    const inLocale = { ...speech, locale, timeZone: 'UTC' };
    const incidents = [{ ...outage, startedAt: midnight, resolvedAt: midnight + HOUR }];
    const shown = historyView(
      {
        status,
        options: DEFAULT_OPTIONS,
        place: 'claude',
        histories: { claude: { ...claude, incidents } },
        isRefused: false,
        damaged: 0,
        look: LOOK,
      },
      inLocale,
    );
    const label = shown.pattern?.hours.bars[0]?.hour ?? 'no label';
    expect(clockTime(midnight, inLocale)).toBe(label);
    expect(shown.timeline.rows[0]?.when.text).toMatch(new RegExp(`, ${label}$`));
  });
});

describe('historyPromise', () => {
  const promised: ServicePromise = {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    url: 'https://example.org/sla',
    seenOn: '2026-11-22',
  };
  const claudeOf = { name: 'Claude', provider: 'Anthropic' };

  it('says that no promise is known', () => {
    const { said, link, month } = historyPromise(claudeOf, undefined, [], speech);
    expect(said).toEqual([english('history_promise_none', 'Claude')]);
    expect(link).toBeNull();
    expect(month).toBe(english('history_month_unknown'));
  });

  it('names date, link and scope of a promise to business customers', () => {
    const down = { from: NOON - 90 * MINUTE, to: NOON - 60 * MINUTE, level: 'major_outage' as const };
    const calm = { from: 0, to: NOON, level: 'operational' as const };
    const { said, link, month } = historyPromise(claudeOf, promised, [calm, down], speech);
    expect(said[1]).toBe(english('history_promise_other_month', 'Anthropic', '99.9%', 'Claude', '22 Nov 2026'));
    expect(link?.url).toBe('https://example.org/sla');
    expect(month).toBe(english('history_month', english('duration_minutes', '30'), english('history_no_time')));
    expect(historyPromise(claudeOf, promised, [calm], speech).month).toBe(english('history_month_none'));
  });
});

it('historyPlaceOf opens the assistant in the hash, or the comparison for any other hash', () => {
  expect(historyPlaceOf('#gemini')).toBe('gemini');
  expect(historyPlaceOf('#somebody')).toBe('compare');
  expect(historyLink({ id: 'claude', name: 'Claude' }, speech)).toEqual({
    href: 'history.html#claude',
    label: 'History',
    name: english('history_link_for', 'Claude'),
  });
});
