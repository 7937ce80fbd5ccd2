import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import { assistantAt } from '@/utils/assistants/hosts';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMessage, Replies, SiteMessage } from '@/utils/model/messages';
import type { Alternative } from '@/utils/model/views';
import { noticeIdOf } from '@/utils/rules/decide-notifications';
import { rankAlternatives } from '@/utils/rules/rank-alternatives';
import { bannerView } from './banner-view';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { showAll } from './show';
import { watch } from './watch';

async function alternativesTo(ports: Ports, except: AssistantId): Promise<Alternative[]> {
  const [{ verdicts }, { watched }] = await Promise.all([ports.readStatus(), ports.readOptions()]);
  return rankAlternatives({ candidates: watched, except, verdicts, now: ports.now() }).map((id) => {
    const { name, chatSites } = assistantOf(id);
    return { assistantId: id, name, url: chatSites[0].url };
  });
}

function dismiss(ports: Ports, id: AssistantId): Promise<null> {
  return ports.inTurn(async () => {
    const status = await ports.readStatus();
    const episode = status.episodes[id] ?? status.recoveries[id]?.episode;
    if (episode === undefined) return null;
    const dismissals = { ...status.dismissals, [id]: { episodeId: episode.id, level: episode.level } };
    const after = { ...status, dismissals };
    await ports.writeStatus(after);
    await showAll(ports, after, await ports.readOptions());
    return null;
  });
}

/** Opens only what would be offered: an assistant that is known to be up. */
async function continueIn(ports: Ports, from: AssistantId, to: AssistantId): Promise<null> {
  const offered = await alternativesTo(ports, from);
  const chosen = offered.find((alternative) => alternative.assistantId === to);
  if (chosen !== undefined) await ports.openTab(chosen.url);
  return null;
}

/** Answers a script on a chat site: it learns of the assistant whose site that is, and of no other. */
export async function answerSite(
  ports: Ports,
  address: string,
  message: SiteMessage,
): Promise<Replies[SiteMessage['type']]> {
  const site = assistantAt(address)?.id;
  if (site === undefined) return null;
  switch (message.type) {
    case 'banner-view': {
      const { watched } = await ports.readOptions();
      return watched.includes(site) ? bannerView(site, await ports.readStatus(), ports.speech()) : null;
    }
    case 'alternatives':
      return alternativesTo(ports, site);
    case 'dismiss':
      return dismiss(ports, site);
    case 'continue':
      return continueIn(ports, site, message.assistantId);
  }
}

/** Answers one of our own pages. `round` is the queue of rounds: two never run side by side. */
export async function answerPage(ports: Ports, round: InTurn, message: PageMessage): Promise<null> {
  switch (message.type) {
    case 'refresh': {
      const { watched } = await ports.readOptions();
      await round(() => watch(ports, watched));
      return null;
    }
    case 'dismiss-for':
      return dismiss(ports, message.assistantId);
  }
}

/** What a click on a notification opens: the chat when it is back, else the popup's content in a tab. */
export async function openNotice(ports: Ports, noticeId: string): Promise<void> {
  const { recoveries } = await ports.readStatus();
  const back = ASSISTANTS.find(({ id }) => noticeIdOf(recoveries[id]?.episode.id) === noticeId);
  await ports.openTab(back === undefined ? ports.pageUrl('popup') : back.chatSites[0].url);
}
