/** How long ahead of a maintenance a notification may be wanted: a week. */
export const MAX_NOTICE_HOURS = 7 * 24;
