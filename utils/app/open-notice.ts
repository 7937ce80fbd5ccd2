import { everyone } from '@/utils/assistants/everyone';
import { homeOf } from '@/utils/model/home-of';
import { backNoticeIdOf } from '@/utils/rules/decide-notifications';
import { noticeIdOf } from '@/utils/rules/gather-notices';
import type { Ports } from './ports';

/** What a click on a notification opens: the chat when it is back, else the popup's content in a tab. */
export async function openNotice(ports: Ports, noticeId: string): Promise<void> {
  const { recoveries } = await ports.readStatus();
  const back = everyone().find(
    ({ id }) => noticeIdOf(recoveries[id]?.episode.id) === noticeId || backNoticeIdOf(id, null) === noticeId,
  );
  await ports.openTab((back && homeOf(back)) ?? ports.pageUrl('popup'));
}
