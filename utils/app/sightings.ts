import { registryOf } from '@/utils/assistants/lookups';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { SeenRequest } from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import type { Source } from '@/utils/rules/evidence/classify';
import {
  withChatGrants,
  withComposer,
  withHandshakeSeen,
  withMessageSeen,
  withoutAnyVisits,
  withoutGrants,
  withVisit,
} from '@/utils/rules/sightings/record';
import type { Ports } from './ports';
import { changeUnshownStatus } from './state';

/** Changes what has been seen working, on which nothing depends at once. Never rejects. */
async function note(ports: Ports, step: (status: Status) => Status): Promise<void> {
  await changeUnshownStatus(ports, step).catch(() => undefined);
}

/** Records which watched chat sites are granted. At a start, which also follows each change of a permission. */
export async function recordChatGrants(ports: Ports): Promise<void> {
  const options = await ports.readOptions();
  const registry = registryOf(options);
  const chats = options.watched.map((id) => registry.get(id)).filter(({ chatSites }) => chatSites.length > 0);
  const granted = await Promise.all(
    chats.map(async (assistant) => {
      const each = await Promise.all(chatPatterns(assistant).map((pattern) => ports.hasAccess([pattern])));
      // An update may add a host that was never granted, so one that is granted is enough.
      return [assistant.id, each.includes(true)] as const;
    }),
  );
  await note(ports, (status) => withChatGrants(status, new Map(granted), ports.now()));
}

/** Forgets the grants that a match pattern belongs to, because the user revokes it in the settings. */
export async function forgetGrant(ports: Ports, pattern: string): Promise<null> {
  const { all } = registryOf(await ports.readOptions());
  const concerned = all.filter((one) => [...chatPatterns(one), ...statusPatterns(one)].includes(pattern));
  const ids = concerned.map(({ id }) => id);
  await note(ports, (status) =>
    withoutGrants(
      status,
      ids.filter((id) => status.sightings[id] !== undefined),
    ),
  );
  return null;
}

/**
 * Records that at `now` a message was sent, the WebSocket for messages was opened, or the chat was opened, where messages
 * can be recognized at all.
 */
export async function noteRequest(
  ports: Ports,
  { assistantId, what }: Source,
  request: SeenRequest,
  now: number,
): Promise<void> {
  const isMessage = what === 'send' && request.stage === 'sent';
  const isHandshake = what === 'handshake' && request.stage === 'sent';
  const isVisit = what === 'page' && request.stage === 'ended' && request.status !== null && request.status < 400;
  if (!isMessage && !isHandshake && !isVisit) return;
  const options = await ports.readOptions();
  const { sendPaths } = registryOf(options).get(assistantId);
  if (!options.watched.includes(assistantId) || sendPaths.length === 0) return;
  await note(ports, (status) => {
    if (isMessage) return withMessageSeen(status, assistantId, now);
    return isHandshake ? withHandshakeSeen(status, assistantId) : withVisit(status, assistantId, ports.dayStart(now));
  });
}

/** Forgets on how many days the chats were opened without a message, because requests are no longer observed. */
export const forgetVisits = (ports: Ports): Promise<void> => note(ports, withoutAnyVisits);

/** Records whether a script has found the composer of an assistant. */
export async function noteComposer(ports: Ports, id: AssistantId, isFound: boolean): Promise<void> {
  const now = ports.now();
  await note(ports, (status) => withComposer(status, id, isFound, now));
}
