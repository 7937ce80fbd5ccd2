import type { AssistantId } from '@/utils/model/assistant';
import type { Reaction } from '@/utils/model/status';
import type { WayId } from '@/utils/model/way';
import type { ChoiceActions } from '@/utils/ui/choice-commands';
import type { PanelId } from './popup-opened';

/** What a person can do in the popup. Unless they say otherwise, all of them answer through the store; none throws. */
export interface PopupActions extends ChoiceActions {
  refresh(): void;
  /** Goes on with someone, and takes along what is typed in the chat in front. In the click itself: it copies. */
  continueIn(id: WayId): void;
  /** Opens the options page in a tab. */
  openOptions(): void;
  /** Goes to another page of ours, in its open tab where there is one. */
  goToPage(href: string): void;
  /** Lets a part of a status page count for the verdict, or no longer. */
  setCounted(id: AssistantId, partId: string, counts: boolean): void;
  /** Opens or closes a part of the page. */
  toggle(id: PanelId): void;
  /** Must be called in the click itself: browsers grant nothing later. */
  allowBanners(id: AssistantId, console: string | null): void;
  dropBanners(id: AssistantId, console: string | null): void;
  /** Asks for the host of a status page. In the click itself, as above. */
  allowReading(id: AssistantId): void;
  /** The draft of this transfer is no longer needed. */
  discardCarry(id: number): void;
  /** For so long from now; null ends it. */
  snooze(id: AssistantId, forMs: number | null): void;
  /** Null takes it back. */
  react(id: AssistantId, says: Reaction['says'] | null): void;
  /** To be told once when it is back; null takes the wish back. */
  awaitRecovery(id: AssistantId, awaits: { bringsForward: boolean } | null): void;
}
