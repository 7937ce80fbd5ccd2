import type { AssistantId, StatusPage } from '@/utils/model/assistant';
import type {
  Answer,
  ConnectionFinding,
  LocalAnswer,
  ProviderFinding,
  SendsFinding,
  SiteProbe,
} from '@/utils/model/diagnosis';
import {
  type EvidenceEvent,
  type EvidenceKind,
  type EvidenceMemory,
  type LoggedRequest,
  pageSuspicionOf,
} from '@/utils/model/evidence';
import { isUnanswered, type ReadFailure } from '@/utils/model/failure';
import { isTrouble } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import type { PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { areUnopened, evaluateRequestFailures, evaluateSlowness, isAboutRequest, recentOf } from './evaluate-failures';

const isServerError = (status: number): boolean => status >= 500;

/** The result of the last request for a status page. */
export function answerOfPage(memory: PageMemory | undefined): Answer {
  if (memory?.triedAt == null) return 'not_known';
  const { failure } = memory;
  if (failure === null) return 'well';
  if (failure.kind === 'not_allowed') return 'not_allowed';
  if (isUnanswered(failure)) return 'none';
  return failure.kind === 'http_error' && isServerError(failure.status) ? 'error' : 'unexpected';
}

/** Combined result of several hosts: one answer proves that the connection works, whatever the others do. */
export function answerOfSeveral(answers: readonly Answer[]): Answer {
  if (answers.includes('well')) return 'well';
  if (answers.includes('error') || answers.includes('unexpected')) return 'unexpected';
  return answers.includes('none') ? 'none' : 'not_known';
}

const MINUTE = 60_000;
/** A reading that is older says nothing about the connection now. */
const LINE_READ_WITHIN_MS = 2 * MINUTE;
const LINE_WELL_MS = 1_000;
const LINE_SLOW_MS = 3_000;
/** One slow page may itself be slow. */
const ENOUGH_SLOW_PAGES = 2;

/** How fast the connection is, by these pages. The fastest counts: the others may be slow themselves. */
export function connectionSpeed(
  pages: readonly (PageMemory | undefined)[],
  now: number,
): ConnectionFinding | undefined {
  const isFresh = ({ readAt, failure }: PageMemory) =>
    failure === null && readAt !== null && Math.abs(now - readAt) < LINE_READ_WITHIN_MS;
  const times = pages.flatMap((page) => (page !== undefined && isFresh(page) ? (page.answeredMs ?? []) : []));
  const ms = Math.min(...times);
  if (ms <= LINE_WELL_MS) return { kind: 'well', ms };
  return ms >= LINE_SLOW_MS && times.length >= ENOUGH_SLOW_PAGES ? { kind: 'slow', ms } : undefined;
}

/** A chat site's answer to a request without cookies. A sign-in page, a refusal or a redirect is an answer too. */
export function answerOfSite(probe: SiteProbe): Answer {
  switch (probe.kind) {
    case 'not_allowed':
      return 'not_allowed';
    case 'silent':
      return 'none';
    case 'answered':
      return probe.status !== null && isServerError(probe.status) ? 'error' : 'well';
  }
}

/** Names of other parts of the assistant that the page lists with an outage. */
function troubledParts(page: StatusPage | null, report: Report | null): string[] {
  const ids = (page?.features ?? []).map(({ id }) => id);
  return (report?.components ?? [])
    .filter(({ id, level }) => ids.includes(id) && isTrouble(level))
    .map(({ name }) => name);
}

/** What the provider reports, for "Is it me?": about the chat or, if that is operational, about its other parts. */
export function readProvider(
  page: StatusPage | null,
  verdict: Verdict | undefined,
  report: Report | null,
): ProviderFinding {
  if (verdict === undefined) return { kind: 'unknown', level: 'unknown', names: [] };
  const reported = pageSuspicionOf(verdict.suspicion);
  if (verdict.level === 'unknown') {
    const isIncidentOpen = reported !== null && reported.incidentId !== null;
    return { kind: isIncidentOpen ? 'incident' : 'unknown', level: 'unknown', names: [] };
  }
  const { level, models } = verdict;
  if (isTrouble(level)) {
    // A major outage affects the whole assistant, even if the incident names models.
    const areModelsLeft = models.length > 0 && level !== 'major_outage';
    return { kind: areModelsLeft ? 'models' : 'trouble', level, names: areModelsLeft ? models : [] };
  }
  if (reported !== null) return { kind: 'incident', level, names: [] };
  if (level === 'maintenance') return { kind: 'maintenance', level, names: [] };
  const parts = troubledParts(page, report);
  return { kind: parts.length > 0 ? 'parts' : 'well', level, names: parts };
}

const HOUR = 60 * MINUTE;
/** With at most this many answers in an hour, a limit is unlikely to be used up. */
const FEW = 2;

/** Whether hardly anything was answered in the hour before. False if the log does not reach back that far. */
function isQuietHour(log: readonly LoggedRequest[], now: number): boolean {
  const [oldest] = log;
  if (oldest === undefined || now - oldest.at < HOUR) return false;
  const isAnswer = ({ at, what, outcome }: LoggedRequest) =>
    now - at < HOUR && what === 'send' && (outcome === 'ok' || outcome === 'brief');
  return log.filter(isAnswer).length <= FEW;
}

/** When the limit was first met since the last answer. The hour before a retry is quiet because of the limit itself. */
function firstLimited(log: readonly LoggedRequest[]): number | null {
  const sends = log.filter(({ what }) => what === 'send');
  const answered = sends.findLastIndex(({ outcome }) => outcome === 'ok' || outcome === 'brief');
  return sends.slice(answered + 1).find(({ outcome }) => outcome === 'limited')?.at ?? null;
}

/** Messages of one conversation that fail, although the assistant as a whole is not suspected; null if there are none. */
function conversationFinding(recent: readonly EvidenceEvent[]): 'conversation' | 'conversation_only' | 'tool' | null {
  const sends = recent.filter(({ what }) => what === 'send');
  const isBad = ({ outcome, isAtOnce }: EvidenceEvent) => outcome === 'failed' || isAtOnce === true;
  const newest = sends.findLast(isBad);
  if (newest?.conversationHash === undefined) return null;
  const isHere = ({ conversationHash }: EvidenceEvent) => conversationHash === newest.conversationHash;
  const failures = sends.filter((event) => isBad(event) && isHere(event));
  const [first] = failures;
  if (first === undefined) return null;
  const answered = sends.filter(({ outcome, at }) => outcome === 'ok' && at > first.at);
  const all = sends.filter(isBad);
  const isElsewhereToo = all.length > failures.length && all.every(isAboutRequest);
  if (failures.length < 2) return isElsewhereToo ? 'tool' : null;
  // Overload and a lost connection that came and went say nothing about a tool.
  if (answered.some(isHere)) return failures.every(isAboutRequest) ? 'tool' : null;
  if (answered.length === 0 && isElsewhereToo) return 'tool';
  return answered.length > 0 ? 'conversation' : 'conversation_only';
}

/** The event that tells most about the chat now: the last message, or a socket that could not be opened since. */
function decisiveOf(recent: readonly EvidenceEvent[]): EvidenceEvent | undefined {
  const message = recent.findLast(({ what }) => what === 'send');
  const handshake = recent.findLast(({ what }) => what === 'handshake');
  const isLost = handshake?.outcome === 'failed' && handshake.at >= (message?.at ?? 0);
  return isLost ? handshake : (message ?? recent.at(-1));
}

/**
 * The outcome of the user's own last messages, for "Is it me?". The most recent one counts first, because the user asks
 * about it.
 */
export function readSends(
  events: readonly EvidenceEvent[],
  now: number,
  log: readonly LoggedRequest[] = [],
): SendsFinding {
  const recent = recentOf(events, now);
  const last = decisiveOf(recent);
  if (last === undefined) return { kind: 'none', suspicion: null };
  if (last.outcome === 'limited') {
    const isDoubtful = isQuietHour(log, firstLimited(log) ?? now) || recent.some(isOfService);
    return { kind: isDoubtful ? 'limited_doubtful' : 'limited', suspicion: null };
  }
  const suspicion = evaluateRequestFailures(recent, now);
  // Who is refused signs in or opens the page again, and that may fail for another reason.
  const isFailingSince = suspicion !== null && hasFailedSince(recent, last, suspicion.what);
  if (last.outcome === 'refused' && !isFailingSince) return { kind: last.outcome, suspicion: null };
  if (suspicion === null) return calmerFinding(events, last, now);
  // A limit and a refusal are answers, but no errors.
  const isAnswered =
    suspicion.isAtOnce === true || recent.some(({ what, how }) => what === suspicion.what && how === 'answered');
  return { kind: isAnswered ? 'failed' : 'cut', suspicion };
}

/** Whether the newest request of a kind failed, after this one. */
function hasFailedSince(recent: readonly EvidenceEvent[], { at }: EvidenceEvent, what: EvidenceKind): boolean {
  const newest = recent.findLast((event) => event.what === what);
  return newest?.outcome === 'failed' && newest.at > at;
}

/** Whether a request failed with an answer that is not about it: of the page, of a sign-in, or of an overloaded server. */
const isOfService = (event: EvidenceEvent): boolean =>
  event.how === 'answered' && (event.what !== 'send' || !isAboutRequest(event));

/** What the messages tell while there is no suspicion. */
function calmerFinding(events: readonly EvidenceEvent[], last: EvidenceEvent, now: number): SendsFinding {
  const recent = recentOf(events, now);
  const kind = conversationFinding(recent);
  if (kind !== null) return { kind, suspicion: null };
  // Opening a page uses up nothing.
  if (recent.at(-1)?.status === 429) return { kind: 'limited_doubtful', suspicion: null };
  if (last.what === 'handshake' && areUnopened(recent)) return { kind: 'unopened', suspicion: null };
  const slow = evaluateSlowness(events, now);
  if (slow !== null) return { kind: 'slow', suspicion: null, ms: slow.ms, usualMs: slow.usualMs };
  return slowMaybe(recent) ?? { kind: calmKind(last), suspicion: null };
}

function calmKind({ outcome }: EvidenceEvent): 'well' | 'brief' | 'once' {
  if (outcome === 'ok') return 'well';
  return outcome === 'brief' ? 'brief' : 'once';
}

const SLOW_IN_A_ROW = 2;

/** The last answers, if they started later than usual; null otherwise. */
function slowMaybe(recent: readonly EvidenceEvent[]): SendsFinding | null {
  const last = recent.filter(({ what }) => what === 'send').slice(-SLOW_IN_A_ROW);
  const times = last.flatMap(({ firstByteMs, usualMs }) => (usualMs === undefined ? [] : (firstByteMs ?? [])));
  const usualMs = last[0]?.usualMs;
  if (usualMs === undefined || times.length < SLOW_IN_A_ROW) return null;
  return { kind: 'slow_maybe', suspicion: null, ms: Math.min(...times), usualMs };
}

/** As `readSends`, with the messages to other assistants: what happens on several sites is the connection. */
export function readAllSends({ events, log }: EvidenceMemory, id: AssistantId, now: number): SendsFinding {
  const own = readSends(events[id] ?? [], now, log[id] ?? []);
  const isElsewhere = (...kinds: SendsFinding['kind'][]) =>
    Object.entries(events).some(([other, met]) => other !== id && kinds.includes(readSends(met ?? [], now).kind));
  if (own.kind === 'cut' && isElsewhere('cut')) return { ...own, kind: 'cut_everywhere' };
  if (own.kind === 'slow' && isElsewhere('slow')) return { ...own, kind: 'slow_everywhere' };
  // Two limits of different providers are hardly used up at once.
  const isLimitDoubtful = own.kind === 'limited' && isElsewhere('limited', 'limited_doubtful', 'failed');
  return isLimitDoubtful ? { ...own, kind: 'limited_doubtful' } : own;
}

/** Result of the request; `models` is null if the answer was not a list of models. */
export type LocalAsked = { ok: true; models: number | null } | { ok: false; failure: ReadFailure };

/** Interprets the answer of a local app. Only a list of models counts as an answer. */
export function judgeLocal(asked: LocalAsked): LocalAnswer {
  if (asked.ok) return asked.models === null ? { kind: 'stranger' } : { kind: 'answers', models: asked.models };
  const { failure } = asked;
  if (failure.kind === 'not_allowed') return { kind: 'not_allowed' };
  if (failure.kind === 'unreachable' || failure.kind === 'timeout') return { kind: 'silent' };
  const isForbidden = failure.kind === 'http_error' && (failure.status === 401 || failure.status === 403);
  return { kind: isForbidden ? 'refuses' : 'stranger' };
}
