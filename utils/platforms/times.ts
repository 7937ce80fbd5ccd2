/** Years outside these are a page's slip, and would break every sum that uses them. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const ISO_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Epoch milliseconds of an ISO 8601 time with its zone; null when it is absent, not such a time, or absurd. */
export function timeOf(text: string | null | undefined): number | null {
  if (typeof text !== 'string' || !ISO_WITH_ZONE.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) || time < EARLIEST || time > LATEST ? null : time;
}

/** The first that is a time. */
export function firstTimeOf(...texts: (string | null | undefined)[]): number | null {
  for (const text of texts) {
    const time = timeOf(text);
    if (time !== null) return time;
  }
  return null;
}
