import { assistantOf, everyone } from '@/utils/assistants/everyone';
import { chatPatterns, consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import { homeOf } from '@/utils/model/home-of';
import { type Notice, newsAtOf } from '@/utils/model/notice';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { bannerView } from './banner-view';
import { isKeeping } from './keep-draft';
import { noticeView } from './notice-view';
import type { BannerOrder, Ports } from './ports';
import { recall } from './recall';
import { toolbarView } from './toolbar-view';

/** What was owed so long ago is no news any more: the surfaces tell how things are now. */
const OWED_FOR_MS = 10 * 60_000;

function bannerOrders(ports: Ports, status: Status, options: Options): BannerOrder[] {
  const speech = ports.speech();
  return everyone().flatMap((assistant): BannerOrder[] => {
    const { id } = assistant;
    const patterns = chatPatterns(assistant);
    if (patterns.length === 0) return [];
    const isWatched = options.watched.includes(id);
    const view = isWatched ? bannerView(id, status, options, speech) : null;
    const isForNewTabs = view !== null && !view.isOver;
    const keepsDrafts = isKeeping(status, options, id);
    // Each has a grant of its own, and one that is missing must not take the other's banner along.
    const consoles = consolePatterns(assistant, options.parts[id] ?? []);
    return [
      { id, patterns, view, isForNewTabs, keepsDrafts },
      ...consoles.map((pattern) => ({
        id: `${id}-${new URL(pattern).host}`,
        patterns: [pattern],
        view,
        isForNewTabs,
        keepsDrafts: false,
      })),
    ];
  });
}

/** What somebody asked for is told late as well, as long as it is true. */
function isWorthTelling(notice: Notice, { verdicts }: Status, now: number): boolean {
  const isLate = Math.abs(now - newsAtOf(notice)) > OWED_FOR_MS;
  return !isLate || (notice.back !== null && verdicts[notice.back.assistantId]?.kind === 'up');
}

/** Struck off before: to be interrupted twice would be worse than not to be. */
async function bringChatForward(ports: Ports, id: AssistantId): Promise<void> {
  const assistant = assistantOf(id);
  const home = homeOf(assistant);
  if (home !== null) await ports.bringForward(openChatPatterns(assistant), home).catch(() => undefined);
}

/**
 * Shows what is owed and strikes each off once it stands; one that fails stays owed. To be called in turn. A
 * worker that dies between the two shows the same notice again, in its own place.
 */
export async function payNotices(ports: Ports, status: Status): Promise<Status> {
  let left = status;
  for (const notice of status.outbox) {
    const isToBeTold = isWorthTelling(notice, status, ports.now());
    const isSettled =
      !isToBeTold ||
      (await ports.showNotice(noticeView(notice, ports.speech())).then(
        () => true,
        () => false,
      ));
    if (!isSettled) continue;
    left = { ...left, outbox: left.outbox.filter((owed) => owed !== notice) };
    await ports.writeStatus(left);
    if (isToBeTold && notice.back?.bringsForward) await bringChatForward(ports, notice.back.assistantId);
  }
  return left;
}

/** Makes the toolbar match what is remembered. */
export function showToolbar(ports: Ports): Promise<void> {
  return ports.surfaces.inTurn(async () => {
    const [status, options] = await recall(ports);
    await ports.showToolbar(toolbarView(status, options.watched, ports.speech()));
  });
}

/**
 * Makes toolbar and banners match what is remembered. Safe to repeat at any time: it is run after each round and
 * each command. The state is read in the queue, so that what is rendered last is always the latest. One surface that
 * fails does not keep the other from being shown.
 */
export function showAll(ports: Ports): Promise<void> {
  return ports.surfaces.latest(async () => {
    const [status, options] = await recall(ports);
    await Promise.allSettled([
      ports.showToolbar(toolbarView(status, options.watched, ports.speech())),
      ports.placeBanners(bannerOrders(ports, status, options)),
    ]);
  });
}
