const isDemo = import.meta.env.MODE === 'demo';

/** How much faster than real time this clock runs. The demo build plays hours in minutes; every other runs at 1. */
const RATE = isDemo ? Number(import.meta.env.VITE_DEMO_RATE) : 1;

/** The real moment, epoch milliseconds, at which this clock agrees with the real one. */
const EPOCH = isDemo ? Number(import.meta.env.VITE_DEMO_EPOCH) : 0;

/** Epoch milliseconds. The one place that reads the clock. */
export function now(): number {
  return timeOf(Date.now());
}

/** The first moment of the person's day that holds `at`, epoch milliseconds. */
export function dayStart(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Minutes after midnight, by the person's clock. */
export function minuteOfDay(at: number): number {
  const date = new Date(at);
  return date.getHours() * 60 + date.getMinutes();
}

/** The real moment at which this clock will show `at`; alarms and timers are set in real time. */
export function realTimeOf(at: number): number {
  return EPOCH + (at - EPOCH) / RATE;
}

/** The moment that this clock showed at a real one, as alarms tell it. */
export function timeOf(realAt: number): number {
  return EPOCH + (realAt - EPOCH) * RATE;
}

/** Resolves when this clock shows `at`, if this worker lives to see it. */
export function waitUntil(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, realTimeOf(at) - Date.now())));
}
