import type { AssistantId, StatusPage } from '@/utils/model/assistant';
import type { Answer, LocalAnswer, ProviderFinding, SendsFinding, SiteProbe } from '@/utils/model/diagnosis';
import type { EvidenceEvent, EvidenceMemory, LoggedRequest } from '@/utils/model/evidence';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import { isTrouble } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { evaluateRequestFailures, evaluateSlowness, recentOf } from './evaluate-failures';

const SILENT = new Set<ReadFailureKind>(['unreachable', 'timeout']);

const isServerError = (status: number): boolean => status >= 500;

/** The result of the last request for a status page. */
export function answerOfPage(memory: PageMemory | undefined): Answer {
  if (memory?.triedAt == null) return 'not_known';
  const { failure } = memory;
  if (failure === null) return 'well';
  if (failure.kind === 'not_allowed') return 'not_allowed';
  if (SILENT.has(failure.kind)) return 'none';
  return failure.kind === 'http_error' && isServerError(failure.status) ? 'error' : 'unexpected';
}

/** Combined result of several hosts: one answer proves that the connection works, whatever the others do. */
export function answerOfSeveral(answers: readonly Answer[]): Answer {
  if (answers.includes('well')) return 'well';
  if (answers.includes('error') || answers.includes('unexpected')) return 'unexpected';
  return answers.includes('none') ? 'none' : 'not_known';
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
  const { suspicion } = verdict;
  if (verdict.level === 'unknown') {
    const isIncidentOpen = suspicion?.source === 'page' && suspicion.incidentId !== null;
    return { kind: isIncidentOpen ? 'incident' : 'unknown', level: 'unknown', names: [] };
  }
  const { level, models } = verdict;
  if (isTrouble(level)) {
    // A major outage affects the whole assistant, even if the incident names models.
    const areModelsLeft = models.length > 0 && level !== 'major_outage';
    return { kind: areModelsLeft ? 'models' : 'trouble', level, names: areModelsLeft ? models : [] };
  }
  if (suspicion?.source === 'page') return { kind: 'incident', level, names: [] };
  if (level === 'maintenance') return { kind: 'maintenance', level, names: [] };
  const parts = troubledParts(page, report);
  return { kind: parts.length > 0 ? 'parts' : 'well', level, names: parts };
}

const HOUR = 60 * 60_000;
/** With at most this many answers in an hour, a limit is unlikely to be used up. */
const FEW = 2;

/** Whether hardly anything was sent in the last hour. False if the log does not reach back that far. */
function isQuietHour(log: readonly LoggedRequest[], now: number): boolean {
  const [oldest] = log;
  if (oldest === undefined || now - oldest.at < HOUR) return false;
  const isAnswer = ({ at, what, outcome }: LoggedRequest) =>
    now - at < HOUR && what === 'send' && (outcome === 'ok' || outcome === 'brief');
  return log.filter(isAnswer).length <= FEW;
}

/** Messages of one conversation that fail, although the assistant as a whole is not suspected; null if there are none. */
function conversationFinding(recent: readonly EvidenceEvent[]): 'conversation' | 'conversation_only' | 'tool' | null {
  const sends = recent.filter(({ what }) => what === 'send');
  const isBad = ({ outcome, isAtOnce }: EvidenceEvent) => outcome === 'failed' || isAtOnce === true;
  const newest = sends.findLast(isBad);
  if (newest?.place === undefined) return null;
  const isHere = ({ place }: EvidenceEvent) => place === newest.place;
  const failures = sends.filter((event) => isBad(event) && isHere(event));
  const [first] = failures;
  if (first === undefined || failures.length < 2) return null;
  const answered = sends.filter(({ outcome, at }) => outcome === 'ok' && at > first.at);
  if (answered.some(isHere)) return 'tool';
  return answered.length > 0 ? 'conversation' : 'conversation_only';
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
  const last = recent.findLast(({ what }) => what === 'send') ?? recent.at(-1);
  if (last === undefined) return { kind: 'none', suspicion: null };
  if (last.outcome === 'limited') {
    // A page that answers 429 counts as a failure: opening it uses up nothing.
    const isDoubtful = isQuietHour(log, now) || recent.some(({ how, what }) => how === 'answered' && what !== 'send');
    return { kind: isDoubtful ? 'limited_doubtful' : 'limited', suspicion: null };
  }
  if (last.outcome === 'refused') return { kind: last.outcome, suspicion: null };
  const suspicion = evaluateRequestFailures(recent, now);
  if (suspicion === null) return { kind: calmerKind(recent, last, now), suspicion: null };
  const isAnswered = recent.some(
    ({ what, outcome, status }) => what === suspicion.what && outcome !== 'ok' && status !== null,
  );
  return { kind: isAnswered ? 'failed' : 'cut', suspicion };
}

function calmerKind(recent: readonly EvidenceEvent[], last: EvidenceEvent, now: number) {
  const found = conversationFinding(recent);
  if (found !== null) return found;
  if (evaluateSlowness(recent, now) !== null) return 'slow';
  return last.outcome === 'ok' || last.outcome === 'brief' ? 'well' : 'once';
}

/** As `readSends`, with the messages to other assistants: what happens on several sites is the connection. */
export function readAllSends({ events, log }: EvidenceMemory, id: AssistantId, now: number): SendsFinding {
  const own = readSends(events[id] ?? [], now, log[id] ?? []);
  const isElsewhere = (kind: SendsFinding['kind']) =>
    Object.entries(events).some(([other, met]) => other !== id && readSends(met ?? [], now).kind === kind);
  if (own.kind === 'cut' && isElsewhere('cut')) return { ...own, kind: 'cut_everywhere' };
  return own.kind === 'slow' && isElsewhere('slow') ? { kind: 'slow_everywhere', suspicion: null } : own;
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
