import type { AssistantId } from '@/utils/model/assistant';
import type { LimitDeed } from '@/utils/model/messages';
import type { Status } from '@/utils/model/status';
import { withLimitAwaited, withLimitEnd, withoutLimit } from '@/utils/rules/notifying/limits';
import type { Ports } from './ports';
import { planWakeUp } from './round';

/** Changes the limits, and the wake-up where one is awaited. Nothing but the popup shows them, so nothing is rendered. */
async function changeLimits(ports: Ports, step: (status: Status) => Status): Promise<null> {
  const hasChanged = await ports.withStatusLock(async () => {
    const before = await ports.readStatus();
    const after = step(before);
    if (after === before) return false;
    await ports.writeStatus(after);
    return true;
  });
  if (hasChanged) await planWakeUp(ports);
  return null;
}

/** Remembers when the user's limit ends. Of a watched assistant only. */
async function noteLimitEnd(ports: Ports, id: AssistantId, until: number, isAwaited: boolean): Promise<null> {
  const { watched } = await ports.readOptions();
  if (!watched.includes(id)) return null;
  return changeLimits(ports, (status) => {
    const noted = withLimitEnd(status, id, until, ports.now());
    return isAwaited ? withLimitAwaited(noted, id, true, ports.now()) : noted;
  });
}

/** Requests a notification at the end that an error message names, which the user has pasted. */
export const awaitLimitEnd = (ports: Ports, id: AssistantId, until: number): Promise<null> =>
  noteLimitEnd(ports, id, until, true);

/** Requests or cancels the notification at the end of a limit, or forgets the limit. */
export function changeLimit(ports: Ports, id: AssistantId, does: LimitDeed): Promise<null> {
  return changeLimits(ports, (status) =>
    does === 'forget' ? withoutLimit(status, id) : withLimitAwaited(status, id, does === 'await', ports.now()),
  );
}
