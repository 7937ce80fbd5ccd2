import { assistantOf } from '@/utils/assistants/everyone';
import { type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import { NO_PAST, type Past } from '@/utils/model/past';
import { currentPageOf, type Recovery, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { learnFromPage, learnFromReading, learnFromRecovery } from '@/utils/rules/past';
import { trimReport } from '@/utils/rules/trim-report';
import type { Moment } from './moment';

/** What is known of the past after a verdict: from the page's list, from what ended, and from this reading. */
export function pastAfter(status: Status, verdict: Verdict, ended: Recovery | null, { now, dayStart }: Moment): Past {
  const id = verdict.assistantId;
  const report = status.pages[id]?.report ?? null;
  const title = ended === null ? null : (status.verdicts[id]?.incidents[0]?.title ?? null);
  let past = status.past[id] ?? NO_PAST;
  if (report !== null) past = learnFromPage(past, id, report, coreIdsOf(currentPageOf(status, assistantOf(id))), now);
  if (ended !== null) past = learnFromRecovery(past, id, ended, title, now);
  return learnFromReading(past, verdict, dayStart);
}

/** Once learnt from, a long list of what is past need not be stored again with each round. */
export function withTrimmedReport({ pages }: Status, id: AssistantId, now: number): Status['pages'] {
  const memory = pages[id];
  if (memory?.report == null) return pages;
  return { ...pages, [id]: { ...memory, report: trimReport(memory.report, now) } };
}
