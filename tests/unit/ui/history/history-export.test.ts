import { expect, it } from 'vitest';
import { anIncident, MINUTE, NOON } from '@/tests/fakes/samples';
import type { TimelineEntry } from '@/utils/model/history';
import { statementOf } from '@/utils/model/revisions';
import { historyCsv, historyJson } from '@/utils/ui/history/export';

const entry: TimelineEntry = {
  key: 'claude 1',
  metKey: null,
  assistantId: 'claude',
  source: 'page',
  title: '=HYPERLINK("https://example.org"), "quoted"',
  level: 'major_outage',
  startedAt: NOON - 30 * MINUTE,
  isStartStated: true,
  endedAt: NOON,
  isEndKnown: true,
  isEndStated: true,
  isCore: true,
  namesParts: true,
  sensedAt: NOON - 31 * MINUTE,
  seenAt: null,
  isExplained: false,
  url: null,
  parts: ['claude.ai', 'Claude API'],
  models: [],
  rewording: null,
  updates: [{ at: NOON, phase: 'resolved', text: 'Over,\nat last.' }],
};

it('historyCsv has a line for each outage and escapes spreadsheet formulas', () => {
  expect(
    historyCsv([entry, { ...entry, title: null, isStartStated: false, endedAt: null, isEndStated: false }]).split(
      '\r\n',
    ),
  ).toEqual([
    'assistant,source,title,level,started,start_stated,ended,end_known,end_stated,minutes,core,parts,models,first_met,first_seen_on_page,first_read,first_said,now_said,updates_rewritten,postmortem,url,updates',
    `Claude,status page,"'=HYPERLINK(""https://example.org""), ""quoted""",major_outage,2026-05-20T11:30:00.000Z,true,2026-05-20T12:00:00.000Z,true,true,30,true,claude.ai; Claude API,,2026-05-20T11:29:00.000Z,,,,,,false,,1`,
    'Claude,status page,,major_outage,2026-05-20T11:30:00.000Z,false,,true,false,,true,claude.ai; Claude API,,2026-05-20T11:29:00.000Z,,,,,,false,,1',
    '',
  ]);
  expect(historyCsv([]).split('\r\n')).toHaveLength(2);
});

it('both formats include what the page first said and what it says now', () => {
  const first = statementOf(anIncident({ title: '=Some errors', impact: 'minor', resolvedAt: NOON, updates: [] }));
  const now = { ...first, title: 'All models fail', startedAt: first.startedAt - 15 * MINUTE, resolvedAt: null };
  const changed = { ...entry, rewording: { seenAt: NOON - 9 * MINUTE, first, now, rewritten: 2 } };
  expect(JSON.parse(historyJson([changed], NOON)).incidents[0]).toMatchObject({
    first_read: '2026-05-20T11:51:00.000Z',
    first_said: { title: '=Some errors', started: '2026-05-20T11:40:00.000Z', ended: '2026-05-20T12:00:00.000Z' },
    now_said: { title: 'All models fail', started: '2026-05-20T11:25:00.000Z', ended: null },
    updates_rewritten: 2,
  });
  expect(historyCsv([changed])).toContain(
    ',title: =Some errors; started: 2026-05-20T11:40:00.000Z; ended: 2026-05-20T12:00:00.000Z,' +
      'title: All models fail; started: 2026-05-20T11:25:00.000Z; ended: ,2,',
  );
});

it('historyJson includes every update', () => {
  const { made, incidents } = JSON.parse(historyJson([entry], NOON));
  expect(made).toBe('2026-05-20T12:00:00.000Z');
  expect(incidents[0]).toMatchObject({
    title: entry.title,
    minutes: 30,
    updates: [{ at: '2026-05-20T12:00:00.000Z', phase: 'resolved', text: 'Over,\nat last.' }],
  });
});
