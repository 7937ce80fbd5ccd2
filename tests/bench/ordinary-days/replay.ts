import { BUILT_IN } from '@/utils/assistants/lookups';
import { type AssistantId, newChatPathOf } from '@/utils/model/assistant';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { purposeOf, withTabLoaded, withTabMoved } from '@/utils/rules/evidence/classify';
import { evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { expirePendingRequests, reduceRequestEvent, SILENT_AFTER_MS } from '@/utils/rules/evidence/requests';
import { type IncidentSign, PAST_INCIDENTS, type PastIncident, SIGNS } from './incidents';
import { MINUTE, SECOND } from './message-outcome';

const SEND_URLS: Partial<Record<AssistantId, (conversation: string) => string>> = {
  claude: (id) => `https://claude.ai/api/organizations/o/chat_conversations/${id}/completion`,
  chatgpt: () => 'https://chatgpt.com/backend-api/f/conversation',
  gemini: () => 'https://gemini.google.com/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate',
  grok: (id) => `https://grok.com/rest/app-chat/conversations/${id}/responses`,
  deepseek: () => 'https://chat.deepseek.com/api/v0/chat/completion',
  microsoft_copilot: () => 'wss://copilot.microsoft.com/c/api/chat?api-version=2',
};

interface Reply {
  url: string;
  method: string;
  isMainFrame: boolean;
  /** Null without an answer. */
  firstByteMs: number | null;
  lengthMs: number;
  status: number | null;
  error: string | null;
}

const WELL = { firstByteMs: 1_500, lengthMs: 8_000, status: 200, error: null };

const REPLIES: Record<IncidentSign, Partial<Reply>> = {
  overloaded: { status: 529, lengthMs: 5 },
  server_error: { status: 500, lengthMs: 5 },
  cut: { firstByteMs: null, status: null, error: 'net::ERR_EMPTY_RESPONSE' },
  silent: { firstByteMs: null, lengthMs: 25_000, status: null, error: 'net::ERR_ABORTED' },
  gone: { status: 404, lengthMs: 5 },
  error_in_stream: { lengthMs: 40 },
  handshake: { status: 503, lengthMs: 5 },
  page: { status: 503, lengthMs: 5, url: 'https://claude.ai/new', method: 'GET', isMainFrame: true },
  sign_in: { status: 503, lengthMs: 5, url: 'https://claude.ai/api/auth/verify_google' },
  limit_for_all: { status: 429, lengthMs: 5 },
  slow: { firstByteMs: 15_000 },
};

/** How the user behaves. */
export interface Behavior {
  /** Tries that are made in a new chat. Before the first of them, the page is loaded. */
  newChats: 'none' | 'third' | 'all';
  /** Whether two messages were answered within the ten minutes before. */
  wasAnsweredJustBefore: boolean;
  /** So many messages met a 500 in the two hours before, each answered at the second try. Default: none. */
  strayErrors?: number;
}

/** The conversation in which messages were answered before. */
const OLD = 'a';
const TAB_ID = 1;

const TRIES = 3;
/** Between two tries, as the user reads the error. */
const PAUSE_MS = 20 * SECOND;
const BEGIN = Date.parse('2026-09-03T14:39:25Z');

export interface Replayed {
  incident: PastIncident;
  /** Number of the failing message at which an issue was possible; null if it was not by the third. */
  noticedAt: number | null;
  /** Epoch milliseconds. */
  at: number | null;
}

/** Plays one incident against the rule: twelve answered messages in the morning, and three that fail. */
export function replay(
  incident: PastIncident,
  { newChats, wasAnsweredJustBefore, strayErrors = 0 }: Behavior,
): Replayed {
  const { assistantId, sign } = incident;
  const assistant = BUILT_IN.get(assistantId);
  const { newChatPaths } = assistant;
  const begin = incident.beganAt === undefined ? BEGIN : Date.parse(incident.beganAt);
  let memory: EvidenceMemory = NO_EVIDENCE;
  let made = 0;
  let now = begin - 60 * MINUTE;
  const meet = (conversation: string, over: Partial<Reply>) => {
    const url = SEND_URLS[assistantId]?.(conversation) ?? '';
    const isHandshake = url.startsWith('wss:') ? true : undefined;
    const reply = { url, method: isHandshake ? 'GET' : 'POST', isMainFrame: false, ...WELL, ...over };
    made += 1;
    const { method, isMainFrame, firstByteMs, lengthMs, status, error } = reply;
    const tabPath = conversation === OLD ? `/c/${OLD}` : newChatPathOf(assistant);
    const base = { id: String(made), url: reply.url, method, isMainFrame, isHandshake, tabId: TAB_ID, tabPath };
    const purpose = purposeOf(assistant, base);
    if (purpose === null) return;
    const take = (request: SeenRequest) => {
      memory = reduceRequestEvent(memory, { ...purpose, assistantId }, request, now);
    };
    memory = withTabMoved(memory, { assistantId, tabId: TAB_ID, path: tabPath, newChatPaths }, now);
    take({ ...base, stage: 'sent' });
    if (firstByteMs !== null) {
      now += firstByteMs;
      take({ ...base, stage: 'answered', status: status ?? 200 });
    } else if (lengthMs > SILENT_AFTER_MS) {
      now += SILENT_AFTER_MS;
      memory = expirePendingRequests(memory, { now, dueAt: now, isOnline: true });
    }
    now += lengthMs;
    take({ ...base, stage: 'ended', status, error });
  };
  const failing = REPLIES[sign];
  for (let left = 12; left > 0; left -= 1) meet(OLD, {});
  for (let left = strayErrors; left > 0; left -= 1) {
    meet(OLD, REPLIES.server_error);
    meet(OLD, {});
    now += 5 * MINUTE;
  }
  now = begin - MINUTE;
  if (wasAnsweredJustBefore) for (let left = 2; left > 0; left -= 1) meet(OLD, {});
  now = Math.max(now, begin) + 15 * SECOND;
  for (let count = 1; count <= TRIES; count += 1) {
    const isNew = newChats === 'all' || (newChats === 'third' && count === TRIES);
    if (isNew) memory = withTabLoaded(memory, TAB_ID);
    meet(isNew ? `new ${count}` : OLD, failing);
    if (evaluateRequestFailures(memory.events[assistantId] ?? [], now) !== null)
      return { incident, noticedAt: count, at: now };
    now += PAUSE_MS;
  }
  return { incident, noticedAt: null, at: null };
}

export interface ReplayRow {
  sign: IncidentSign;
  incidents: number;
  noticed: number;
}

/** By sign: how many incidents were noticed by the third failing message. */
export function replayAll(behavior: Behavior): ReplayRow[] {
  return SIGNS.map((sign) => {
    const replays = PAST_INCIDENTS.filter((incident) => incident.sign === sign).map((one) => replay(one, behavior));
    return { sign, incidents: replays.length, noticed: replays.filter(({ noticedAt }) => noticedAt !== null).length };
  });
}
