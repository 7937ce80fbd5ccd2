import type { CheckStep, Findings } from './findings';

/** A run of "Is it me?", as the page that asked can follow it. Times are epoch milliseconds. */
export interface Check {
  startedAt: number;
  /** When it last went a step further: a worker that died goes none. */
  movedAt: number;
  /** The step that is under way; null once all are done. */
  running: CheckStep | null;
  findings: Findings;
}
