import { englishAt } from '@/tests/fakes/english';
import { oneAtATime } from '@/utils/app/one-at-a-time';
import type { BannerOrder, DocumentAddress, Fetched, Ports } from '@/utils/app/ports';
import { STATUS_SHAPE } from '@/utils/browser/storage-shapes';
import { restore, seal } from '@/utils/browser/stored-value';
import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { ReadFailure } from '@/utils/model/failure';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { NoticeView, ToolbarView } from '@/utils/model/views';
import { HOUR, NOON } from './samples';

/** A browser in memory. What outlives a worker is in here; a killed worker is simply a new call of `ports()`. */
export class FakeBrowser {
  now = NOON;
  isOnline = true;
  /** As storage holds it: text, so that nothing is shared by reference. */
  stored = JSON.stringify(seal(STATUS_SHAPE, EMPTY_STATUS));
  /** The most that was ever stored, characters. */
  largestStored = 0;
  options: Options = DEFAULT_OPTIONS;
  /** What each address answers; one that is not here does not answer at all. */
  readonly answers = new Map<string, string | ReadFailure>();
  readonly requests: string[] = [];
  /** Everything ever shown, in order. */
  readonly notices: NoticeView[] = [];
  readonly openedTabs: string[] = [];
  openChats: readonly string[] = [];
  hasAccess = true;
  carry: Carry | null = null;
  evidence: Partial<Record<AssistantId, EvidenceEvent[]>> = {};
  /** Tabs that the script was put into, in order. */
  readonly carriedInto: number[] = [];
  banners: readonly BannerOrder[] = [];
  toolbar: ToolbarView | null = null;
  readonly toolbarsShown: ToolbarView[] = [];
  wakesAt: number | null = null;
  /** When set, showing a notice fails. */
  areNoticesBroken = false;

  #answer = (url: string): string | ReadFailure => this.answers.get(url) ?? { kind: 'unreachable' };

  /** Lets a function answer all requests, in the place of `answers`. */
  answerFrom(answer: (url: string) => string | ReadFailure): void {
    this.#answer = answer;
  }

  get status(): Status {
    return restore(STATUS_SHAPE, JSON.parse(this.stored)).value;
  }

  ports(): Ports {
    return {
      now: () => this.now,
      dayStart: (at) => at - (at % (24 * HOUR)),
      random: () => 0,
      isOnline: () => this.isOnline,
      speech: () => englishAt(this.now),
      fetchDocument: async (address) => this.#fetch(address),
      fetchLocal: async (url) => this.#fetch({ url }),
      readStatus: async () => this.status,
      writeStatus: async (status) => {
        this.stored = JSON.stringify(seal(STATUS_SHAPE, status));
        this.largestStored = Math.max(this.largestStored, this.stored.length);
      },
      inTurn: oneAtATime(),
      readOptions: async () => this.options,
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
      placeBanners: async (orders) => {
        this.banners = orders;
      },
      openTab: async (url) => {
        this.openedTabs.push(url);
        return this.openedTabs.length;
      },
      readEvidence: async () => this.evidence,
      writeEvidence: async (evidence) => {
        this.evidence = evidence;
      },
      readCarry: async () => this.carry,
      writeCarry: async (carry) => {
        this.carry = carry;
      },
      injectCarry: async (tabId) => {
        this.carriedInto.push(tabId);
      },
      pageUrl: (page) => `extension://self/${page}.html`,
    };
  }

  #fetch({ url }: Pick<DocumentAddress, 'url'>): Fetched {
    this.requests.push(url);
    const answer = this.#answer(url);
    return typeof answer === 'string' ? { ok: true, body: answer } : { ok: false, failure: answer };
  }
}
