import { chances } from '@/tests/bench/crowd/chances';
import { MINUTE, SECOND } from '@/tests/bench/ordinary-days/message-outcome';
import { measured, type Row } from '@/tests/bench/row';
import { outageTimeline } from '@/tests/bench/virtual/outage-timeline';
import { simulateRounds } from '@/tests/bench/virtual/simulate-rounds';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';

const RUNS = 60;

interface Case {
  what: string;
  id: AssistantId;
  host: string;
  part: string;
  chats: readonly string[];
  level: Level;
  lastsMs: number;
  /** Budget for the median, seconds. */
  budget: number | null;
}

const CLAUDE = { id: 'claude', host: 'status.claude.com', part: 'rwppv331jlwc', lastsMs: 20 * MINUTE } as const;
const GEMINI = { id: 'gemini', host: 'www.google.com', part: 'npdyhgECDJ6tB66MxXyo', lastsMs: 90 * MINUTE } as const;
const OPEN = ['https://claude.ai/*'];

const CASES: readonly Case[] = [
  { ...CLAUDE, what: 'an outage, its chat open', chats: OPEN, level: 'partial_outage', budget: 30 },
  { ...CLAUDE, what: 'degraded performance, its chat open', chats: OPEN, level: 'degraded', budget: null },
  { ...CLAUDE, what: 'an outage, its chat not open', chats: [], level: 'partial_outage', budget: 300 },
  {
    ...GEMINI,
    what: 'an outage in Google’s feed, its chat not open',
    chats: [],
    level: 'partial_outage',
    budget: 1_800,
  },
];

/** From a change on the page to its notification, for start and end, over starts at any time. */
async function delayRows({ what, id, host, part, chats, level, lastsMs, budget }: Case): Promise<Row[]> {
  const { share, between } = chances(7);
  const [startDelays, recoveryDelays]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const from = between(40 * MINUTE, 75 * MINUTE);
    const until = from + lastsMs;
    const pages = { [host]: outageTimeline(part, [{ from, until, level }]) };
    const { notifiedAt } = await simulateRounds({
      watched: [id],
      chats,
      pages,
      forMs: until + 40 * MINUTE,
      random: share,
    });
    const [first, last] = [notifiedAt[0], notifiedAt.at(-1)];
    if (first !== undefined) startDelays.push((first - from) / SECOND);
    if (last !== undefined && last >= until) recoveryDelays.push((last - until) / SECOND);
  }
  return [measured(`${what}: start`, startDelays, 's', budget), measured(`${what}: recovery`, recoveryDelays, 's')];
}

export async function measureNotificationDelay(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of CASES) rows.push(...(await delayRows(one)));
  return rows;
}
