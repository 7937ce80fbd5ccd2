import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { HistoryPage } from '@/components/history/history-page';
import { NotificationLog } from '@/components/history/notification-log';
import { PromiseItem, PromiseList } from '@/components/history/uptime';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { sampleHistory } from '@/tests/fakes/sample-history';
import {
  aComponent,
  aMemory,
  anIncident,
  aReport,
  aVerdict,
  CLAUDE_CORE,
  HOUR,
  MINUTE,
  NOON,
} from '@/tests/fakes/samples';
import { stagedHistory } from '@/tests/gallery/history-stage';
import { DECISIONS } from '@/tests/gallery/states/decisions';
import { decisionWords } from '@/utils/i18n/health-words';
import { stateLine } from '@/utils/i18n/verdict-words';
import type { AssistantId, ServicePromise } from '@/utils/model/assistant';
import { type History, NO_FILTER, NO_HISTORY, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { lengthsOf } from '@/utils/rules/history/timeline';
import {
  assistantsWithHistory,
  type HistoryData,
  historyPlaceOf,
  historyUrl,
  LOG_HASH,
  NOTHING_READ,
} from '@/utils/ui/history/state';
import { HistoryContext } from '@/utils/ui/history/store';
import {
  entryLength,
  entryNotes,
  entryTags,
  hourBars,
  hoursAlt,
  knownOf,
  patternEntries,
  placeOnScale,
  shownEntries,
} from '@/utils/ui/history/timeline';
import {
  claimWords,
  knownWords,
  monthDowntime,
  promiseWords,
  shareOf,
  shareWords,
  UPTIME_RANGES,
  uptimeFigures,
  uptimeFor,
  uptimeStrip,
} from '@/utils/ui/history/uptime';

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
const claude: History = { ...NO_HISTORY, incidents: [outage] };
const known = knownOf('claude', status, claude, NOON);

const within = (element: ReactNode, over: Partial<HistoryData> = {}) => (
  <HistoryContext
    value={stagedHistory({
      ...NOTHING_READ,
      isLoaded: true,
      status,
      place: 'claude',
      histories: { claude },
      look: LOOK,
      ...over,
    })}
  >
    {element}
  </HistoryContext>
);
const page = (over: Partial<HistoryData> = {}) => within(<HistoryPage />, over);
const text = (over: Partial<HistoryData> = {}) => textOf(page(over), NOON);
const markup = (over: Partial<HistoryData> = {}) => markupOf(page(over), NOON);

describe('uptime', () => {
  it('is calculated for 7, 30 and 90 days, with how much of the time is covered', () => {
    const words = (source: 'reported' | 'seen') =>
      UPTIME_RANGES.map((days) => {
        const uptime = uptimeFor(known[source], days, NOON);
        return [days, shareWords(uptime, days, speech), knownWords(uptime, speech)];
      });
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
    const lead = (days: HistoryData['days']) => text({ days });
    expect(lead(7)).toContain(`98.99% ${english('history_reported')} · ${english('history_known', '99%')}`);
    expect(lead(30)).toContain(`99.76% ${english('history_reported')}`);
    expect(lead(90)).toContain(`99.85% ${english('history_reported')} · ${english('history_known', '55%')}`);
    expect(text({ place: 'compare' })).toContain(`${english('history_known', '55%')} 99.85%`);
  });

  it.each([
    [7, 6 * MINUTE, 'duration_minutes', '6'],
    [7, 23 * HOUR, 'duration_hours', '23'],
    [30, 2 * DAY, 'duration_days', '2'],
    [90, 8 * DAY, 'duration_days', '8'],
  ] as const)('of %i days is not calculated from too little data', (days, covered, unit, count) => {
    const spans = [{ from: NOON - covered, to: NOON, level: 'partial_outage' as const }];
    const uptime = uptimeFor({ all: spans, counted: spans }, days, NOON);
    expect(shareOf(uptime, days)).toBeNull();
    expect(shareWords(uptime, days, speech)).toBe(english('history_share_little', english(unit, count)));
  });

  it.each([
    [7, DAY],
    [30, 3 * DAY],
    [90, 9 * DAY],
  ])('of %i days is calculated from a day or a tenth of them', (days, covered) => {
    const spans = [{ from: NOON - covered, to: NOON, level: 'partial_outage' as const }];
    const uptime = uptimeFor({ all: spans, counted: spans }, days, NOON);
    expect(shareOf(uptime, days)).toBeCloseTo(0.7);
  });

  it('leads with the reported incidents unless only this browser knows enough', () => {
    const sourcesOf = (one: typeof known) =>
      uptimeFigures(one, 7, speech).map(({ source, isKnown }) => [source, isKnown]);
    const spans = [{ from: NOON - 5 * DAY, to: NOON, level: 'operational' as const }];
    const none = { all: [], counted: [] };
    const seen = { all: spans, counted: spans };
    expect(sourcesOf({ ...known, seen })).toEqual([
      ['reported', true],
      ['seen', true],
    ]);
    expect(sourcesOf({ ...known, reported: none, seen })).toEqual([
      ['seen', true],
      ['reported', false],
    ]);
    const minutes = [{ from: NOON - 6 * MINUTE, to: NOON, level: 'operational' as const }];
    expect(sourcesOf({ ...known, reported: none, seen: { all: minutes, counted: minutes } })).toEqual([
      ['seen', false],
      ['reported', false],
    ]);
    expect(sourcesOf({ ...known, reported: none, seen: none })).toEqual([
      ['reported', false],
      ['seen', false],
    ]);
  });

  it('is shown by day, and by run of days as text', () => {
    const strip = uptimeStrip('Claude', 'reported', known.reported, 90, speech);
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
    expect(strip.alt).toBe(english('history_strip_alt_other', '90', 'Claude', english('history_reported'), counts));
    expect(uptimeStrip('Claude', 'reported', known.reported, 7, speech).cells).toHaveLength(7);
  });

  it('is rounded down, so that only an uptime without any downtime is 100 %', () => {
    const times = { operational: 0, maintenance: 0, degraded: 0, partial_outage: 0, major_outage: 0 };
    const say = (share: number | null, covered = 1) => {
      const uptime = { share, known: covered, times };
      return [shareWords(uptime, 90, speech), knownWords(uptime, speech)];
    };
    expect(say(0.999999)).toEqual(['99.99%', null]);
    expect(say(0.9999)).toEqual(['99.99%', null]);
    expect(say(1)).toEqual(['100%', null]);
    expect(say(null, 0.09)).toEqual([
      english('history_share_little', english('duration_days_hours', '8', '2')),
      english('history_known_little'),
    ]);
    expect(say(null, 0)).toEqual([english('history_share_unknown'), null]);
  });
});

describe('the page', () => {
  it('is about one assistant, or compares all watched assistants', () => {
    expect(assistantsWithHistory(status, DEFAULT_OPTIONS, 'claude').map(({ id }) => id)).toEqual(['claude', 'chatgpt']);
    const links = [...markup().matchAll(/<a href="(#\w+)"( aria-current="page")?>(?:<span[^>]*><\/span>)?([^<]*)/g)];
    expect(links.map(([, href, isHere, label]) => [href, label, isHere !== undefined])).toEqual([
      ['#compare', english('history_compare'), false],
      ['#claude', 'Claude', true],
      ['#chatgpt', 'ChatGPT', false],
    ]);
    const both = text({ place: 'compare' });
    expect(both).toContain(`Claude ${english('level_operational')} ChatGPT ${english('level_degraded')}`);
    expect(both).not.toContain(english('history_pattern'));
    const names = (place: HistoryData['place']) =>
      /<p class="facts">.*?<span class="name">(\w+)/.exec(markup({ place }))?.[1];
    expect(names('compare')).toBe('Claude');
    expect(names('claude')).toBeUndefined();
  });

  it('offers each assistant that is watched, was read before, or is asked for by the address', () => {
    const offered = (watched: readonly AssistantId[], place: HistoryData['place'] = 'compare') =>
      assistantsWithHistory(status, { ...DEFAULT_OPTIONS, watched: [...watched] }, place).map(({ id }) => id);
    expect(offered([])).toEqual(['claude', 'chatgpt']);
    expect(offered(['gemini'])).toEqual(['claude', 'chatgpt', 'gemini']);
    expect(offered([], 'copilot')).toEqual(['claude', 'chatgpt', 'copilot']);
  });

  it('shows nothing before storage has answered', () => {
    expect(markup({ isLoaded: false })).toBe('');
  });

  it('says what it cannot tell', () => {
    const limited = text({ histories: {}, isRefused: true, damaged: 1 });
    expect(limited).toContain(english('history_refused'));
    expect(limited).toContain(english('history_damaged'));
    const calm = text({ histories: {} });
    expect(calm).toContain(english('history_nothing'));
    expect(calm).not.toContain(english('history_pattern'));
    expect(text({ look: { ...LOOK, filter: { ...NO_FILTER, text: 'x y z' } } })).toContain(
      english('history_nothing_found'),
    );
    expect(text()).toContain(english('history_pattern_nothing'));
  });

  it('draws no chart of an assistant of which no day is known, beside one of which there is', () => {
    const chartsAt = (place: HistoryData['place']) => markup({ place }).match(/class="cells"/g)?.length ?? 0;
    expect(chartsAt('claude')).toBe(1);
    expect(chartsAt('chatgpt')).toBe(0);
    expect(chartsAt('compare')).toBe(1);
    expect(text({ place: 'chatgpt' })).toContain(english('history_empty'));
    expect(text({ place: 'compare' })).toContain(english('history_share_unknown'));
  });

  it('describes an incident in a line, and adds its updates once it is open', () => {
    const [entry] = known.entries;
    if (entry === undefined) throw new Error('The outage is missing');
    expect(entryLength(entry, speech)).toBe(english('duration_hours_minutes', '1', '40'));
    expect(entryTags(entry, new Set(), speech)).toEqual([english('history_explained')]);
    const update = 'We are looking into it.';
    expect(text()).toContain(english('history_explained'));
    // The sign says the level to those who see it.
    const length = entryLength(entry, speech).replace(/\s/g, ' ');
    expect(text()).toContain(`${english('level_major_outage')} · 18 May, 12:00 · ${length} · claude.ai`);
    expect(text()).not.toContain(update);
    const opened = text({ look: { ...LOOK, opened: new Set(['claude outage']) } });
    expect(opened.split(update)).toHaveLength(2);
  });

  it('says which incidents are not about the chat', () => {
    const [entry] = known.entries;
    if (entry === undefined) throw new Error('The outage is missing');
    const other = { ...entry, isCore: false, isExplained: false };
    const none: ReadonlySet<AssistantId> = new Set();
    expect(entryTags(other, none, speech)).toEqual([english('history_not_core')]);
    // Its components are not known by name.
    expect(entryTags({ ...other, parts: [] }, none, speech)).toEqual([english('history_not_core')]);
    const without = { ...other, parts: [], namesParts: false };
    expect(entryTags(without, none, speech)).toEqual([english('history_no_component')]);
    expect(entryTags(without, new Set<AssistantId>(['claude']), speech)).toEqual([]);
    expect(entryTags({ ...other, isCore: true }, none, speech)).toEqual([]);
  });

  it('counts the incidents of the components that the user ticked where the chat is not known', () => {
    const incidents = [{ ...outage, componentIds: ['hosting'] }];
    const listed = { ...NO_HISTORY_SUMMARY, listedSince: NOON - 50 * DAY, listedAt: NOON - HOUR };
    const report = aReport({ components: [aComponent('operational', { id: 'hosting', name: 'Hosting' })] });
    const shown = text({
      place: 'lovable',
      status: { ...status, pages: { lovable: aMemory({ report }) }, past: { lovable: listed } },
      histories: { lovable: { ...claude, incidents } },
      options: { ...DEFAULT_OPTIONS, watched: ['lovable'], parts: { lovable: ['hosting'] } },
      days: 7,
    });
    expect(shown).toContain(`98.99% ${english('history_reported')}`);
    expect(shown).not.toContain(english('history_not_core'));
  });

  it('says once that the incidents of a status page name no components, and offers no filter by them', () => {
    const incidents = ['first', 'second'].map((id) => ({ ...outage, id, componentIds: [] }));
    const unnamed: History = { ...claude, incidents };
    const words = english('history_no_components', 'Claude');
    const shown = text({ histories: { claude: unnamed } });
    expect(shown.split(words)).toHaveLength(2);
    expect(shown).not.toContain(english('history_no_component'));
    expect(shown).not.toContain(english('history_core_only'));
    // One incident with a component is enough to tell the others apart.
    const mixed = text({ histories: { claude: { ...claude, incidents: [...incidents, outage] } } });
    expect(mixed).not.toContain(words);
    expect(mixed.split(english('history_no_component'))).toHaveLength(3);
    expect(mixed).toContain(english('history_core_only'));
  });

  it('adds models, a head start and a missing report to an open incident', () => {
    const [entry] = known.entries;
    if (entry === undefined) throw new Error('The outage is missing');
    expect(entryNotes(entry, speech)).toEqual([]);
    const { startedAt } = entry;
    const noticed = { ...entry, sensedAt: startedAt, seenAt: startedAt + 10 * MINUTE };
    expect(entryNotes({ ...noticed, models: ['Opus 5.5'], source: 'seen' }, speech)).toEqual([
      english('head_start', english('duration_minutes', '10')),
      english('history_models', 'Opus 5.5'),
      english('history_seen_only'),
    ]);
  });

  it('groups the incidents by month', () => {
    const made = sampleHistory({ now: NOON, days: 100, core: CLAUDE_CORE, other: 'other' });
    const months = [
      ...markup({ histories: { claude: made }, look: { ...LOOK, count: 99 } }).matchAll(/class="month">([^<]*)/g),
    ];
    expect(months.map(([, month]) => month)).toEqual(['May 2026', 'April 2026', 'March 2026', 'February 2026']);
  });

  it('says one thing where there is no data, without charts, search and export', () => {
    const empty = text({ histories: {}, status: EMPTY_STATUS });
    expect(empty).toContain(english('history_empty'));
    for (const key of [
      'history_uptime',
      'history_incidents',
      'history_pattern',
      'history_export',
      'history_as_table',
    ] as const) {
      expect(empty).not.toContain(english(key));
      expect(text()).toContain(english(key));
    }
    expect(empty).toContain(english('popup_why'));
  });

  it('says the current state of one assistant in a sentence, with the reason of an unknown one', () => {
    const said = (verdict: ReturnType<typeof aVerdict>) =>
      stateLine({ id: 'claude', name: 'Claude' }, verdict, status, speech);
    expect(text()).toContain(english('headline_operational', 'Claude'));
    expect(said(aVerdict('partial_outage', { since: NOON - 6 * MINUTE }))).toBe(
      english('headline_partial_outage_since', 'Claude', '11:54', english('duration_minutes', '6')),
    );
    expect(said(aVerdict('unknown', { reason: 'timeout' }))).toBe(
      `${english('headline_unknown', 'Claude')} ${english('reason_timeout')}`,
    );
  });

  it('shows an incident of the last reading before it is stored', () => {
    const pages = { claude: aMemory({ report: aReport({ incidents: [anIncident()] }) }) };
    const [entry] = knownOf('claude', { ...status, pages }, undefined, NOON).entries;
    expect(entry && entryLength(entry, speech)).toBe(english('history_goes_on', english('duration_minutes', '20')));
  });

  it('does not say that an incident goes on which was open when its page was last read days ago', () => {
    const readAt = NOON - 7 * DAY;
    const open = anIncident({ startedAt: readAt - 2 * HOUR, updatedAt: readAt - HOUR });
    const pages = { claude: aMemory({ report: aReport({ incidents: [open] }), readAt, triedAt: readAt }) };
    const [entry] = knownOf('claude', { ...status, pages }, undefined, NOON).entries;
    expect(entry).toMatchObject({ endedAt: readAt, isEndKnown: false });
    expect(text({ status: { ...status, pages }, histories: {} })).not.toContain('ongoing');
    const soon = knownOf('claude', { ...status, pages }, undefined, readAt + MINUTE).entries;
    expect(soon).toMatchObject([{ endedAt: null }]);
  });

  it('shows the history again when the outage of an open report is gone', () => {
    expect(text({ report: { kind: 'outage', key: 'claude gone' } })).toContain(english('history_heading'));
    expect(text({ report: { kind: 'outage', key: 'claude outage' } })).not.toContain(english('history_heading'));
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
    const all = knownOf('claude', status, made, NOON).entries;
    const entries = patternEntries(all, 90, NOON) ?? [];
    const bars = hourBars(entries, speech);
    expect(bars).toHaveLength(24);
    const most = Math.max(...bars.map(({ count }) => count));
    const peak = bars.find(({ count }) => count === most);
    expect(peak?.height).toBe(1);
    expect(hoursAlt(bars, speech)).toBe(english('history_hours_alt', peak?.hour ?? '', String(most)));
    expect(lengthsOf(entries).map(({ level }) => level)).toEqual(['major_outage', 'partial_outage', 'degraded']);
    expect(patternEntries(known.entries, 90, NOON)).toBeNull();
    expect(patternEntries(all, 1, NOON)).toBeNull();
    expect(patternEntries(all, 30, NOON)?.length).toBeLessThan(entries.length);
    expect([0, MINUTE, 2880 * MINUTE, 9e9].map(placeOnScale)).toEqual([0, 0, 1, 1]);
    expect(text({ histories: { claude: made } })).not.toContain(english('history_pattern_nothing'));
  });
});

describe('an uptime commitment', () => {
  const promised: ServicePromise = {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    source: 'agreement',
    url: 'https://example.org/sla',
    seenOn: '2026-11-22',
    claim: null,
    doubt: null,
  };

  it('is not claimed where none is known', () => {
    expect(textOf(<PromiseItem known={known} />, NOON)).toBe('');
    expect(textOf(within(<PromiseList known={[known]} />), NOON)).toBe('');
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

  it('says how a credit is claimed and what speaks against the source, or that it is unknown', () => {
    expect(claimWords(promised, speech)).toEqual([english('history_promise_claim_unknown')]);
    const claim = { days: 30, after: 'invoice', asks: ['services', 'times'] } as const;
    expect(claimWords({ ...promised, source: 'others', claim, doubt: 'denied' }, speech)).toEqual([
      english('history_promise_claim_invoice', '30'),
      english(
        'history_promise_asks',
        `${english('history_promise_field_services')}, ${english('history_promise_field_times')}`,
      ),
      english('history_promise_doubt_denied'),
    ]);
    expect(promiseWords({ name: 'Claude', provider: 'Anthropic' }, { ...promised, source: 'others' }, speech)).toBe(
      english('history_promise_said_other_month', 'Anthropic', '99.9%', 'Claude', '22 Nov 2026'),
    );
  });

  it('links to its page', () => {
    const gemini = markupOf(<PromiseItem known={knownOf('gemini', status, undefined, NOON)} />, NOON);
    expect(gemini).toMatch(new RegExp(`<a href="https://[^"]+"[^>]*>${english('history_promise_link')}`));
  });
});

describe('the notification log', () => {
  it('is closed at first, and named in every history', () => {
    expect(markup()).toMatch(
      new RegExp(`aria-expanded="false"[^>]*><span class="panel-name">${english('popup_why')}<`),
    );
    expect(text()).not.toContain(english('health_heading'));
  });

  it('explains each decision and offers a bug report with the log', () => {
    const decisions = DECISIONS.map((one) => ({ ...one, at: NOON - HOUR }));
    const shown = textOf(within(<NotificationLog />, { status: { ...status, decisions } }), NOON);
    const [first] = decisions;
    if (first === undefined) throw new Error('No decisions');
    expect(shown).toContain(decisionWords(first, speech).why);
    expect(shown).toContain(english('health_heading'));
    expect(shown).toContain(english('popup_why_report'));
    expect(shown).toContain(english('popup_why_report_what'));
    expect(textOf(within(<NotificationLog />), NOON)).toContain(english('popup_why_nothing'));
  });
});

it('an address leads to one assistant, and any other to the comparison', () => {
  expect(historyPlaceOf('#gemini')).toBe('gemini');
  expect(historyPlaceOf('#somebody')).toBe('compare');
  expect(historyPlaceOf(LOG_HASH)).toBe('compare');
  expect(historyUrl('claude')).toBe('history.html#claude');
  expect(historyPlaceOf(new URL(historyUrl('claude'), 'https://example.com').hash)).toBe('claude');
});
