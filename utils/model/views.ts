import type { AssistantId } from './assistant';
import type { FallbackId } from './fallback';
import type { Level } from './level';
import type { NoticePress } from './notification';
import type { Theme } from './options';
import type { Direction } from './text';
import type { Sign, VerdictKind } from './verdict';

/** Everything a banner shows, as finished text. It contains data about its own site only. */
export interface BannerView {
  assistantId: AssistantId;
  kind: VerdictKind;
  level: Level;
  /** "Claude: partial outage" */
  headline: string;
  /** "Since 14:26 · 47 min"; null if nothing is affected. Changes with time, so a change is not announced. */
  since: string | null;
  /** "Investigating"; null if no incident is open. */
  phase: string | null;
  /** What else to know: the models affected, or why the status is unknown; null if there is nothing. */
  detail: string | null;
  /** The provider's latest update; null if no incident is open. `by` names provider and time. */
  words: { title: string; text: string; by: string } | null;
  /** "Checked 15:13" */
  checked: string;
  /** The page of the incident if it has one, else the status page; null if there is no public status page. */
  statusUrl: string | null;
  /** The issue is over: the banner says so and removes itself. */
  isOver: boolean;
  /** Whether the user asked for a notification at recovery; null if that is not offered. */
  isAwaited: boolean | null;
  theme: Theme;
  /** BCP 47 code of our texts, and their direction; the chat page may have others. */
  language: string;
  direction: Direction;
  /** Path on the host below which the banner is shown. */
  path: string;
  /** Whether "Continue in …" takes the conversation. */
  carriesConversation: boolean;
  /** CSS selectors of the composer that holds the draft to transfer. */
  composerHints: readonly string[];
  labels: {
    takesDraft: string;
    takesConversation: string;
    /** Name of the choice between the next two. */
    choice: string;
    draftOnly: string;
    withConversation: string;
    reading: string;
    filesNote: string;
    /** What stands between two sentences. */
    gap: string;
    cannotRead: string;
    continueIn: string;
    /** Keeps the draft until the assistant is back; null where that is not offered. */
    keep: string | null;
    awaits: string;
    check: string;
    dismiss: string;
    /** Says what `statusUrl` opens. */
    link: string;
    region: string;
    nobody: string;
  };
}

/** One fallback, as the list of the banner and the popup show it. */
export interface FallbackOption {
  fallbackId: FallbackId;
  name: string;
  /** What to know before choosing it: "paste it there"; null if there is nothing. */
  note: string | null;
}

/** The state of the toolbar icon. */
export interface ToolbarView {
  sign: Sign;
  /** The number on the icon; 0 for none. */
  troubleCount: number;
  /** Tooltip: a line for each watched assistant, and the time of the check. */
  title: string;
}

/** A desktop notification as finished text. */
export interface NoticeView {
  id: string;
  /** Epoch milliseconds of the news. Tells news from a repetition. */
  newsAt: number;
  title: string;
  text: string;
  /** Shown where the browser has buttons, in this order. */
  buttons: readonly { title: string; press: NoticePress }[];
}

/** A piece of rendered markup: text, or an element with its attributes and children. */
export type MarkupNode = string | MarkupElement;
export type MarkupElement = readonly [
  tag: string,
  attributes: readonly (readonly [name: string, value: string])[],
  children: readonly MarkupNode[],
];

/** Where the popup's page is shown. Each surface has its own snapshot, because each has its own width and open parts. */
export const POPUP_SURFACES = ['popup', 'panel', 'tab'] as const;
export type PopupSurface = (typeof POPUP_SURFACES)[number];

/** The popup as React rendered it last, shown on the next visit until React has rendered again. */
export interface PopupSnapshot {
  /** Epoch milliseconds. */
  savedAt: number;
  /** Until when its verdicts may be shown as current, epoch milliseconds. */
  goodUntil: number;
  /** A `Theme`; the style sheet ignores any other text. */
  theme: string;
  /** The heading with the time at which it was true. Replaces the heading after `goodUntil`. */
  pastHeading: string;
  markup: MarkupElement;
}

const HOUR = 3_600_000;
/** A snapshot older than this is of no use. */
const EXPIRES_AFTER_MS = 6 * HOUR;

/** How a snapshot may be shown. One from the future was saved before the clock was set back, so its age is unknown. */
export function snapshotAge(
  { savedAt, goodUntil }: Pick<PopupSnapshot, 'savedAt' | 'goodUntil'>,
  now: number,
): 'good' | 'past' | 'expired' {
  if (savedAt > now || now - savedAt > EXPIRES_AFTER_MS) return 'expired';
  return now < goodUntil ? 'good' : 'past';
}
