import type { AssistantId } from '@/utils/model/assistant';

/** What a person can do in the popup. All of them answer through the store, none throws. */
export interface PopupActions {
  refresh(): void;
  /** Must be called in the click itself: browsers grant nothing later. */
  allowBanners(id: AssistantId): void;
  dropBanners(id: AssistantId): void;
}
