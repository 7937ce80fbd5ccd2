import { ASSISTANTS } from '@/utils/assistants/assistants';
import { chatPatterns } from '@/utils/assistants/hosts';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { bannerView } from './banner-view';
import { noticeView } from './notice-view';
import type { BannerOrder, Ports } from './ports';
import { toolbarView } from './toolbar-view';

function bannerOrders(ports: Ports, status: Status, options: Options): BannerOrder[] {
  const speech = ports.speech();
  return ASSISTANTS.map((assistant) => {
    const isWatched = options.watched.includes(assistant.id);
    const view = isWatched ? bannerView(assistant.id, status, speech) : null;
    const isForNewTabs = view !== null && !view.isOver;
    return { assistantId: assistant.id, patterns: chatPatterns(assistant), view, isForNewTabs };
  });
}

/** Shows what is owed and strikes each off once it stands; one that fails stays owed. Returns what is left. */
async function payNotices(ports: Ports, status: Status): Promise<Status> {
  let left = status;
  for (const notice of status.outbox) {
    const isShown = await ports.showNotice(noticeView(notice, ports.speech())).then(
      () => true,
      () => false,
    );
    if (!isShown) continue;
    left = { ...left, outbox: left.outbox.filter((owed) => owed !== notice) };
    await ports.writeStatus(left);
  }
  return left;
}

/**
 * Makes every surface match what is remembered. Safe to repeat at any time: it is run after each tick and at
 * every start, install and update, when the browser may have dropped scripts and badge. One surface that
 * fails does not keep the others from being shown.
 */
export async function showAll(ports: Ports, status: Status, options: Options): Promise<void> {
  await Promise.allSettled([
    ports.showToolbar(toolbarView(status, options.watched, ports.speech())),
    ports.placeBanners(bannerOrders(ports, status, options)),
    payNotices(ports, status),
  ]);
}
