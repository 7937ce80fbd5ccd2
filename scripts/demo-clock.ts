/** The demo build's clock outside of the browser, for the mock network. */
export interface DemoClock {
  rate: number;
  /** The real time at which both clocks agree, epoch milliseconds. */
  epoch: number;
  now(): number;
}

export function demoClock(rate: number, epoch: number): DemoClock {
  return { rate, epoch, now: () => epoch + (Date.now() - epoch) * rate };
}
