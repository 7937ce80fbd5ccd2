import { digest } from './digest';
import { momentNow } from './moment';
import type { Ports } from './ports';
import { recall } from './recall';
import { showToolbar } from './show';
import { watch } from './watch';

/**
 * What a start of the worker, the browser or a new version owes: a toolbar that says what is still true of what
 * is remembered, before the network has answered, then a round, which makes all surfaces match.
 */
export async function start(ports: Ports): Promise<void> {
  const shown = ports.inTurn(async () => {
    const [status, options] = await recall(ports);
    // What was green two days ago is not green now, and what was owed then is owed no longer.
    const aged = digest(status, options.watched, options, await momentNow(ports));
    await ports.writeStatus(aged).catch(() => undefined);
    return [aged, options] as const;
  });
  // A browser that has no such menu, or refuses an icon, is watched all the same; so is one whose storage fails.
  await Promise.allSettled([shown.then((state) => showToolbar(ports, ...state)), ports.showMenu()]);
  await watch(ports, 'woken');
}
