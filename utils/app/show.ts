import { bannerOwners } from '@/utils/assistants/at-address';
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

const hostOf = (pattern: string): string => new URL(pattern).host;

/** What the banner of each host should be. Every host has one owner, so no two orders contradict each other in a tab. */
function bannerOrders(ports: Ports, status: Status, options: Options): BannerOrder[] {
  const speech = ports.speech();
  const owners = bannerOwners(options);
  return everyone().flatMap((assistant): BannerOrder[] => {
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
export async function showToolbar(ports: Ports): Promise<void> {
  const [status, options] = await recall(ports);
  await ports.showToolbar(toolbarView(status, options.watched, ports.speech()));
}

/**
 * Makes toolbar and banners match what is remembered. Safe to repeat at any time: it is run after each round and
 * each command. One surface that fails does not keep the other from being shown.
 */
export async function showAll(ports: Ports): Promise<void> {
  const [status, options] = await recall(ports);
  await Promise.allSettled([
    ports.showToolbar(toolbarView(status, options.watched, ports.speech())),
    ports.placeBanners(bannerOrders(ports, status, options)),
  ]);
}
