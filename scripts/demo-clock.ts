/** The clock of the demo build, outside of the browser: the loopback network must live in the same time. */
export interface DemoClock {
  rate: number;
  /** The real moment at which it agrees with the real clock, epoch milliseconds. */
  epoch: number;
  now(): number;
}

export function demoClock(rate: number, epoch: number): DemoClock {
  return { rate, epoch, now: () => epoch + (Date.now() - epoch) * rate };
}
