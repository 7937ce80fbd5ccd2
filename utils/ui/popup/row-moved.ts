import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import { currentPageOf, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { mayHaveMoved } from '@/utils/rules/may-have-moved';
import type { Speech } from '@/utils/words/speech';
import { bugReport, type ReportContext } from './bug-report';

/** What a person can do about a status page that can't be found any more. */
export interface RowMoved {
  page: { url: string; label: string; name: string };
  report: { label: string; text: string };
}

/** Null unless the page seems to have moved or changed, and that is what stops us from knowing. */
export function rowMoved(
  status: Status,
  verdict: Verdict,
  { watched, version, failures }: ReportContext & { watched: readonly AssistantId[] },
  speech: Speech,
): RowMoved | null {
  const { t, now } = speech;
  const assistant = assistantOf(verdict.assistantId);
  const page = currentPageOf(status, assistant);
  const { failure = null } = status.pages[assistant.id] ?? {};
  const isInTheWay = verdict.kind === 'unknown' || verdict.isStale;
  if (!isInTheWay || page === null || failure === null || !mayHaveMoved(failure)) return null;
  return {
    page: { url: page.address, label: t('popup_moved_open'), name: t('popup_moved_open_for', assistant.name) },
    report: { label: t('popup_why_report'), text: bugReport(status, watched, { version, failures }, now) },
  };
}
