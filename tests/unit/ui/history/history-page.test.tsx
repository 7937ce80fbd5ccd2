import { describe, expect, it } from 'vitest';
import { HistoryPage } from '@/components/history/history-page';
import { PromiseItem } from '@/components/history/uptime';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { sampleHistory } from '@/tests/fakes/sample-history';
import { aMemory, anIncident, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { stagedHistory } from '@/tests/gallery/history-stage';
import type { ServicePromise } from '@/utils/assistants/promises';
import type { History } from '@/utils/model/history';
import { NO_FILTER, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { lengthsOf } from '@/utils/rules/history/pattern';
import { knownOf } from '@/utils/ui/history/entries';
import { hourBars, patternEntries, placeOnScale } from '@/utils/ui/history/pattern';
import { assistantsWithHistory, historyPlaceOf, historyUrl } from '@/utils/ui/history/place';
import { monthDowntime, promiseWords } from '@/utils/ui/history/promise';
import { HistoryContext, type HistoryData } from '@/utils/ui/history/store';
import { entryLength, entryNotes, shownEntries } from '@/utils/ui/history/timeline';
import { knownWords, shareWords, uptimePeriods, uptimeStrip } from '@/utils/ui/history/uptime';

const DAY = 24 * HOUR;
const speech = englishAt(NOON);
const LOOK = { filter: NO_FILTER, count: 20, opened: new Set<string>() };

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
const known = knownOf('claude', status, claude, NOON);

const page = (over: Partial<HistoryData> = {}) => (
  <HistoryContext
    value={stagedHistory({
      isLoaded: true,
      status,
      options: DEFAULT_OPTIONS,
      place: 'claude',
      histories: { claude },
      isRefused: false,
      damaged: 0,
      hasOlder: false,
      look: LOOK,
      ...over,
    })}
  >
    <HistoryPage />
  </HistoryContext>
);
const text = (over: Partial<HistoryData> = {}) => textOf(page(over), NOON);
const markup = (over: Partial<HistoryData> = {}) => markupOf(page(over), NOON);

describe('uptime', () => {
  it('is calculated for 7, 30 and 90 days, with how much of the time is covered', () => {
    const words = (source: 'reported' | 'seen') =>
      uptimePeriods(known[source], NOON).map(({ days, uptime }) => [
        days,
        shareWords(uptime, speech),
        knownWords(uptime, speech),
      ]);
    expect(words('reported')).toEqual([
      [7, '98.99%', english('history_known', '99%')],
      [30, '99.76%', null],
      [90, '99.85%', english('history_known', '55%')],
    ]);
    expect(words('seen').map(([, share]) => share)).toEqual([
      english('history_share_unknown'),
      english('history_share_unknown'),
      english('history_share_unknown'),
    ]);
    expect(text()).toContain(`7 days 98.99% ${english('history_known', '99%')} 30 days 99.76% 90 days 99.85%`);
  });

  it('is shown by day, and by run of days as text', () => {
    const strip = uptimeStrip('Claude', 'reported', known.reported, speech);
    expect(strip.cells).toHaveLength(90);
    expect(strip.cells.at(-3)).toMatchObject({ level: 'major_outage', isPartly: false });
    expect(strip.cells[0]).toMatchObject({ level: 'unknown' });
    expect(strip.runs.map(({ words }) => words)).toEqual([
      english('level_unknown'),
      english('level_operational'),
      english('level_major_outage'),
      english('level_operational'),
    ]);
    // Listed for 50 days until noon: that touches 51 days, of which one had the outage.
    const counts = `${english('level_operational')}: 50, ${english('level_major_outage')}: 1, ${english('level_unknown')}: 39`;
    expect(strip.alt).toBe(english('history_strip_alt', 'Claude', english('history_reported'), counts));
  });

  it('is rounded down, so that only an uptime without any downtime is 100 %', () => {
    const times = { operational: 0, maintenance: 0, degraded: 0, partial_outage: 0, major_outage: 0 };
    const say = (share: number | null, covered = 1) => {
      const uptime = { share, known: covered, times };
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
  it('is about one assistant, or compares all watched assistants', () => {
    expect(assistantsWithHistory(status, DEFAULT_OPTIONS, 'claude').map(({ id }) => id)).toEqual(['claude', 'chatgpt']);
    const links = [...markup().matchAll(/<a href="(#\w+)"( aria-current="page")?>([^<]*)/g)];
    expect(links.map(([, href, isHere, label]) => [href, label, isHere !== undefined])).toEqual([
      ['#compare', english('history_compare'), false],
      ['#claude', 'Claude', true],
      ['#chatgpt', 'ChatGPT', false],
    ]);
    const both = text({ place: 'compare' });
    expect(both).toContain(`Claude ${english('level_operational')} ChatGPT ${english('level_degraded')}`);
    expect(both).not.toContain(english('history_pattern'));
    const names = (place: HistoryData['place']) =>
      /<p class="facts"><span class="name">(\w+)/.exec(markup({ place }))?.[1];
    expect(names('compare')).toBe('Claude');
    expect(names('claude')).toBeUndefined();
  });

  it('shows nothing before storage has answered', () => {
    expect(markup({ isLoaded: false })).toBe('');
  });

  it('says what it cannot tell', () => {
    const limited = text({ histories: {}, isRefused: true, damaged: 1 });
    expect(limited).toContain(english('history_refused'));
    expect(limited).toContain(english('history_damaged'));
    expect(text({ histories: {}, status: EMPTY_STATUS })).toContain(english('history_nothing'));
    expect(text({ look: { ...LOOK, filter: { ...NO_FILTER, text: 'x y z' } } })).toContain(
      english('history_nothing_found'),
    );
    expect(text()).toContain(english('history_pattern_nothing'));
  });

  it('describes an incident in a line, and adds its updates once it is open', () => {
    const [entry] = known.entries;
    if (entry === undefined) throw new Error('The outage is missing');
    expect(entryLength(entry, speech)).toBe(english('duration_hours_minutes', '1', '40'));
    expect(entryNotes(entry, speech)).toContain(english('popup_past_explained'));
    const update = 'We are looking into it.';
    expect(text()).toContain(english('popup_past_explained'));
    expect(text()).not.toContain(update);
    const opened = text({ look: { ...LOOK, opened: new Set(['claude outage']) } });
    expect(opened.split(update)).toHaveLength(2);
  });

  it('shows an incident of the last reading before it is stored', () => {
    const pages = { claude: aMemory({ report: aReport({ incidents: [anIncident()] }) }) };
    const [entry] = knownOf('claude', { ...status, pages }, undefined, NOON).entries;
    expect(entry && entryLength(entry, speech)).toBe(english('history_goes_on', english('duration_minutes', '20')));
  });

  it('offers older incidents while there are more, read or not', () => {
    expect(shownEntries(known.entries, { ...LOOK, count: 0 })).toEqual({ entries: [], matching: 1 });
    const more = english('history_more');
    expect(text()).not.toContain(more);
    expect(text({ hasOlder: true })).toContain(more);
    expect(text({ look: { ...LOOK, count: 0 } })).toContain(more);
  });

  it('shows patterns where there are enough incidents', () => {
    const made = sampleHistory({ now: NOON, days: 100, core: CLAUDE_CORE, other: 'other' });
    const entries = patternEntries(knownOf('claude', status, made, NOON).entries) ?? [];
    const bars = hourBars(entries, speech);
    expect(bars).toHaveLength(24);
    expect(Math.max(...bars.map(({ height }) => height))).toBe(1);
    expect(lengthsOf(entries).map(({ level }) => level)).toEqual(['major_outage', 'partial_outage', 'degraded']);
    expect(patternEntries(known.entries)).toBeNull();
    expect([0, MINUTE, 2880 * MINUTE, 9e9].map(placeOnScale)).toEqual([0, 0, 1, 1]);
    expect(text({ histories: { claude: made } })).not.toContain(english('history_pattern_nothing'));
  });
});

describe('an uptime commitment', () => {
  const promised: ServicePromise = {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    url: 'https://example.org/sla',
    seenOn: '2026-11-22',
  };

  it('is not claimed where none is known', () => {
    const shown = textOf(<PromiseItem known={known} />, NOON);
    expect(shown).toContain(english('history_promise_none', 'Claude'));
    expect(shown).not.toContain(english('history_promise_link'));
    expect(monthDowntime([], speech)).toEqual({ downtime: english('history_month_unknown'), coverage: null });
  });

  it('to business customers is shown with its date and what it does not cover, beside the downtime', () => {
    expect(promiseWords({ name: 'Claude', provider: 'Anthropic' }, promised, speech)).toBe(
      english('history_promise_other_month', 'Anthropic', '99.9%', 'Claude', '22 Nov 2026'),
    );
    const down = { from: NOON - 90 * MINUTE, to: NOON - 60 * MINUTE, level: 'major_outage' as const };
    const calm = { from: 0, to: NOON, level: 'operational' as const };
    const month = english('history_month', english('duration_minutes', '30'), english('history_no_time'));
    expect(monthDowntime([calm, down], speech)).toEqual({ downtime: month, coverage: null });
    expect(monthDowntime([calm], speech).downtime).toBe(english('history_month_none'));
  });

  it('links to its page', () => {
    const gemini = markupOf(<PromiseItem known={knownOf('gemini', status, undefined, NOON)} />, NOON);
    expect(gemini).toMatch(new RegExp(`<a href="https://[^"]+"[^>]*>${english('history_promise_link')}`));
  });
});

it('an address leads to one assistant, and any other to the comparison', () => {
  expect(historyPlaceOf('#gemini')).toBe('gemini');
  expect(historyPlaceOf('#somebody')).toBe('compare');
  expect(historyUrl('claude')).toBe('history.html#claude');
  expect(historyPlaceOf(new URL(historyUrl('claude'), 'https://example.com').hash)).toBe('claude');
});
