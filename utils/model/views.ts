import type { AssistantId, MarkColor } from './assistant';
import type { FallbackId } from './fallback';
import type { Level } from './level';
import type { Theme } from './options';
import type { Direction } from './text';
import type { Sign, VerdictKind } from './verdict';

/** Everything the banner shows, as finished text. Covers its own site only. */
export interface BannerView {
  assistantId: AssistantId;
  kind: VerdictKind;
  level: Level;
  /** "Claude is partly down since 14:26 (47 min)." */
  headline: string;
  /** Explanation of the phase; null if there is nothing to add. */
  phase: string | null;
  /** The provider's last update, as text; null if no incident is open. */
  words: { title: string; text: string; at: string } | null;
  /** "Checked 15:13." */
  checked: string;
  /** Null if there is no public status page. */
  statusUrl: string | null;
  /** The outage is over: the banner says so and closes. */
  isOver: boolean;
  /** Whether "tell me when it is back" is on; null if it is not offered. */
  isAwaited: boolean | null;
  theme: Theme;
  /** Of our texts, independent of the page's language. */
  direction: Direction;
  /** Path on the host where the banner belongs; elsewhere on the host nothing is shown. */
  path: string;
  /** CSS selectors of the composer, to read the draft from. */
  composerHints: readonly string[];
  labels: {
    takesDraft: string;
    leavesFiles: string;
    cannotRead: string;
    continueIn: string;
    awaits: string;
    check: string;
    history: string;
    dismiss: string;
    statusPage: string;
    region: string;
    nobody: string;
  };
}

/** A fallback in the banner's list or the popup. */
export interface FallbackOption {
  fallbackId: FallbackId;
  name: string;
  /** Hint such as "paste it there"; null if there is none. */
  note: string | null;
}

/** Toolbar icon, badge and tooltip. */
export interface ToolbarView {
  sign: Sign;
  /** Number of watched assistants with an outage; 0 hides the badge. */
  troubleCount: number;
  /** Tooltip: a line for each watched assistant, and the time of the check. */
  title: string;
}

/** A desktop notification as finished text. */
export interface NoticeView {
  id: string;
  /** Identifies the news, epoch milliseconds: a repetition has the same value. */
  newsAt: number;
  title: string;
  text: string;
}

/** One watched assistant in the popup's snapshot. */
export interface GlanceRow {
  name: string;
  initial: string;
  color: MarkColor;
  sign: Sign;
  levelWords: string;
}

/** Layout of the last render in pixels, so that the snapshot does not shift when the full page is painted. */
export interface GlancePlace {
  /** Width of the page when measured; other widths wrap lines differently. */
  width: number;
  /** Distance from the top of the page to the summary, and from there to the rows. */
  above: number;
  between: number;
  rowHeights: number[];
  height: number;
}

/** Snapshot of the popup: the summary and a sign for each assistant. */
export interface Glance {
  /** When it was taken, epoch milliseconds. */
  saidAt: number;
  /** Until when it may be shown as current; afterwards only as past. Epoch milliseconds. */
  goodUntil: number;
  language: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  sign: Sign;
  text: string;
  detail: string | null;
  /** The summary with the time at which it was true. */
  pastText: string;
  rows: GlanceRow[];
  place: GlancePlace;
}

const HOUR = 3_600_000;
const FORGOTTEN_AFTER_MS = 6 * HOUR;

/** How a snapshot may be shown now. One from the future is discarded: the clock has been set back since. */
export function glanceAge({ saidAt, goodUntil }: Glance, now: number): 'good' | 'past' | 'forgotten' {
  if (saidAt > now || now - saidAt > FORGOTTEN_AFTER_MS) return 'forgotten';
  return now < goodUntil ? 'good' : 'past';
}
