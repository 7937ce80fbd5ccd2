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

/** What was picked on the icon's menu. `round` is the queue of rounds. */
export function pickFromMenu(ports: Ports, round: InTurn, id: string | number): Promise<unknown> {
  if (id === 'menu_check') return round(() => watch(ports, 'asked'));
  if (id === 'menu_history') return ports.openTab(ports.pageUrl('history'));
  return snoozeAll(ports);
}
