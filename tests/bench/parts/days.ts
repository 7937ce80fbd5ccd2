import { chances } from '@/tests/bench/crowd/chances';
import { HOUR, MINUTE } from '@/tests/bench/ordinary-days/message-outcome';
import { counted, type Row } from '@/tests/bench/row';
import { outageTimeline } from '@/tests/bench/virtual/outage-timeline';
import { type SimulationOptions, simulateRounds } from '@/tests/bench/virtual/simulate-rounds';

const WATCHED = ['claude', 'chatgpt', 'gemini'] as const;
const CHAT = 'rwppv331jlwc';
const BUDGET_BYTES = 4_000_000;
const CHATS = ['https://claude.ai/*', 'https://chatgpt.com/*', 'https://gemini.google.com/*'];
const INCIDENTS = [3, 10, 17].map((hour) => ({
  from: hour * HOUR,
  until: hour * HOUR + 40 * MINUTE,
  level: 'partial_outage' as const,
}));

async function day(name: string, over: Partial<SimulationOptions>, budget: number | null): Promise<Row[]> {
  const order = { watched: [...WATCHED], chats: [], pages: {}, forMs: 24 * HOUR, random: chances(1).share };
  const { bytes, requests, wakeUps } = await simulateRounds({ ...order, ...over });
  return [
    counted(`${name}: bytes`, bytes, 'B', budget),
    counted(`${name}: requests`, requests, 'requests'),
    counted(`${name}: wake-ups`, wakeUps, 'times'),
  ];
}

/** Days of a browser that never sleeps, in virtual time, with Claude, ChatGPT and Gemini watched. */
export async function measureDays(): Promise<Row[]> {
  return [
    ...(await day('an idle day', {}, BUDGET_BYTES)),
    ...(await day(
      'a day with three incidents of 40 min',
      { pages: { 'status.claude.com': outageTimeline(CHAT, INCIDENTS) } },
      null,
    )),
    ...(await day('a day with all three chats always open', { chats: CHATS }, null)),
  ];
}
