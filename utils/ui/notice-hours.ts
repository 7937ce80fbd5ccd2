/** What the switch stands for; another number may have been preset. */
export const NOTICE_HOURS = 2;
