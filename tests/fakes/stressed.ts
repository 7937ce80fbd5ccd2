import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What a stress test covered; `npm run stress` sums it up per experiment. */
    stressed?: Stressed;
  }
}

export interface Stressed {
  /** Whatever the experiment counts: runs, documents, hours. */
  cases: number;
  /** Injected faults. */
  faults: number;
}

/** Attaches the coverage to the test's result. */
export function tried({ task }: TestContext, cases: number, faults: number): void {
  task.meta.stressed = { cases, faults };
}
