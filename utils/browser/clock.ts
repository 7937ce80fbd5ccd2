const isDemo = import.meta.env.MODE === 'demo';

/** How much faster than real time this clock runs: 1, except in the demo build, which plays hours in minutes. */
const RATE = isDemo ? Number(import.meta.env.VITE_DEMO_RATE) : 1;

/** The real time, epoch milliseconds, at which this clock and the real one agree. */
const EPOCH = isDemo ? Number(import.meta.env.VITE_DEMO_EPOCH) : 0;

/** Epoch milliseconds. The one place that reads the clock. */
export function now(): number {
  return timeOf(Date.now());
}

/** Start of the user's day that contains `at`, epoch milliseconds. */
export function dayStart(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Minutes since midnight in the user's time zone. */
export function minuteOfDay(at: number): number {
  const date = new Date(at);
  return date.getHours() * 60 + date.getMinutes();
}

/** Converts a time of this clock to real time, in which alarms and timers are set. */
export function realTimeOf(at: number): number {
  return EPOCH + (at - EPOCH) / RATE;
}

/** Converts a real time, as alarms report it, to a time of this clock. */
export function timeOf(realAt: number): number {
  return EPOCH + (realAt - EPOCH) * RATE;
}

/** Resolves when this clock shows `at`. Never, if the worker ends before. */
export function waitUntil(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, realTimeOf(at) - Date.now())));
}

/** Resolves to null if `answer` takes longer than `ms`. Rejects if `answer` does. */
export async function orNullAfter<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Rejects with a `TimeoutError` if `answer` takes longer than `ms`. */
export async function withTimeout<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer in time', 'TimeoutError')), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
