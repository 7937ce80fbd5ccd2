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
  await ports.inTurn(async () => {
    const [status, options] = await recall(ports);
    // What was green two days ago is not green now, and what was owed then is owed no longer.
    await ports.writeStatus(digest(status, options.watched, options, await momentNow(ports)));
  });
  // A browser that has no such menu, or refuses an icon, is watched all the same.
  await Promise.allSettled([showToolbar(ports), ports.showMenu()]);
  await watch(ports, 'woken');
}
