import { MENU_ITEMS, type MenuItem } from '@/utils/model/menu';
import { withSnooze } from '@/utils/rules/react';
import { changeStatus } from './change-status';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { watch } from './watch';

const HOUR = 3_600_000;

async function snoozeAll(ports: Ports): Promise<null> {
  const { watched } = await ports.readOptions();
  const now = ports.now();
  return changeStatus(ports, (status) => watched.reduce((all, id) => withSnooze(all, id, now + HOUR, now), status));
}

const isMenuItem = (id: string | number): id is MenuItem => MENU_ITEMS.some((item) => item === id);

/** What was picked on the icon's menu. `round` is the queue of rounds. An entry of another version does nothing. */
export async function pickFromMenu(ports: Ports, round: InTurn, id: string | number): Promise<void> {
  if (!isMenuItem(id)) return;
  const picks: Record<MenuItem, () => Promise<unknown>> = {
    menu_check: () => round(() => watch(ports, 'asked')),
    menu_history: () => ports.openTab(ports.pageUrl('history')),
    menu_snooze: () => snoozeAll(ports),
  };
  await picks[id]();
}
