import { everyone } from '@/utils/assistants/everyone';
import { openChatPatterns } from '@/utils/assistants/patterns';
import { homeOf } from '@/utils/model/home-of';
import { backNoticeIdOf } from '@/utils/rules/decide-notifications';
import { noticeIdOf } from '@/utils/rules/gather-notices';
import type { Ports } from './ports';
import { recall } from './recall';

/**
 * What a click on a notification opens: the chat when it is back, else the popup's content in a tab. Its button, where a
 * browser has one, opens the history at whomever it is about.
 */
export async function openNotice(ports: Ports, noticeId: string, isHistoryWanted: boolean): Promise<void> {
  // Own pages are known once options were read.
  const [{ episodes, recoveries }] = await recall(ports);
  const back = everyone().find(
    ({ id }) => noticeIdOf(recoveries[id]?.episode.id) === noticeId || backNoticeIdOf(id, null) === noticeId,
  );
  const about = back ?? everyone().find(({ id }) => noticeIdOf(episodes[id]?.id) === noticeId);
  const history = `${ports.pageUrl('history')}#${about?.id ?? ''}`;
  const home = isHistoryWanted || back === undefined ? null : homeOf(back);
  if (back !== undefined && home !== null) await ports.bringForward(openChatPatterns(back), home);
  else await ports.openTab(isHistoryWanted ? history : ports.pageUrl('popup'));
}
