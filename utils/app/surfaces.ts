import { bannerOwners, registryOf } from '@/utils/assistants/lookups';
import { chatPatterns, consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import { type Assistant, homeOf } from '@/utils/model/assistant';
import { type Notice, newsAtOf } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { bannerView } from './banner-view';
import { isKeeping } from './drafts';
import { noticeView } from './notification-view';
import type { BannerOrder, Ports } from './ports';
import { loadState } from './state';
import { toolbarView } from './toolbar-view';

/** What was owed so long ago is no news any more: the surfaces tell how things are now. */
const OWED_FOR_MS = 10 * 60_000;

const hostOf = (pattern: string): string => new URL(pattern).host;

/** What the banner of each host should be. Every host has one owner, so no two orders contradict each other in a tab. */
function bannerOrders(ports: Ports, status: Status, options: Options): BannerOrder[] {
  const speech = ports.speech();
  const owners = bannerOwners(options);
  return registryOf(options).all.flatMap((assistant): BannerOrder[] => {
    const { id } = assistant;
    const isOwn = (pattern: string) => owners.get(hostOf(pattern)) === id;
    const isWatched = options.watched.includes(id);
    const view = isWatched ? bannerView(id, status, options, speech) : null;
    const isForNewTabs = view !== null && !view.isOver;
    const chat: BannerOrder = {
      id,
      patterns: chatPatterns(assistant).filter(isOwn),
      places: openChatPatterns(assistant).filter(isOwn),
      view,
      isForNewTabs,
      keepsDrafts: isKeeping(status, options, id),
    };
    // Each has a grant of its own, and one that is missing must not take the other's banner along.
    const consoles = consolePatterns(assistant, options.parts[id] ?? [])
      .filter(isOwn)
      .map((pattern) => ({
        id: `${id}-${hostOf(pattern)}`,
        patterns: [pattern],
        places: [pattern],
        view,
        isForNewTabs,
        keepsDrafts: false,
      }));
    return [...(chat.patterns.length > 0 ? [chat] : []), ...consoles];
  });
}

/** What somebody asked for is told late as well, as long as it is true. */
function isWorthTelling(notice: Notice, { verdicts }: Status, now: number): boolean {
  const isLate = Math.abs(now - newsAtOf(notice)) > OWED_FOR_MS;
  return !isLate || (notice.back !== null && verdicts[notice.back.assistantId]?.kind === 'up');
}

/** Struck off before: to be interrupted twice would be worse than not to be. */
async function bringChatForward(ports: Ports, assistant: Assistant): Promise<void> {
  const home = homeOf(assistant);
  if (home !== null) await ports.bringForward(openChatPatterns(assistant), home).catch(() => undefined);
}

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

function strikeOff(ports: Ports, notice: Notice): Promise<void> {
  return ports.withStatusLock(async () => {
    const status = await ports.readStatus();
    // One that was gathered further meanwhile stays in the outbox, and is shown again in its own place.
    await ports.writeStatus({ ...status, outbox: status.outbox.filter((owed) => !isSame(owed, notice)) });
  });
}

/**
 * Shows each notification of the outbox and removes it once it is shown; one that fails stays. A worker that dies
 * between the two shows the same notification again, in its own place. Must not be called under the status lock: a
 * desktop may take seconds to show a notification. Never rejects.
 */
export async function flushNotificationOutbox(ports: Ports): Promise<void> {
  const pay = async () => {
    const [status, options] = await loadState(ports);
    const registry = registryOf(options);
    for (const notice of status.outbox) {
      const isToBeTold = isWorthTelling(notice, status, ports.now());
      const isSettled =
        !isToBeTold ||
        (await ports.showNotice(noticeView(notice, { registry, speech: ports.speech() })).then(
          () => true,
          () => false,
        ));
      if (!isSettled) continue;
      await strikeOff(ports, notice);
      if (isToBeTold && notice.back?.bringsForward)
        await bringChatForward(ports, registry.get(notice.back.assistantId));
    }
  };
  await ports.inNoticeTurn(pay).catch(() => undefined);
}

/** Renders the toolbar from this state, in the queue of surfaces. */
export function showToolbar(ports: Ports, status: Status, options: Options): Promise<void> {
  return ports.surfaces.inTurn(() => ports.showToolbar(toolbarView(status, options, ports.speech())));
}

/** One surface that fails does not keep the other from being rendered. Never rejects. */
async function render(ports: Ports, status: Status, options: Options): Promise<void> {
  await Promise.allSettled([
    (async () => ports.showToolbar(toolbarView(status, options, ports.speech())))(),
    (async () => ports.placeBanners(bannerOrders(ports, status, options)))(),
  ]);
}

/** Renders toolbar and banners from this state, which could not be stored. Never rejects. */
export function showSurfaces(ports: Ports, status: Status, options: Options): Promise<void> {
  return ports.surfaces.inTurn(() => render(ports, status, options));
}

/**
 * Renders toolbar and banners from the stored state. Idempotent: each round and each command does it. The state is read
 * in the queue, so that what is rendered last is always the latest. Rejects when the state can't be read.
 */
export function syncSurfaces(ports: Ports): Promise<void> {
  return ports.surfaces.latest(async () => render(ports, ...(await loadState(ports))));
}

/** Changes the status in turn, then makes the surfaces match it. */
export async function changeStatus(ports: Ports, step: (status: Status) => Status): Promise<null> {
  await ports.withStatusLock(async () => ports.writeStatus(step(await ports.readStatus())));
  await syncSurfaces(ports);
  return null;
}
