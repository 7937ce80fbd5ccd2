import { describe, expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { dayStrip } from '@/utils/ui/popup/row-detail';
import { dayStarts } from '@/utils/ui/text';

const NOW = new Date(2026, 8, 3, 15, 13).getTime();
const days = dayStarts(NOW, 90);
const at = (daysAgo: number) => days[89 - daysAgo] ?? 0;
// Uses the device's zone, because days begin at its midnight.
const speech = { ...englishAt(NOW), timeZone: undefined };

test('dayStarts returns midnights of the device’s zone, also for days of 23 or 25 hours', () => {
  expect(days).toHaveLength(90);
  for (const day of days) expect(new Date(day).getHours()).toBe(0);
  expect(new Set(days).size).toBe(90);
  expect(days.at(-1)).toBe(new Date(2026, 8, 3).getTime());
});

const UP = english('level_operational');
const PARTIAL = english('level_partial_outage');
const UNKNOWN = english('level_unknown');

describe('the last 90 days', () => {
  test('nothing known is never up', () => {
    const strip = dayStrip('Claude', NO_HISTORY_SUMMARY, null, speech);
    expect(new Set(strip.cells.map((cell) => cell.level))).toEqual(new Set(['unknown']));
    expect(strip.alt).toBe(english('popup_strip_alt', 'Claude', `${UNKNOWN}: 90`));
    expect(strip.note).toBe(english('popup_strip_nothing'));
  });

  test('summarizes levels, runs of days and the start of knowledge', () => {
    const past = {
      ...NO_HISTORY_SUMMARY,
      days: [
        { at: at(3), worst: 'operational' as const },
        { at: at(2), worst: 'operational' as const },
        { at: at(1), worst: 'partial_outage' as const },
        { at: at(0), worst: 'operational' as const },
      ],
    };
    const strip = dayStrip('Claude', past, null, speech);
    expect(strip.alt).toBe(english('popup_strip_alt', 'Claude', `${UP}: 3, ${PARTIAL}: 1, ${UNKNOWN}: 86`));
    expect(strip.runs.slice(1)).toEqual([`31 Aug to 1 Sept: ${UP}`, `2 Sept: ${PARTIAL}`, `3 Sept: ${UP}`]);
    expect(strip.note).toBe(english('popup_strip_since', '31 Aug'));
    expect(strip.cells.at(-2)?.title).toBe(`2 Sept: ${PARTIAL}`);
  });
});

describe('the uptime of the strip', () => {
  const HOUR = 3_600_000;
  const outage = {
    id: 'i1',
    assistantId: 'claude',
    source: 'page',
    title: null,
    peak: 'major_outage',
    startedAt: NOW - 50 * HOUR,
    endedAt: NOW - 39.2 * HOUR,
    sensedAt: null,
    seenAt: null,
    isEndKnown: true,
    isExplained: false,
    url: null,
  } as const;
  const past = { ...NO_HISTORY_SUMMARY, troubles: [outage], listedSince: NOW - 95 * 24 * HOUR, listedAt: NOW };
  const uptime = (changes: Partial<typeof past> = {}) =>
    dayStrip('Claude', { ...past, ...changes }, null, speech).uptime;

  test('is calculated from the incidents on the status page', () => {
    // 10.8 of 2,160 hours.
    expect(uptime()).toBe('99.50%');
    expect(uptime({ troubles: [] })).toBe('100%');
  });

  test('counts an outage that goes on', () => {
    const ongoing = { startedAt: NOW - 10.8 * HOUR, level: 'major_outage', lastReadAt: NOW } as const;
    expect(dayStrip('Claude', past, ongoing, speech).uptime).toBe('99.00%');
    const unread = { ...ongoing, lastReadAt: ongoing.startedAt + HOUR };
    expect(dayStrip('Claude', past, unread, speech).uptime).toBe('99.45%');
  });

  test('is not stated where the list does not cover all days', () => {
    expect(uptime({ listedSince: NOW - 80 * 24 * HOUR })).toBeNull();
    expect(dayStrip('Claude', NO_HISTORY_SUMMARY, null, speech).uptime).toBeNull();
  });
});
