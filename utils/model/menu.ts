/** What stands on the icon's menu, from top to bottom: the keys of their words are their ids. */
export const MENU_ITEMS = ['menu_check', 'menu_snooze', 'menu_history'] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];
