import type { Ports } from '@/utils/app/ports';

/** Whatever outlives a worker, or is seen outside of it. */
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
] as const satisfies readonly (keyof Ports)[];

/** Nothing ever comes of it: whoever waited is gone. One for each, or the last would hold on to all the others. */
const never = () => new Promise<never>(() => undefined);

/** Counts the effects of all workers of one day, and stops all work right after some of them. */
export class Fate {
  /** Effects that were done so far. */
  count = 0;

  /** `stops`: after which effects, counted from 1, a worker dies. */
  constructor(readonly stops: ReadonlySet<number>) {}

  /** Runs a worker to its end. False when it died on the way: then nothing of it goes on. */
  async live(ports: Ports, work: (ports: Ports) => Promise<unknown>): Promise<boolean> {
    let isDead = false;
    let die = () => {};
    const death = new Promise<false>((resolve) => {
      die = () => resolve(false);
    });
    const mortal = { ...ports };
    for (const name of EFFECTS) {
      const effect = ports[name] as (...args: unknown[]) => Promise<unknown>;
      const done = async (...args: unknown[]) => {
        if (isDead) return never();
        const result = await effect(...args).then(
          (value) => () => value,
          (error: unknown) => () => {
            throw error;
          },
        );
        this.count += 1;
        if (this.stops.has(this.count)) {
          isDead = true;
          die();
        }
        return isDead ? never() : result();
      };
      (mortal as Record<string, unknown>)[name] = done;
    }
    return Promise.race([work(mortal).then(() => true as const), death]);
  }
}
