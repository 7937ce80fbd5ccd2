import { HOUR, MINUTE, type Period } from '@/tests/bench/ordinary-days/message-outcome';
import type { Person } from '@/tests/bench/virtual/person';
import type { AssistantId } from '@/utils/model/assistant';
import type { Chances } from './chances';

const DAY = 24 * HOUR;

/** Share of users by hours from UTC. A rounded guess; no provider publishes it. */
const TIME_ZONES: readonly [hours: number, share: number][] = [
  [-8, 0.12],
  [-6, 0.08],
  [-5, 0.15],
  [-3, 0.06],
  [0, 0.07],
  [1, 0.17],
  [2, 0.05],
  [3, 0.03],
  [5.5, 0.13],
  [8, 0.06],
  [9, 0.08],
];

/** Events that make all users look at once. */
export interface Alarm {
  at: number;
  until: number;
  /** The assistant that fails. */
  of: AssistantId;
}

export interface CrowdHabits {
  /** Every browser starts in this minute instead of at its usual time. */
  startsAt: number | null;
  alarm: Alarm | null;
}

function zoneOf(chances: Chances): number {
  const place = chances.share();
  let before = 0;
  for (const [hours, share] of TIME_ZONES) {
    before += share;
    if (place < before) return hours;
  }
  return 0;
}

/** Chat sessions of five to forty minutes, with breaks at least as long. */
function sittingsIn(runs: readonly Period[], chances: Chances): Period[] {
  return runs.flatMap(({ from, until }) => {
    const sessions: Period[] = [];
    let at = from + chances.waiting(30 * MINUTE);
    while (at < until) {
      const end = Math.min(until, at + chances.between(5 * MINUTE, 40 * MINUTE));
      sessions.push({ from: at, until: end });
      at = end + chances.waiting(50 * MINUTE);
    }
    return sessions;
  });
}

/** A working day in the user's time zone, wrapped into one UTC day. One browser in seven runs around the clock. */
function runsOf({ startsAt }: CrowdHabits, chances: Chances): Period[] {
  if (startsAt !== null) return [{ from: startsAt + chances.between(0, MINUTE), until: DAY }];
  if (chances.happens(1 / 7)) return [{ from: -chances.between(0, HOUR), until: DAY }];
  const zone = zoneOf(chances);
  // Half start at any minute, half at a full or half hour.
  const comes = chances.around(9 * HOUR, 2 * HOUR);
  const sharp = Math.round(comes / (30 * MINUTE)) * 30 * MINUTE - chances.waiting(3 * MINUTE);
  const from = (chances.happens(0.5) ? comes : sharp) - zone * HOUR;
  const length = chances.around(8 * HOUR, 3 * HOUR);
  const start = ((from % DAY) + DAY) % DAY;
  const end = start + length;
  return end <= DAY
    ? [{ from: start, until: end }]
    : [
        { from: start - DAY, until: end - DAY },
        { from: start, until: DAY },
      ];
}

/** One user: sessions of a day and the reaction to a failing chat. */
export function crowdPerson(habits: CrowdHabits, chances: Chances): Person {
  const runs = runsOf(habits, chances);
  const sessions = { claude: sittingsIn(runs, chances), chatgpt: sittingsIn(runs, chances) };
  const glances = runs.map(({ from, until }) => chances.between(from, until));
  const { alarm } = habits;
  if (alarm !== null) {
    const isSitting = (sessions[alarm.of as 'claude'] ?? []).some((one) => one.from < alarm.at && alarm.at < one.until);
    // Users who write at that moment notice within minutes; some others hear of it in the next half hour.
    const noticed = alarm.at + chances.waiting(isSitting ? 2 * MINUTE : 30 * MINUTE);
    if (isSitting || chances.happens(0.3)) {
      for (let at = noticed; at < alarm.until; at += chances.waiting(5 * MINUTE)) glances.push(at);
    }
  }
  return { runs, sessions, glances: glances.sort((a, b) => a - b) };
}
