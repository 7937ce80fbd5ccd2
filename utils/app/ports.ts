import type { Speech } from '@/utils/i18n/speech';
import type { Drafts, Origin } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import type { ReadFailure } from '@/utils/model/failure';
import type { HistoryEntry } from '@/utils/model/history';
import type { TabMessage } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { BannerView, NoticeView, ToolbarView } from '@/utils/model/views';
import type { InTurn, SurfaceQueue } from './mutex';

/** What came of asking for one document. */
export type Fetched = { ok: true; body: string } | { ok: false; failure: ReadFailure };

export interface DocumentAddress {
  url: string;
  /** Hosts that may be asked for it. A redirect means that the page has moved. */
  hosts: readonly string[];
  /** Without this the host must have been granted. */
  isCorsOpen: boolean;
}

/** What the banner of one assistant should be. */
export interface BannerOrder {
  /** Tells the scripts of one site from those of another: the assistant's id, for a console with its host. */
  id: string;
  /** Match patterns of the hosts, each of which is in one order only. */
  patterns: readonly string[];
  /** Match patterns of the pages to put scripts into: on a shared host those of the chat alone. */
  places: readonly string[];
  /** Null: nothing of ours may be on its site. */
  view: BannerView | null;
  /** Whether tabs that are opened from now on get it too; a recovery is told only where trouble was seen. */
  isForNewTabs: boolean;
  /** Whether what is typed there is kept, as long as there is trouble. */
  keepsDrafts: boolean;
}

/** The world outside, as the use cases need it. `utils/browser` has the real ones, `tests/fakes` those with memory. */
export interface Ports {
  /** Epoch milliseconds. */
  now(): number;
  /** The first moment of the person's day that holds `at`, epoch milliseconds. */
  dayStart(at: number): number;
  /** Minutes after midnight, by the person's clock. */
  minuteOfDay(at: number): number;
  /** In [0, 1). */
  random(): number;
  isOnline(): boolean;
  speech(): Speech;
  /** Never rejects. */
  fetchDocument(address: DocumentAddress): Promise<Fetched>;
  /** Asks a programme on this machine; a short wait, for a person is waiting. Never rejects. */
  fetchLocal(url: string): Promise<Fetched>;
  readStatus(): Promise<Status>;
  writeStatus(status: Status): Promise<void>;
  /** Whoever reads the status to write it back does so in here: two at once would lose what the other wrote. Short jobs only. */
  withStatusLock: InTurn;
  /** Toolbar and banners are written in here alone. */
  surfaces: SurfaceQueue;
  /** Notifications are shown in here, so that none is shown twice while its desktop takes its time. */
  inNoticeTurn: InTurn;
  readOptions(): Promise<Options>;
  /** Forgets everything, as if just installed. */
  eraseAll(): Promise<void>;
  /** Adds to what is kept for years; the same twice changes nothing. Rejects where the browser keeps nothing for us. */
  keepHistory(entry: HistoryEntry): Promise<void>;
  /** Match patterns of which at least one tab is open; only granted sites can be seen. */
  openPatterns(patterns: readonly string[]): Promise<readonly string[]>;
  /** Whether every one of these match patterns was granted. */
  hasAccess(patterns: readonly string[]): Promise<boolean>;
  /** Replaces any earlier wake-up. */
  wakeAt(at: number): Promise<void>;
  showToolbar(view: ToolbarView): Promise<void>;
  /** Makes the menu of the icon what it should be, whatever was there before. */
  showMenu(): Promise<void>;
  /** Takes the place of an earlier notice with the same id, and always appears; the same news again changes nothing. */
  showNotice(view: NoticeView): Promise<void>;
  /** Makes scripts and tabs match these orders, whatever was there before. */
  placeBanners(orders: readonly BannerOrder[]): Promise<void>;
  /**
   * A page of ours goes to its open tab, where there is one. The tab's id; null when the browser did not tell. With an
   * origin the tab opens beside that tab: in its window, private or not, and in its container.
   */
  openTab(url: string, origin?: Origin | null): Promise<number | null>;
  /** Brings a tab with one of these match patterns to the front, where one can be seen; else opens the address. */
  bringForward(patterns: readonly string[], url: string): Promise<void>;
  /** Resolves at that moment, epoch milliseconds, if this worker lives to see it; later when the machine sleeps. */
  waitUntil(at: number): Promise<void>;
  /** What the person's own requests met lately. Forgotten when the browser ends. */
  readEvidence(): Promise<EvidenceMemory>;
  writeEvidence(memory: EvidenceMemory): Promise<void>;
  /** The stored drafts of one kind. The store decides where each kind is stored, and for how long at most. */
  readDrafts<Kind extends keyof Drafts>(kind: Kind): Promise<Drafts[Kind]>;
  /** Replaces the drafts of one kind; writes nothing if `step` returns the same ones. Must be called under the lock. */
  changeDrafts<Kind extends keyof Drafts>(kind: Kind, step: (drafts: Drafts[Kind]) => Drafts[Kind]): Promise<void>;
  /** Tabs that are open on these match patterns; only granted sites can be seen. */
  openTabs(patterns: readonly string[]): Promise<readonly number[]>;
  /** Tells the scripts of ours in a tab something; nothing happens where there are none. */
  tellTab(tabId: number, message: TabMessage): Promise<void>;
  /** Puts the script into the tab that asks for the draft and fills it in. */
  injectCarry(tabId: number): Promise<void>;
  /** The address of one of our own pages. */
  pageUrl(page: 'popup' | 'welcome' | 'history'): string;
}
