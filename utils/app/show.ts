import { assistantOf, everyone } from '@/utils/assistants/everyone';
import { chatPatterns, consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import { homeOf } from '@/utils/model/home-of';
import type { Notice } from '@/utils/model/notice';
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

const atOf = ({ changes, maintenance, back, sumsUpAt }: Notice): number =>
  sumsUpAt ?? maintenance?.at ?? back?.at ?? Math.max(...changes.map(({ at }) => at));

/** What somebody asked for is told late as well, as long as it is true. */
function isWorthTelling(notice: Notice, { verdicts }: Status, now: number): boolean {
  const isLate = Math.abs(now - atOf(notice)) > OWED_FOR_MS;
  return !isLate || (notice.back !== null && verdicts[notice.back.assistantId]?.kind === 'up');
}

/** Struck off before: to be interrupted twice would be worse than not to be. */
async function bringChatForward(ports: Ports, id: AssistantId): Promise<void> {
  const assistant = assistantOf(id);
  const home = homeOf(assistant);
  if (home !== null) await ports.bringForward(openChatPatterns(assistant), home).catch(() => undefined);
}

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

function strikeOff(ports: Ports, notice: Notice): Promise<void> {
  return ports.inTurn(async () => {
    const status = await ports.readStatus();
    // One that was gathered further meanwhile stays owed, and is shown again in its own place.
    await ports.writeStatus({ ...status, outbox: status.outbox.filter((owed) => !isSame(owed, notice)) });
  });
}

/**
 * Shows what is owed and strikes each off once it stands; one that fails stays owed. A worker that dies between the two
 * shows the same notice again, in its own place. Must not be called in the turn of the status: a desktop may take
 * seconds to show a notification. Never rejects.
 */
export async function payNotices(ports: Ports): Promise<void> {
  const pay = async () => {
    const status = await ports.readStatus();
    for (const notice of status.outbox) {
      const isToBeTold = isWorthTelling(notice, status, ports.now());
      const isSettled =
        !isToBeTold ||
        (await ports.showNotice(noticeView(notice, ports.speech())).then(
          () => true,
          () => false,
        ));
      if (!isSettled) continue;
      await strikeOff(ports, notice);
      if (isToBeTold && notice.back?.bringsForward) await bringChatForward(ports, notice.back.assistantId);
    }
  };
  await ports.inNoticeTurn(pay).catch(() => undefined);
}

/** Makes the toolbar match this. */
export async function showToolbar(ports: Ports, status: Status, { watched }: Options): Promise<void> {
  await ports.showToolbar(toolbarView(status, watched, ports.speech()));
}

/** Makes toolbar and banners match this. One surface that fails does not keep the other from being shown. Never rejects. */
export async function showSurfaces(ports: Ports, status: Status, options: Options): Promise<void> {
  await Promise.allSettled([
    showToolbar(ports, status, options),
    (async () => ports.placeBanners(bannerOrders(ports, status, options)))(),
  ]);
}

/** Makes toolbar and banners match what is remembered. Safe to repeat at any time: each round and each command does. */
export async function showAll(ports: Ports): Promise<void> {
  const [status, options] = await recall(ports);
  await showSurfaces(ports, status, options);
}
