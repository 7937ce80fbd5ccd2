import type { AssistantId } from '@/utils/model/assistant';
import type { PollFloors } from '@/utils/platforms/adapter';
import { google } from '@/utils/platforms/google';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';

/** Headers of a request and its answer, both ways. TLS is left out: how long a connection stays open is the server’s affair. */
const HEADERS = 700;

/** A status page with what one reading of it costs; bytes on the wire, bodies as gzip makes them. */
export interface JudgedPage {
  id: AssistantId;
  name: string;
  floors: PollFloors;
  unchangedBytes: number;
  changedBytes: number;
  /** On how many of a hundred days its chat is in trouble. */
  troubledDays: number;
}

/**
 * Sizes: Claude’s recorded summary of 2026-09-22 (6.8 kB, 1.2 as gzip; it has a validator), OpenAI’s of 2026-09-15 (7.0 kB,
 * 1.2 as gzip, none) with the list of components as long again, Google Workspace’s feed (400 kB on 2026-09-23; that maker’s
 * recorded feeds shrink to a tenth). Troubled days: roughly what Claude’s and OpenAI’s pages told in June and September 2026.
 */
export const JUDGED_PAGES: readonly JudgedPage[] = [
  {
    id: 'claude',
    name: 'Claude (answers 304)',
    floors: POLL_FLOORS,
    unchangedBytes: HEADERS,
    changedBytes: HEADERS + 1_230,
    troubledDays: 30,
  },
  {
    id: 'chatgpt',
    name: 'ChatGPT (no validators)',
    floors: POLL_FLOORS,
    unchangedBytes: 2 * HEADERS + 2_400,
    changedBytes: 2 * HEADERS + 3_200,
    troubledDays: 25,
  },
  {
    id: 'gemini',
    name: 'Gemini (a feed of 400 kB)',
    floors: google.floors ?? POLL_FLOORS,
    unchangedBytes: HEADERS + 40_000,
    changedBytes: HEADERS + 40_000,
    troubledDays: 5,
  },
];
