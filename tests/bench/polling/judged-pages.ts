import type { AssistantId } from '@/utils/model/assistant';
import type { PollFloors } from '@/utils/platforms/adapters';
import { google } from '@/utils/platforms/google';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';

/** Request and response headers. TLS is left out, because the server decides how long a connection stays open. */
const HEADERS = 700;

/** A status page and the cost of one reading; bytes on the wire, gzipped bodies. */
export interface JudgedPage {
  id: AssistantId;
  name: string;
  floors: PollFloors;
  unchangedBytes: number;
  changedBytes: number;
  /** Number of days out of a hundred with an issue of its chat. */
  outageDays: number;
}

/**
 * Sizes: Claude’s recorded summary of 2026-09-22 (6.8 kB, 1.2 as gzip; with a validator), OpenAI’s of 2026-09-15 (7.0 kB,
 * 1.2 as gzip, without) plus a component list of the same size, Google Workspace’s feed (400 kB on 2026-09-23; its
 * recorded feeds shrink to a tenth). Days with an issue: roughly those on Claude’s and OpenAI’s pages in June and
 * September 2026.
 */
export const JUDGED_PAGES: readonly JudgedPage[] = [
  {
    id: 'claude',
    name: 'Claude (answers 304)',
    floors: POLL_FLOORS,
    unchangedBytes: HEADERS,
    changedBytes: HEADERS + 1_230,
    outageDays: 30,
  },
  {
    id: 'chatgpt',
    name: 'ChatGPT (no validators)',
    floors: POLL_FLOORS,
    unchangedBytes: 2 * HEADERS + 2_400,
    changedBytes: 2 * HEADERS + 3_200,
    outageDays: 25,
  },
  {
    id: 'gemini',
    name: 'Gemini (a feed of 400 kB)',
    floors: google.floors ?? POLL_FLOORS,
    unchangedBytes: HEADERS + 40_000,
    changedBytes: HEADERS + 40_000,
    outageDays: 5,
  },
];
