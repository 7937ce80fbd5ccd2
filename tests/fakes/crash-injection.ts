import type { Ports } from '@/utils/app/ports';

/** Ports whose effects outlive a worker or are visible outside of it. */
const EFFECTS = [
  'fetchDocument',
  'writeStatus',
  'writeEvidence',
  'changeDrafts',
  'keepHistory',
  'wakeAt',
  'showToolbar',
  'showNotice',
  'placeBanners',
  'openTab',
  'bringForward',
  'injectDraftTransfer',
  'showTab',
] as const satisfies readonly (keyof Ports)[];

/** Never resolves. A new promise per call, because handlers of a shared one would accumulate. */
const never = () => new Promise<never>(() => undefined);

/** The history is not awaited, and opening its database takes longer than writing the status. */
async function untilDatabaseIsOpen(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await null;
}

/** Counts the effects of all workers of a day and crashes the worker after some of them. */
export class CrashInjector {
  /** `crashPoints`: the effects, counted from 1, after which the worker crashes. `count`: effects so far. */
  constructor(
    readonly crashPoints: ReadonlySet<number>,
    public count = 0,
  ) {}

  /** Runs a worker to its end. False if it crashed; then none of its code continues. */
  async runWorker(ports: Ports, work: (ports: Ports) => Promise<unknown>): Promise<boolean> {
    let isCrashed = false;
    let crash = () => {};
    const crashed = new Promise<false>((resolve) => {
      crash = () => resolve(false);
    });
    const interruptible = { ...ports };
    for (const name of EFFECTS) {
      const effect = ports[name] as (...args: unknown[]) => Promise<unknown>;
      const done = async (...args: unknown[]) => {
        if (name === 'keepHistory') await untilDatabaseIsOpen();
        if (isCrashed) return never();
        const result = await effect(...args).then(
          (value) => () => value,
          (error: unknown) => () => {
            throw error;
          },
        );
        this.count += 1;
        if (this.crashPoints.has(this.count)) {
          isCrashed = true;
          crash();
        }
        return isCrashed ? never() : result();
      };
      (interruptible as Record<string, unknown>)[name] = done;
    }
    // The worker lives on until its history is written.
    const ended = work(interruptible).then(untilDatabaseIsOpen);
    return Promise.race([ended.then(() => !isCrashed), crashed]);
  }
}
