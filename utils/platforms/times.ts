/** Years outside this range are errors of the page, and would break calculations. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const ISO_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** "Wed, 20 May 2026 11:40:00 GMT": RSS. */
const RFC_822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/;

/** "Wed May 20 2026 11:40:00 GMT+0000 (Coordinated Universal Time)": JavaScript's `Date.toString()`. */
const OF_JAVASCRIPT = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?: \([^)]*\))?$/;

const plausible = (time: number): number | null =>
  Number.isNaN(time) || time < EARLIEST || time > LATEST ? null : time;

/** Epoch milliseconds of an ISO 8601 time with time zone; null if absent, invalid, or out of range. */
export function timeOf(text: string | null | undefined): number | null {
  if (typeof text !== 'string' || !ISO_WITH_ZONE.test(text)) return null;
  return plausible(Date.parse(text));
}

/** The same for any of the three formats that feeds and old pages use. */
export function writtenTimeOf(source: string | null | undefined): number | null {
  const text = source?.trim() ?? '';
  if (!RFC_822.test(text) && !OF_JAVASCRIPT.test(text)) return timeOf(text);
  return plausible(Date.parse(text.replace(/ \(.*$/, '')));
}

export function timeOfSeconds(seconds: number | null | undefined): number | null {
  return typeof seconds === 'number' ? plausible(seconds * 1_000) : null;
}

/** The first valid time; null if there is none. */
export function firstTimeOf(...texts: (string | null | undefined)[]): number | null {
  for (const text of texts) {
    const time = timeOf(text);
    if (time !== null) return time;
  }
  return null;
}
