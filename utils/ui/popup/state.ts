import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** A part of the popup that can be opened. The view of a closed part is not computed, to keep the first render fast. */
export type PanelId = AssistantId | 'watched' | 'more' | 'banners' | 'why';

export type Opened = ReadonlySet<PanelId>;

export const NOTHING_OPENED: Opened = new Set();

export function toggled(opened: Opened, id: PanelId): Opened {
  const next = new Set(opened);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function hasSamePanels(one: Opened, other: Opened): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

export function withPanel(opened: Opened, id: PanelId): Opened {
  return new Set([...opened, id]);
}

/** Which part of the page is shown, by the hash of its address. `check` without an assistant asks which one. */
export type PopupPlace = { at: 'list' } | { at: 'check'; assistantId: AssistantId | null };

export const LIST_HASH = '#list';

/** The hash of "Is it me?"; null: of the question which assistant is meant. */
export function checkHash(assistantId: AssistantId | null): string {
  return assistantId === null ? '#check' : `#check=${assistantId}`;
}

export function placeOf(hash: string): PopupPlace {
  const [name, value] = hash.split('=');
  if (name !== '#check') return { at: 'list' };
  return { at: 'check', assistantId: isAssistantId(value) ? value : null };
}

/** A link to "Is it me?". */
export interface CheckLink {
  href: string;
  label: string;
  /** Accessible name that includes the assistant; null where the label is enough. */
  name: string | null;
}

export function checkLink(id: AssistantId | null, { t }: Speech): CheckLink {
  const name = id === null ? null : t('check_ask_for', assistantOf(id).name);
  return { href: checkHash(id), label: t('check_ask'), name };
}

/** The popup's link to "Is it me?": for the chat in front if known, else for the only watched assistant, else by choice. */
export interface PopupCheck {
  link: CheckLink;
  choice: { heading: string; back: string; links: { href: string; label: string }[] };
}

export function popupCheck(watched: readonly AssistantId[], front: AssistantId | null, speech: Speech): PopupCheck {
  const { t } = speech;
  const [first, ...others] = watched;
  const only = others.length === 0 ? (first ?? null) : null;
  const ids = [...new Set([...watched, ...allAssistants().map(({ id }) => id)])];
  return {
    link: checkLink(front ?? only, speech),
    choice: {
      heading: t('check_choose'),
      back: t('check_back'),
      links: ids.map((id) => ({ href: checkHash(id), label: assistantOf(id).name })),
    },
  };
}
