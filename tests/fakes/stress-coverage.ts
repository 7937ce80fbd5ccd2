import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What a stress test covered; `npm run stress` sums it up per experiment. */
    stressCoverage?: StressCoverage;
  }
}

export interface StressCoverage {
  /** Whatever the experiment counts: runs, documents, hours. */
  cases: number;
  /** Injected faults. */
  faults: number;
}

/** Attaches the coverage to the test's result. */
export function recordCoverage({ task }: TestContext, cases: number, faults: number): void {
  task.meta.stressCoverage = { cases, faults };
}
