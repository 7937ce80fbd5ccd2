import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aMemory, anIncident, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { type History, NO_HISTORY, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { bothTimes, type OutageReport, outageReport, reportMarkdown, reportMonths } from '@/utils/ui/history/report';
import { isNothingKnown, knownOf } from '@/utils/ui/history/timeline';

const DAY = 24 * HOUR;
const BEGAN = NOON - 2 * DAY;
const speech = { ...englishAt(NOON), timeZone: 'Europe/Berlin' };
const status: Status = { ...EMPTY_STATUS, pages: { claude: aMemory() }, verdicts: { claude: aVerdict() } };
const outage = anIncident({
  id: 'outage',
  title: '# Errors on *all* models',
  impact: 'critical',
  phase: 'resolved',
  startedAt: BEGAN,
  resolvedAt: BEGAN + 90 * MINUTE,
  componentIds: [CLAUDE_CORE],
  updates: [
    { at: BEGAN + 90 * MINUTE, phase: 'resolved', text: 'Over.' },
    { at: BEGAN + 5 * MINUTE, phase: 'investigating', text: 'We look into it.\n- [a link](https://example.org)' },
  ],
});
const history: History = {
  ...NO_HISTORY,
  incidents: [outage],
  spans: [{ from: BEGAN + 10 * MINUTE, to: BEGAN + 80 * MINUTE, level: 'major_outage' }],
  troubles: [
    {
      id: 'outage',
      assistantId: 'claude',
      source: 'page',
      title: null,
      peak: 'major_outage',
      startedAt: BEGAN,
      sensedAt: BEGAN - 9 * MINUTE,
      seenAt: BEGAN + 10 * MINUTE,
      endedAt: BEGAN + 90 * MINUTE,
      isEndKnown: true,
      isExplained: false,
      url: null,
    },
  ],
};
const claude = knownOf('claude', status, history, NOON);
const gemini = knownOf('gemini', status, undefined, NOON);
const oneOutage = { kind: 'outage', key: 'claude outage' } as const;
const may = { kind: 'month', from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 5, 1) } as const;

it('a time is given in UTC and on the clock of the user', () => {
  expect(bothTimes(NOON, speech).replaceAll('\u202f', ' ')).toMatch(
    /^2026-05-20 12:00 UTC \(20 May, 14:00 (?:CEST|GMT\+2)\)$/,
  );
});

describe('the report of an outage', () => {
  const report = outageReport([claude, gemini], oneOutage, speech);
  const facts = new Map(report?.sections[0]?.facts);

  it('names service, times, impact, own observations and the minutes by each source', () => {
    expect(report?.sections).toHaveLength(1);
    expect(facts.get(english('report_service'))).toBe('Claude (Anthropic)');
    expect(facts.get(english('report_began'))).toBe(bothTimes(BEGAN, speech));
    expect(facts.get(english('report_ended'))).toBe(bothTimes(BEGAN + 90 * MINUTE, speech));
    expect(facts.get(english('report_impact'))).toBe(english('level_major_outage'));
    expect(facts.get(english('report_messages_failed'))).toBe(bothTimes(BEGAN - 9 * MINUTE, speech));
    expect(facts.get(english('report_first_seen'))).toBe(bothTimes(BEGAN + 10 * MINUTE, speech));
    expect(facts.get(english('report_by_page'))).toBe(english('report_minutes_other', '90'));
    expect(facts.get(english('report_by_browser'))).toBe(english('report_minutes_known', '70', '70'));
    expect(facts.get(english('report_by_messages'))).toBe(english('report_minutes_other', '19'));
  });

  it('says of how many minutes this browser knows, and does not count the others as up', () => {
    const read = (minutes: number) => {
      const spans = [{ from: BEGAN, to: BEGAN + minutes * MINUTE, level: 'operational' as const }];
      const known = knownOf('claude', status, { ...NO_HISTORY, incidents: [outage], spans }, NOON);
      const found = outageReport([known], oneOutage, speech)?.sections[0]?.facts;
      return new Map(found).get(english('report_by_browser'));
    };
    expect(read(0)).toBe(english('report_unknown'));
    expect(read(1)).toBe(english('report_minutes_known', '0', '1'));
    expect(read(90)).toBe(english('report_minutes_other', '0'));
  });

  it('gives the beginning and the end that this browser read as its own, not as the page’s statement', () => {
    const labelsIn = (kept: History) => {
      const found = outageReport([knownOf('claude', status, kept, NOON)], oneOutage, speech);
      return found?.sections[0]?.facts.map(([label]) => label);
    };
    const derived: Incident = { ...outage, derivedTimes: ['startedAt', 'resolvedAt'] };
    const seen = history.troubles.map((trouble) => ({ ...trouble, source: 'seen' as const }));
    expect(labelsIn(history)).toContain(english('report_began'));
    expect(labelsIn(history)).toContain(english('report_ended'));
    for (const kept of [
      { ...history, incidents: [derived] },
      { ...NO_HISTORY, troubles: seen },
    ]) {
      expect(labelsIn(kept)).toContain(english('report_began_seen'));
      expect(labelsIn(kept)).not.toContain(english('report_began'));
      expect(labelsIn(kept)).toContain(english('report_ended_seen'));
      expect(labelsIn(kept)).not.toContain(english('report_ended'));
    }
  });

  it('quotes the provider, oldest first', () => {
    expect(report?.sections[0]?.updates.map(({ words }) => words)).toEqual([outage.updates[1]?.text, 'Over.']);
  });

  it('says that no terms are known where none are', () => {
    expect(report?.terms).toEqual([english('report_terms_unknown', 'Claude')]);
    expect(report?.blanks).toEqual([]);
  });

  it('leaves a blank for what the terms ask and only the user knows', () => {
    const chatgpt = knownOf('chatgpt', status, history, NOON);
    const asked = outageReport([chatgpt], { kind: 'outage', key: 'chatgpt outage' }, speech);
    expect(asked?.blanks).toEqual([english('report_blank_account'), english('report_blank_impact')]);
    expect(asked?.terms[0]).toContain('https://');
  });

  it('stays that of an outage that only this browser had met when the page posts its incident', () => {
    const [met] = history.troubles;
    const seen = met === undefined ? [] : [{ ...met, id: 'ep1', source: 'seen' as const }];
    const before = knownOf('claude', status, { ...NO_HISTORY, troubles: seen }, NOON);
    const late = knownOf('claude', status, { ...history, troubles: seen }, NOON);
    const headingOf = (known: typeof late) =>
      outageReport([known], { kind: 'outage', key: 'claude ep1' }, speech)?.sections.map(({ heading }) => heading);
    expect(headingOf(before)).toEqual([english('popup_past_seen')]);
    expect(headingOf(late)).toEqual([outage.title]);
  });

  it('does not say that the page had none beside an incident of it without a stated impact', () => {
    const past = { claude: { ...NO_HISTORY_SUMMARY, listedSince: BEGAN - 50 * DAY, listedAt: NOON } };
    const seen = history.troubles.map((one) => ({ ...one, id: 'claude-1', source: 'seen' as const }));
    const pageMinutes = (incidents: Incident[]) => {
      const known = knownOf('claude', { ...status, past }, { ...NO_HISTORY, incidents, troubles: seen }, NOON);
      const report = outageReport([known], { kind: 'outage', key: 'claude claude-1' }, speech);
      return report?.sections[0]?.facts.find(([label]) => label === english('report_by_page'))?.[1];
    };
    expect(pageMinutes([])).toBe(english('report_minutes_other', '0'));
    expect(pageMinutes([{ ...outage, impact: 'none' }])).toBe(english('report_unknown'));
  });

  it('does not exist for an outage that is not known', () => {
    expect(outageReport([claude], { kind: 'outage', key: 'claude gone' }, speech)).toBeNull();
  });

  it('does not turn words of others into markup in Markdown', () => {
    const markdown = report === null ? '' : reportMarkdown(report, speech);
    expect(markdown).toContain('## \\# Errors on \\*all\\* models');
    expect(markdown).toContain('> We look into it.\n> \\- \\[a link\\](https://example.org)');
    expect(markdown.match(/^# /gm)).toHaveLength(1);
  });
});

describe('the Markdown of a report', () => {
  const sections = [{ key: 'one', heading: 'Errors', facts: [['Began', '12:00']] as [string, string][], updates: [] }];
  const bare = { title: 'Outage', intro: [], totals: [], sections: [], terms: [], blanks: [] };

  it('has each part in order', () => {
    const updates = [{ at: '12:05', words: 'Found.' }];
    const whole: OutageReport = {
      ...bare,
      intro: ['Of one browser.'],
      totals: [['By the page', '90']],
      sections: sections.map((one) => ({ ...one, updates })),
      terms: ['The terms.'],
      blanks: ['Account'],
    };
    expect(reportMarkdown(whole, speech).split('\n\n')).toEqual([
      '# Outage',
      'Of one browser.',
      `## ${english('report_totals')}`,
      '- **By the page:** 90',
      '## Errors',
      '- **Began:** 12:00',
      `### ${english('report_words')}`,
      '12:05',
      '> Found.',
      `## ${english('report_terms')}`,
      'The terms.',
      '- Account: ______\n',
    ]);
  });

  it('has no heading of a part that is empty', () => {
    expect(reportMarkdown({ ...bare, sections }, speech)).toBe('# Outage\n\n## Errors\n\n- **Began:** 12:00\n');
  });
});

describe('the report of a month', () => {
  it('sums up each assistant that had an outage, and says so where there was none', () => {
    const report = outageReport([claude, gemini], may, speech);
    expect(report?.totals.map(([, value]) => value)).toEqual([
      english('report_minutes_known', '90', '99'),
      english('report_minutes_known', '70', '70'),
      english('report_minutes_other', '19'),
    ]);
    expect(report?.intro).toContain(english('report_degraded'));
    const april = { kind: 'month', from: Date.UTC(2026, 3, 1), to: may.from } as const;
    expect(outageReport([claude], april, speech)).toMatchObject({ sections: [], totals: [], terms: [] });
    expect(outageReport([claude], april, speech)?.intro[0]).toBe(english('report_nothing'));
  });

  it('with failing messages alone says so, and when they failed', () => {
    const signal = { from: BEGAN, to: BEGAN + 12 * MINUTE };
    const known = knownOf('claude', status, { ...NO_HISTORY, signals: [signal] }, NOON);
    const report = outageReport([known, gemini], may, speech);
    expect(report?.intro[0]).toBe(english('report_nothing_but_messages'));
    expect(report?.totals.map(([, value]) => value)).toEqual([
      english('report_unknown'),
      english('report_unknown'),
      english('report_minutes_other', '12'),
    ]);
    const [section] = report?.sections ?? [];
    expect(section?.heading).toBe(english('report_signal'));
    expect(section?.facts).toContainEqual([english('report_messages_failed'), bothTimes(BEGAN, speech)]);
    expect(section?.facts).toContainEqual([english('report_messages_last'), bothTimes(signal.to, speech)]);
    expect(reportMonths([known], { ...speech, now: NOON + 60 * DAY })).toHaveLength(2);
    expect(isNothingKnown([known])).toBe(false);
  });

  it('does not say that the page had no outage where it had an incident without a stated impact', () => {
    const april = { kind: 'month', from: Date.UTC(2026, 3, 1), to: may.from } as const;
    const at = april.from + 9 * DAY;
    const past = { claude: { ...NO_HISTORY_SUMMARY, listedSince: april.from - DAY, listedAt: NOON } };
    const times = { startedAt: at, updatedAt: at + HOUR, resolvedAt: at + HOUR, phase: 'resolved' } as const;
    const pageMinutes = (incidents: Incident[]) => {
      const kept = { ...NO_HISTORY, incidents, signals: [{ from: at, to: at + MINUTE }] };
      return outageReport([knownOf('claude', { ...status, past }, kept, NOON)], april, speech)?.totals[0]?.[1];
    };
    expect(pageMinutes([])).toBe(english('report_minutes_other', '0'));
    expect(pageMinutes([anIncident({ ...times, impact: 'none' })])).toBe(english('report_unknown'));
  });

  it('can be chosen for this month and for each with an outage', () => {
    expect(reportMonths([claude], speech)).toHaveLength(1);
    expect(reportMonths([claude], { ...speech, now: NOON + 60 * DAY })).toHaveLength(2);
  });
});
