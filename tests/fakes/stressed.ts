import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** How much a test has tried: `npm run stress` sums it up, experiment by experiment. */
    stressed?: Stressed;
  }
}

export interface Stressed {
  /** Lives, documents, hours: whatever is counted of the experiment. */
  cases: number;
  /** Of those, what was done to them. */
  faults: number;
}

/** Notes how much a test has tried. */
export function tried({ task }: TestContext, cases: number, faults: number): void {
  task.meta.stressed = { cases, faults };
}
