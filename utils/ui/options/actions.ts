import type { AssistantId, OwnPageId } from '@/utils/model/assistant';
import type { FallbackId, LocalModelId } from '@/utils/model/fallback';
import type { NotificationPrefs, QuietHours } from '@/utils/model/notification';
import type { Theme } from '@/utils/model/options';
import type { WatchablePage } from '@/utils/model/own-page';
import type { AddressCheck } from '@/utils/rules/settings/own-pages';
import type { ChoiceActions } from '@/utils/ui/options-access';
import type { OwnPageProblem } from './own-pages';

/** Plan B. */
export interface PlanBActions {
  /** So many places down; negative: up. */
  moveWay(id: FallbackId, by: number): void;
  takeIn(id: AssistantId): void;
  leaveOut(id: FallbackId): void;
  setSignedIn(id: AssistantId, isOn: boolean): void;
  /** Asks for the host of a way. Must be called in the click itself: browsers grant nothing later. */
  allowFilling(id: FallbackId): void;
  /** Tells what is wrong with the address, if anything is; then nothing is added. */
  addOwnChat(name: string, address: string): AddressCheck['kind'] | 'too_many';
  /** Asks for localhost, then asks there. In the click itself, as above. */
  findLocalModels(): void;
  chooseLocalModel(id: LocalModelId): void;
  /** Carries a sample there. In the click itself: it copies. */
  testFallback(id: FallbackId): void;
}

/** In which order whom is watched, and on which sites something may be done for it. */
export interface WatchingActions {
  /** So many places down; negative: up. */
  moveWatched(id: AssistantId, by: number): void;
  /** Asks for the hosts of match patterns. In the click itself, as above. */
  allowSite(pattern: string): void;
  dropSite(pattern: string): void;
}

/** Status pages of the person's own. */
export interface OwnPageActions {
  /** Looks for a status page at an address, or tells what is wrong with it. What is found comes through the store. */
  lookForPage(address: string): OwnPageProblem | null;
  /** Asks for the host that was looked at, and looks again. In the click itself, as above. */
  allowPage(): void;
  /** Watches what was found; tells what is wrong, if anything is, and then nothing is added. `chat` may be empty. */
  addOwnPage(found: WatchablePage, choice: { name: string; partIds: string[]; chat: string }): OwnPageProblem | null;
  dropSearch(): void;
  /** With all that is remembered of it. */
  removeOwnPage(id: OwnPageId): void;
}

/** What interrupts. */
export interface NoticeActions {
  setLoudness(id: AssistantId, over: Partial<NotificationPrefs>): void;
  setQuietHours(over: Partial<QuietHours>): void;
  endSnooze(id: AssistantId): void;
}

/** How our pages look, settings as a file, and the end of everything. */
export interface SettingsActions {
  setTheme(theme: Theme): void;
  /** To share settings with the person's other browsers, through the browser's own account, or no longer. */
  setSyncing(isOn: boolean): void;
  saveSettings(): void;
  /** Tells what came of the file's text. */
  loadSettings(text: string): Promise<string>;
  /** A text for bug reports: ids, kinds and times. */
  diagnostics(): Promise<string>;
  /** Settings, memory, drafts and permissions. Tells what came of it. */
  eraseAll(): Promise<string>;
}

/** What a person can do on the options page. Unless they say otherwise, all of them answer through the store; none throws. */
export type OptionsActions = ChoiceActions &
  PlanBActions &
  WatchingActions &
  OwnPageActions &
  NoticeActions &
  SettingsActions;
