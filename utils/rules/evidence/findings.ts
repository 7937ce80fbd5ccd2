import type { StatusPage } from '@/utils/model/assistant';
import type { Answer, LocalAnswer, ProviderFinding, SendsFinding, SiteProbe } from '@/utils/model/diagnosis';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import { isTrouble } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { evaluateRequestFailures, recentOf } from './evaluate-failures';

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

/**
 * The outcome of the user's own last messages, for "Is it me?". The most recent one counts first, because the user asks
 * about it.
 */
export function readSends(events: readonly EvidenceEvent[], now: number): SendsFinding {
  const recent = recentOf(events, now);
  const last = recent.findLast(({ what }) => what === 'send') ?? recent.at(-1);
  if (last === undefined) return { kind: 'none', suspicion: null };
  if (last.outcome === 'limited' || last.outcome === 'refused') return { kind: last.outcome, suspicion: null };
  const suspicion = evaluateRequestFailures(recent, now);
  if (suspicion === null) return { kind: last.outcome === 'ok' ? 'well' : 'once', suspicion: null };
  const isAnswered = recent.some(
    ({ what, outcome, status }) => what === suspicion.what && outcome === 'failed' && status !== null,
  );
  return { kind: isAnswered ? 'failed' : 'cut', suspicion };
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
