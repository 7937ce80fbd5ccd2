/** Epoch milliseconds. The one place that reads the clock. */
export function now(): number {
  return Date.now();
}

/** The real moment at which this clock will show `at`; alarms and timers are set in real time. */
export function realTimeOf(at: number): number {
  return at;
}
