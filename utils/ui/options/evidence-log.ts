import { requestKind, requestVerdict } from '@/utils/i18n/log-words';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory, LoggedRequest } from '@/utils/model/evidence';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed } from '@/utils/ui/text';

const pick = ({ at, what, method, pattern, status, error, outcome, why }: LoggedRequest) => ({
  at: new Date(at).toISOString(),
  what,
  method,
  pattern,
  status,
  error,
  outcome,
  why,
});

/** What was judged of each request, as text to be pasted in public. Each thing is picked by name; nothing comes along by chance. */
export function evidenceReport(log: EvidenceMemory['log'], watched: readonly AssistantId[], now: number): string {
  const requests = Object.fromEntries(
    watched.flatMap((id) => (log[id] === undefined ? [] : [[id, log[id].map(pick)]])),
  );
  return JSON.stringify({ at: new Date(now).toISOString(), requests }, null, 2);
}

/** One request that was judged. */
export interface EvidenceLine {
  key: string;
  at: Timed;
  /** "A message" */
  what: string;
  /** "POST 529", or the browser's word in the place of a status. */
  met: string;
  verdict: string;
  /** Whether it speaks for trouble. */
  isFailed: boolean;
}

/** Which of the person's own requests counted, and why the others did not. */
export interface EvidenceLogView {
  heading: string;
  /** Said where nothing was seen yet; null else. */
  nothing: string | null;
  /** Of those of whom something was seen; the newest first. */
  assistants: { assistantId: AssistantId; name: string; lines: EvidenceLine[] }[];
  report: { label: string; what: string; text: string };
}

function lineOf(logged: LoggedRequest, index: number, speech: Speech): EvidenceLine {
  const { at, method, status, error, outcome } = logged;
  return {
    key: `${at} ${index}`,
    at: timed(clockTime(at, speech), at, speech),
    what: requestKind(logged, speech),
    met: [method, status ?? error].filter((part) => part !== null).join(' '),
    verdict: requestVerdict(logged, speech),
    isFailed: outcome === 'failed',
  };
}

export function evidenceLog(
  { log }: Pick<EvidenceMemory, 'log'>,
  watched: readonly AssistantId[],
  speech: Speech,
): EvidenceLogView {
  const { t, now } = speech;
  const seen = watched.flatMap((id) => (log[id] === undefined ? [] : [{ id, requests: log[id] }]));
  return {
    heading: t('evidence_log'),
    nothing: seen.length > 0 ? null : t('evidence_log_nothing'),
    assistants: seen.map(({ id, requests }) => ({
      assistantId: id,
      name: assistantOf(id).name,
      lines: requests.map((logged, index) => lineOf(logged, index, speech)).reverse(),
    })),
    report: {
      label: t('evidence_log_copy'),
      what: t('evidence_log_copy_what'),
      text: evidenceReport(log, watched, now),
    },
  };
}
