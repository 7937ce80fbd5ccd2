import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { anIncident, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Rewording, StoredMinute } from '@/utils/model/revisions';
import { statementOf } from '@/utils/model/revisions';
import { fieldTime, minuteView, rewordingWords } from '@/utils/ui/history/revisions';
import { delayWords } from '@/utils/ui/history/timeline';

const speech = englishAt(NOON + 60 * MINUTE);
const at = (minutes: number) => NOON + minutes * MINUTE;
const first = anIncident({ title: 'Some errors', impact: 'minor', startedAt: at(15), updates: [] });
const now = { ...first, title: 'ChatGPT is unavailable', impact: 'major' as const, startedAt: at(0) };
const rewording = (over: Partial<Rewording> = {}): Rewording => ({
  seenAt: at(19),
  first: statementOf(first),
  now: statementOf(now),
  rewritten: 0,
  ...over,
});

describe('the words about a changed incident', () => {
  it('set against each other only what differs, with how far it was dated back', () => {
    expect(rewordingWords(rewording(), speech)).toBe(
      'First said (20 May, 12:19): “Some errors”, minor impact, began 12:15. ' +
        'Now said: “ChatGPT is unavailable”, major impact, began 12:00, dated back by 15\u00a0min.',
    );
    expect(rewordingWords(rewording({ now: { ...statementOf(first), impact: 'none' } }), speech)).toBe(
      'First said (20 May, 12:19): minor impact. Now said: no impact.',
    );
  });

  it('say how many updates were rewritten where nothing else differs', () => {
    expect(rewordingWords(rewording({ now: statementOf(first), rewritten: 2 }), speech)).toBe(
      '2 updates were rewritten or removed.',
    );
  });

  it('do not name a time that was not recorded', () => {
    expect(rewordingWords(rewording({ seenAt: null }), speech)).toMatch(/^First said: “Some errors”/);
  });
});

describe('the answer about a minute', () => {
  const revisions = {
    id: first.id,
    platform: 'statuspage' as const,
    seenAt: at(19),
    changes: [{ readAt: at(40), title: first.title, impact: first.impact, startedAt: first.startedAt }],
  };
  const stored: StoredMinute = {
    span: { from: at(0), to: at(50), level: 'operational' },
    signal: { from: at(2), to: at(9) },
    incidents: [{ incident: now, revisions }],
    troubles: [],
  };

  it('says what was posted only later and is dated to it', () => {
    const view = minuteView(stored, at(5), speech);
    expect(view.page).toEqual([
      english('history_minute_level', english('level_operational')),
      english('history_minute_none'),
    ]);
    expect(view.stated).toEqual([]);
    expect(view.others).toMatchObject([
      { words: english('history_minute_later', 'ChatGPT is unavailable', '12:19', '12:00') },
    ]);
    expect(view.own).toBe(english('history_minute_failing', '12:02'));
  });

  it('shows an incident as it was stated then', () => {
    const view = minuteView({ ...stored, signal: null }, at(30), speech);
    expect(view.stated).toMatchObject([{ title: 'Some errors', rewording: expect.stringContaining('dated back by') }]);
    const [phase, impact] = [english('popup_phase_investigating'), english('history_impact_minor')];
    expect(view.stated[0]?.facts).toBe(english('history_minute_seen', phase, impact, '12:15', '12:19'));
    expect(view.own).toBe(english('history_minute_fine'));
  });

  it('claims nothing of a time that was not read', () => {
    const nothing = { span: null, signal: null, incidents: [], troubles: [] };
    expect(minuteView(nothing, at(5), speech).page).toEqual([english('history_minute_unread')]);
    // What was read before may have changed by then.
    const before = minuteView({ ...stored, span: null }, at(30), speech);
    expect(before.page).toEqual([english('history_minute_unread'), english('history_minute_last_read')]);
    expect(before.stated).toHaveLength(1);
  });

  it('claims of the page no more than its last reading before that time', () => {
    expect(minuteView(stored, at(5), speech)).toMatchObject({
      page: [
        'At the last check before then, the page showed for your models and components: Operational.',
        'It listed no open incident.',
      ],
      others: [
        {
          words:
            'This browser had not yet read of “ChatGPT is unavailable” (first read: 12:19). ' +
            'The page now dates its beginning to 12:00.',
        },
      ],
    });
  });
});

it('the delay of a page names the outages behind it', () => {
  const delays = { medianMs: 12 * MINUTE, longestMs: 41 * MINUTE };
  expect(delayWords({ count: 7, ...delays }, speech)).toContain('over 7 outages');
  expect(delayWords({ count: 1, ...delays }, speech)).toBe(english('history_delay_one', '1', '12\u00a0min'));
});

it('a minute is asked for at its end, and an incomplete date is no time', () => {
  expect(fieldTime('')).toBeNull();
  expect(fieldTime('2026-13-45T99:99')).toBeNull();
  expect(fieldTime('2026-09-03T14:39')).toBe(new Date(2026, 8, 3, 14, 40).getTime() - 1);
});
