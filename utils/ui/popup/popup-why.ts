import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Status } from '@/utils/model/status';
import { type Timed, timed } from '@/utils/ui/timed';
import { decisionWords } from '@/utils/words/decision-words';
import { clockTime } from '@/utils/words/moments';
import { plural } from '@/utils/words/plural';
import type { Speech } from '@/utils/words/speech';
import { bugReport, type ReportContext } from './bug-report';

const SHOWN = 50;

export interface WhyLine {
  key: string;
  /** "Claude, 14:26" */
  at: Timed;
  what: string;
  why: string;
  isTold: boolean;
}

/** What came up and why it was told or not, and how the watcher itself is. */
export interface PopupWhy {
  decisions: WhyLine[];
  /** Said where nothing came up. */
  nothing: string;
  health: {
    heading: string;
    tick: Timed;
    /** When something damaged was set aside; null when that never happened. */
    repaired: Timed | null;
    pages: { assistantId: AssistantId; text: string; failure: string | null }[];
  };
  report: { label: string; what: string; text: string };
}

function healthOf(id: AssistantId, memory: PageMemory | undefined, speech: Speech) {
  const { t } = speech;
  const { name } = assistantOf(id);
  const readAt = memory?.readAt ?? null;
  const text = readAt === null ? t('health_never', name) : t('health_read', name, clockTime(readAt, speech));
  if (memory === undefined || memory.failure === null) return { assistantId: id, text, failure: null };
  const tried = memory.triedAt === null ? '' : clockTime(memory.triedAt, speech);
  const attempts = plural('health_failed', memory.failures, speech, tried);
  return { assistantId: id, text, failure: `${t(`reason_${memory.failure.kind}`)} ${attempts}` };
}

export function popupWhy(
  status: Status,
  watched: readonly AssistantId[],
  about: ReportContext,
  speech: Speech,
): PopupWhy {
  const { t, now } = speech;
  const tick = status.tickedAt === null ? t('health_no_tick') : t('health_tick', clockTime(status.tickedAt, speech));
  return {
    decisions: status.decisions.slice(0, SHOWN).map((decision, index) => {
      const { name } = assistantOf(decision.assistantId);
      const at = timed(t('popup_why_line', name, clockTime(decision.at, speech)), decision.at, speech);
      return { key: `${decision.at} ${index}`, at, ...decisionWords(decision, speech), isTold: decision.isTold };
    }),
    nothing: t('popup_why_nothing'),
    health: {
      heading: t('health_heading'),
      tick: timed(tick, status.tickedAt, speech),
      repaired:
        status.repairedAt === null
          ? null
          : timed(t('health_repaired', clockTime(status.repairedAt, speech)), status.repairedAt, speech),
      pages: watched.map((id) => healthOf(id, status.pages[id], speech)),
    },
    report: {
      label: t('popup_why_report'),
      what: t('popup_why_report_what'),
      text: bugReport(status, watched, about, now),
    },
  };
}
