import { englishAt } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import {
  createSurfaceQueue,
  type DocumentAddress,
  type Fetched,
  type Ports,
  type SiteScripts,
} from '@/utils/app/ports';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { deserialize, serialize } from '@/utils/browser/stored-value';
import type { AssistantId } from '@/utils/model/assistant';
import type { ConversationReading } from '@/utils/model/conversation';
import {
  type ComposerReading,
  type Drafts,
  type DraftTransfer,
  type FilesReading,
  type FrontTab,
  NO_FILES,
  type Origin,
  type SavedDraft,
} from '@/utils/model/drafts';
import { type EvidenceMemory, NO_EVIDENCE } from '@/utils/model/evidence';
import type { LogEntry, ReadFailure } from '@/utils/model/failure';
import type { HistoryEntry } from '@/utils/model/history';
import type { TabMessage } from '@/utils/model/messages';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { NoticeView, ToolbarView } from '@/utils/model/views';
import { HOUR, MINUTE, NOON } from './samples';

/** A list, map or set with the same content; anything else as it is. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  if (value instanceof Map) return new Map(value);
  return value instanceof Set ? new Set(value) : value;
}

/** A browser in memory. It outlives workers; a killed worker is a new call of `ports()`. */
export class FakeBrowser {
  now = NOON;
  isOnline = true;
  /** Serialized like real storage, so nothing is shared by reference. */
  stored = JSON.stringify(serialize(STATUS_SHAPE, EMPTY_STATUS));
  #parsed: { stored: string; status: Status } | null = null;
  /** The largest stored size, in characters. */
  largestStored = 0;
  options: Options = DEFAULT_OPTIONS;
  /** Answers by address; other addresses do not answer. */
  readonly answers = new Map<string, string | ReadFailure>();
  readonly requests: string[] = [];
  /** How long each answer takes, milliseconds; undefined if it is not measured. */
  answeredMs: number | undefined = undefined;
  /** Every notification, in order. */
  readonly notices: NoticeView[] = [];
  readonly openedTabs: string[] = [];
  /** Those that are loaded again if they are open already. */
  readonly freshTabs: string[] = [];
  /** Addresses of chats that were brought to the front, in order. */
  readonly broughtForward: string[] = [];
  /** Tabs that were brought to the front by their id, in order. */
  readonly shownTabs: number[] = [];
  /** Tabs that the user has closed. */
  readonly closedTabs = new Set<number>();
  openChats: readonly string[] = [];
  hasAccess = true;
  drafts: Drafts = { saved: [], transfers: [] };
  /** What the reader finds in every tab. */
  conversation: ConversationReading = { kind: 'none', why: 'nothing_found' };
  /** If set, writing transfers fails. */
  areTransfersBroken = false;
  /** The opener of each opened tab, in order; null without one. */
  readonly origins: (Origin | null)[] = [];
  evidence: EvidenceMemory = NO_EVIDENCE;
  /** The active tab, where its address is visible, and what is typed in it. */
  front: FrontTab | null = null;
  composer: ComposerReading = { kind: 'empty', text: '', hasFiles: false };
  /** The container of each tab that is not in the default one. */
  readonly containers = new Map<number, string>();
  /** When the permission was given, as it is kept through an update. */
  keptGrant: number | null = null;
  /** The path shown in each tab. */
  readonly tabPaths = new Map<number, string>();
  /** Timers of workers that still run. */
  #timers: { at: number; ring: () => void }[] = [];
  /** What was logged, the newest last. */
  readonly logged: LogEntry[] = [];
  /** What was handed on to the history, reading by reading. */
  readonly history: HistoryEntry[] = [];
  /** Result of that: a browser may refuse or never answer. */
  keepHistory: () => Promise<void> = async () => undefined;
  /** Tabs on chat sites. */
  openTabIds: number[] = [];
  readonly toldTabs: { tabId: number; message: TabMessage }[] = [];
  /** Tabs that got the content script, in order. */
  readonly transferTabs: number[] = [];
  /** The transfers for which a tab remembers its files. */
  readonly heldFiles: { tabId: number; id: number }[] = [];
  /** What a tab that remembers files gives. */
  files: FilesReading = NO_FILES;
  banners: readonly SiteScripts[] = [];
  toolbar: ToolbarView | null = null;
  readonly toolbarsShown: ToolbarView[] = [];
  /** How often the icon's menu was created. */
  menusShown = 0;
  wakesAt: number | null = null;
  /** If set, showing a notification fails. */
  areNoticesBroken = false;

  #answer = (url: string): string | ReadFailure => this.answers.get(url) ?? { kind: 'unreachable' };

  /** Answers all requests instead of `answers`. */
  answerFrom(answer: (url: string) => string | ReadFailure): void {
    this.#answer = answer;
  }

  /** A second browser in the same state, without answers of `answerFrom` and without running workers. */
  copy(): FakeBrowser {
    const fields = Object.entries(this).map(([name, value]) => [name, copyOf(value)]);
    return Object.assign(new FakeBrowser(), Object.fromEntries(fields));
  }

  /** Ends the browser and its session: what is neither on disk nor a setting is gone. */
  endSession(): void {
    this.evidence = this.keptGrant === null ? NO_EVIDENCE : { ...NO_EVIDENCE, grantedAt: this.keptGrant };
    this.transfers = [];
    this.heldFiles.length = 0;
    this.toolbar = null;
    this.banners = [];
    this.wakesAt = null;
  }

  /** Advances time and fires due timers. */
  pass(ms: number): void {
    this.now += ms;
    for (const { at, ring } of this.#timers) if (at <= this.now) ring();
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
  }

  /** The newest transfer with a text, or null. */
  get latestTransfer(): DraftTransfer | null {
    return this.transfers.findLast(({ text }) => text !== '') ?? null;
  }

  get transfers(): readonly DraftTransfer[] {
    return this.drafts.transfers;
  }

  set transfers(transfers: readonly DraftTransfer[]) {
    this.drafts = { ...this.drafts, transfers };
  }

  /** The saved drafts to an assistant. */
  savedTo(id: AssistantId): SavedDraft[] {
    return this.drafts.saved.filter(({ assistantId }) => assistantId === id);
  }

  /** What is stored, parsed. Parsed once for each value, because a simulated day reads it far more often than it writes. */
  get status(): Status {
    if (this.#parsed?.stored !== this.stored)
      this.#parsed = { stored: this.stored, status: deserialize(STATUS_SHAPE, JSON.parse(this.stored)).value };
    return this.#parsed.status;
  }

  ports(): Ports {
    // A worker speaks the browser's language until it has read the options.
    let isLanguageKnown = false;
    return {
      now: () => this.now,
      dayStart: (at) => at - (at % (24 * HOUR)),
      minuteOfDay: (at) => Math.floor((at % (24 * HOUR)) / MINUTE),
      random: () => 0,
      isOnline: () => this.isOnline,
      speech: () => {
        if (!isLanguageKnown) throw new Error('The language is in the options, which were not read before');
        return englishAt(this.now);
      },
      fetchDocument: async (address) => this.#fetch(address),
      fetchLocal: async (url) => this.#fetch({ url }),
      readStatus: async () => this.status,
      writeStatus: async (status) => {
        this.stored = JSON.stringify(serialize(STATUS_SHAPE, status));
        this.largestStored = Math.max(this.largestStored, this.stored.length);
      },
      withStatusLock: createMutex(),
      surfaces: createSurfaceQueue(createMutex()),
      withNoticeLock: createMutex(),
      showMenu: async () => {
        this.menusShown += 1;
      },
      readOptions: async () => {
        isLanguageKnown = true;
        return this.options;
      },
      rememberCarriesConversation: async (carriesConversation) => {
        this.options = { ...this.options, carriesConversation };
      },
      readConversation: async () => this.conversation,
      eraseAll: async () => {
        this.stored = JSON.stringify(serialize(STATUS_SHAPE, EMPTY_STATUS));
        this.options = DEFAULT_OPTIONS;
        this.drafts = { saved: [], transfers: [] };
        this.evidence = NO_EVIDENCE;
        this.keptGrant = null;
        this.history.length = 0;
      },
      keepHistory: (entry) => {
        this.history.push(structuredClone(entry));
        return this.keepHistory();
      },
      log: (entries) => void this.logged.push(...entries),
      openPatterns: async (patterns) => patterns.filter((pattern) => this.openChats.includes(pattern)),
      hasAccess: async () => this.hasAccess,
      wakeAt: async (at) => {
        this.wakesAt = at;
      },
      showToolbar: async (view) => {
        this.toolbar = view;
        this.toolbarsShown.push(view);
      },
      showNotice: async (view) => {
        if (this.areNoticesBroken) throw new Error('No notifications on this desktop');
        this.notices.push(view);
      },
      placeBanners: async (sites) => {
        this.banners = sites;
      },
      openTab: async (url, origin = null, { isFresh } = { isFresh: false }) => {
        this.openedTabs.push(url);
        if (isFresh) this.freshTabs.push(url);
        this.origins.push(origin);
        return this.openedTabs.length;
      },
      bringForward: async (_, url) => {
        this.broughtForward.push(url);
      },
      showTab: async (tabId) => {
        if (this.closedTabs.has(tabId)) return false;
        this.shownTabs.push(tabId);
        return true;
      },
      waitUntil: (at) => new Promise((ring) => this.#timers.push({ at, ring })),
      readEvidence: async () => this.evidence,
      writeEvidence: async (memory) => {
        this.evidence = memory;
      },
      keepGrant: async (at) => {
        this.keptGrant = at;
      },
      injectDraftTransfer: async (tabId) => {
        this.transferTabs.push(tabId);
      },
      holdFiles: async (tabId, _hints, id) => {
        this.heldFiles.push({ tabId, id });
      },
      readFiles: async (tabId, id) =>
        this.heldFiles.some((held) => held.tabId === tabId && held.id === id) ? this.files : NO_FILES,
      readDrafts: async (kind) => structuredClone(this.drafts[kind]),
      changeDrafts: async (kind, step) => {
        const before = structuredClone(this.drafts[kind]);
        const after = step(before);
        if (after.length === before.length && after.every((one, index) => one === before[index])) return;
        if (kind === 'transfers' && this.areTransfersBroken) throw new Error('The quota is exceeded');
        this.drafts = { ...this.drafts, [kind]: structuredClone(after) };
      },
      openTabs: async () => this.openTabIds,
      frontTab: async () => this.front,
      readComposer: async () => this.composer,
      containerOf: async (tabId) => this.containers.get(tabId) ?? null,
      tabInContainer: async (container) =>
        [...this.containers].find(([tabId, one]) => one === container && !this.closedTabs.has(tabId))?.[0] ?? null,
      tabPath: async (tabId) => this.tabPaths.get(tabId) ?? null,
      tellTab: async (tabId, message) => {
        this.toldTabs.push({ tabId, message });
      },
      pageUrl: (page) => `extension://self/${page}.html`,
    };
  }

  #fetch({ url }: Pick<DocumentAddress, 'url'>): Fetched {
    this.requests.push(url);
    const answer = this.#answer(url);
    return typeof answer === 'string'
      ? { ok: true, body: answer, answeredMs: this.answeredMs }
      : { ok: false, failure: answer };
  }
}
