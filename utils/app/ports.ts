import type { Speech } from '@/utils/i18n/speech';
import type { ConversationHints, ConversationReading } from '@/utils/model/conversation';
import type { ComposerReading, Drafts, FilesReading, FrontTab, Origin } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import type { LogEntry, ReadFailure } from '@/utils/model/failure';
import type { HistoryEntry } from '@/utils/model/history';
import type { TabMessage } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { BannerView, NoticeView, ToolbarView } from '@/utils/model/views';

/** Result of fetching one document. `answeredMs`: from request to response, milliseconds; absent if not measured. */
export type Fetched = { ok: true; body: string; answeredMs?: number | undefined } | { ok: false; failure: ReadFailure };

export interface DocumentAddress {
  url: string;
  /** Hosts that may serve it. A redirect to any other host counts as a moved page. */
  hosts: readonly string[];
  /** Whether the page has open CORS headers. If not, the host must be granted. */
  isCorsOpen: boolean;
}

/** The scripts that one site should have. */
export interface SiteScripts {
  /** Identifies the scripts of one site: the id of the assistant, for a console with its host. */
  id: string;
  /** Match patterns of the hosts. Each host is in one of them only. */
  patterns: readonly string[];
  /** Match patterns of the pages that get scripts; on a shared host only those of the chat. */
  scriptPatterns: readonly string[];
  /** Null for no banner. */
  view: BannerView | null;
  /** Whether new tabs get it too. A recovery is shown only in tabs that showed the outage. */
  isForNewTabs: boolean;
  /** Whether drafts are autosaved there. */
  keepsDrafts: boolean;
  /** Whether a script reports the page's own timings of requests, because the browser does not report requests yet. */
  reportsTimings: boolean;
}

/** Everything that use cases need from the browser. `utils/browser` implements it, and `tests/fakes` does in memory. */
export interface Ports {
  /** Epoch milliseconds. */
  now(): number;
  /** Start of the user's day that contains `at`, epoch milliseconds. */
  dayStart(at: number): number;
  /** Minutes since midnight in the user's time zone. */
  minuteOfDay(at: number): number;
  /** In [0, 1). */
  random(): number;
  isOnline(): boolean;
  speech(): Speech;
  /** Never rejects. */
  fetchDocument(address: DocumentAddress): Promise<Fetched>;
  /** Asks a local model server, with a short timeout because the user waits. Never rejects. */
  fetchLocal(url: string): Promise<Fetched>;
  readStatus(): Promise<Status>;
  writeStatus(status: Status): Promise<void>;
  /** For every read of the status that is followed by a write. Not reentrant, and nothing slow in it. */
  withStatusLock: RunExclusive;
  /** For everything that writes toolbar or banners. */
  surfaces: SurfaceQueue;
  /** For showing notifications, so that none is shown twice while a slow desktop has not answered. */
  withNoticeLock: RunExclusive;
  readOptions(): Promise<Options>;
  /** Stores whether "Continue in …" takes the conversation. */
  rememberCarriesConversation(carries: boolean): Promise<void>;
  /** Reads the conversation in a tab. `newPath` is the path of a new conversation. Never rejects. */
  readConversation(tabId: number, hints: ConversationHints, newPath: string): Promise<ConversationReading>;
  /** Erases all that the worker stores: settings, status, history and drafts. */
  eraseAll(): Promise<void>;
  /** Adds to the history. Idempotent. Rejects where the browser refuses the database. */
  keepHistory(entry: HistoryEntry): Promise<void>;
  /** Adds to the log for bug reports, the newest last. Never throws. */
  log(entries: readonly LogEntry[]): void;
  /** The match patterns with at least one open tab. Only granted sites are visible. */
  openPatterns(patterns: readonly string[]): Promise<readonly string[]>;
  /** Whether all of these match patterns are granted. */
  hasAccess(patterns: readonly string[]): Promise<boolean>;
  /** Replaces any earlier wake-up. */
  wakeAt(at: number): Promise<void>;
  showToolbar(view: ToolbarView): Promise<void>;
  /** Creates the menu of the icon. Idempotent. */
  showMenu(): Promise<void>;
  /** Replaces the notification with the same id, and appears even so; the same news again changes nothing. */
  showNotice(view: NoticeView): Promise<void>;
  /** Makes the scripts of all sites, and of their open tabs, match these. Idempotent. */
  placeBanners(sites: readonly SiteScripts[]): Promise<void>;
  /**
   * Opens an address; an extension page goes to its open tab. Returns the id of the tab, or null when the browser does not
   * report it. With an origin, the new tab opens in that tab's window, private or not, and in its container. `isFresh`: an
   * extension page that shows the address already is loaded again.
   */
  openTab(url: string, origin?: Origin | null, how?: { isFresh: boolean }): Promise<number | null>;
  /** Brings a visible tab with one of these match patterns to the front, or opens the address. */
  bringForward(patterns: readonly string[], url: string): Promise<void>;
  /** Brings a tab to the front. False if it is gone. */
  showTab(tabId: number): Promise<boolean>;
  /** Resolves at that time, epoch milliseconds, or after sleep. Never, if the worker ends before. */
  waitUntil(at: number): Promise<void>;
  /** Recent outcomes of the user's own requests. Erased when the browser ends. */
  readEvidence(): Promise<EvidenceMemory>;
  writeEvidence(memory: EvidenceMemory): Promise<void>;
  /** Keeps `grantedAt` of the evidence through an update of the extension; null forgets it. */
  keepGrant(at: number | null): Promise<void>;
  /** The stored drafts of one kind. The store decides where each kind is stored, and for how long at most. */
  readDrafts<Kind extends keyof Drafts>(kind: Kind): Promise<Drafts[Kind]>;
  /** Replaces the drafts of one kind; writes nothing if `step` returns the same ones. Must be called under the lock. */
  changeDrafts<Kind extends keyof Drafts>(kind: Kind, step: (drafts: Drafts[Kind]) => Drafts[Kind]): Promise<void>;
  /** The open tabs of these match patterns. Only granted sites are visible. */
  openTabs(patterns: readonly string[]): Promise<readonly number[]>;
  /** The active tab of the last window; null if its address is hidden, as no access to it is granted. */
  frontTab(): Promise<FrontTab | null>;
  /** What is typed in a tab. `hints` are CSS selectors. Never rejects. */
  readComposer(tabId: number, hints: readonly string[]): Promise<ComposerReading>;
  /** The container of a tab; null for the default one, and in browsers without containers. */
  containerOf(tabId: number): Promise<string | null>;
  /** The last used tab in a container; null if none is open. */
  tabInContainer(container: string): Promise<number | null>;
  /** The path of the page in a tab of a granted site; null if it is not known. */
  tabPath(tabId: number): Promise<string | null>;
  /** Sends a message to our scripts in a tab, if there are any. */
  tellTab(tabId: number, message: TabMessage): Promise<void>;
  /** Injects the script that asks for the draft and fills it in. */
  injectDraftTransfer(tabId: number): Promise<void>;
  /** Makes a tab remember the files in its composer for a transfer, without reading them. `hints` are CSS selectors. */
  holdFiles(tabId: number, hints: readonly string[], id: number): Promise<void>;
  /** Reads the files that a tab remembered for a transfer, once. Never rejects. */
  readFiles(tabId: number, id: number): Promise<FilesReading>;
  /** The address of an extension page. */
  pageUrl(page: 'popup' | 'welcome' | 'history'): string;
}

/** Opens the popup in a tab, for what only a page can do or show. */
export async function openPopup(ports: Ports): Promise<void> {
  await ports.openTab(ports.pageUrl('popup'));
}

/** Steps of the start of a browser session. Each is also the key of the storage that records it. */
export const SESSION_STEPS = ['draftsDetached', 'sessionInitialized'] as const;
export type SessionStep = (typeof SESSION_STEPS)[number];

/** Runs a job under a lock, in the order of the calls. A job that fails does not stop the next. */
export type RunExclusive = <T>(job: () => Promise<T>) => Promise<T>;

/** Serializes what writes toolbar and banners: two renders in parallel could end with the older state. */
interface SurfaceQueue {
  runExclusive: RunExclusive;
  /**
   * Queues a render. A newer render that is passed before this one starts replaces it, and all waiting callers share one
   * run.
   */
  latest(render: () => Promise<void>): Promise<void>;
}

export function createSurfaceQueue(runExclusive: RunExclusive): SurfaceQueue {
  let newest: (() => Promise<void>) | null = null;
  let waiting: Promise<void> | null = null;
  return {
    runExclusive,
    latest(render) {
      newest = render;
      waiting ??= runExclusive(async () => {
        const run = newest;
        // A render that is passed from now on needs a run after this one.
        newest = null;
        waiting = null;
        await run?.();
      });
      return waiting;
    },
  };
}
