import { assistantOf, everyone } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { Speech } from '@/utils/words/speech';
import { checkHash } from './popup-place';

/** A link to "Is it me?". */
export interface CheckLink {
  href: string;
  label: string;
  /** For whoever does not see what it stands beside; null where the label says it all. */
  name: string | null;
}

export function checkLink(id: AssistantId | null, { t }: Speech): CheckLink {
  const name = id === null ? null : t('check_ask_for', assistantOf(id).name);
  return { href: checkHash(id), label: t('check_ask'), name };
}

/** The popup's way to "Is it me?": for the chat in front where that is known, for the only one watched, else by choice. */
export interface PopupCheck {
  link: CheckLink;
  choice: { heading: string; back: string; links: { href: string; label: string }[] };
}

export function popupCheck(watched: readonly AssistantId[], front: AssistantId | null, speech: Speech): PopupCheck {
  const { t } = speech;
  const [first, ...others] = watched;
  const only = others.length === 0 ? (first ?? null) : null;
  const ids = [...new Set([...watched, ...everyone().map(({ id }) => id)])];
  return {
    link: checkLink(front ?? only, speech),
    choice: {
      heading: t('check_choose'),
      back: t('check_back'),
      links: ids.map((id) => ({ href: checkHash(id), label: assistantOf(id).name })),
    },
  };
}
