export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The afternoon of 3 September 2026, UTC: the current time of every state. */
export const NOW = Date.UTC(2026, 8, 3, 14, 13, 20);
