import type { CheckStep, Findings } from './findings';

/** A run of "Is it me?", as far as it has come. */
export interface Check {
  /** The step that is under way; null once all are done. */
  running: CheckStep | null;
  findings: Findings;
}
