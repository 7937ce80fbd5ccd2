import type { AssistantId, MarkColor } from './assistant';
import type { FallbackId } from './fallback';
import type { Level } from './level';
import type { Theme } from './options';
import type { Direction } from './text';
import type { Sign, VerdictKind } from './verdict';

/** All that a banner shows, in finished sentences. It knows of its own site only. */
export interface BannerView {
  assistantId: AssistantId;
  kind: VerdictKind;
  level: Level;
  /** "Claude is partly down since 14:26 (47 min)." */
  headline: string;
  /** What the phase means, in our words; null when there is nothing to add. */
  phase: string | null;
  /** The maker's last words, as text; null when no incident is open. */
  words: { title: string; text: string; at: string } | null;
  /** "Checked 15:13." */
  checked: string;
  /** Null where there is no public status page. */
  statusUrl: string | null;
  /** It is over: say so, then go. */
  isOver: boolean;
  /** Whether the person asked to be told when it is back; null where that is not on offer. */
  isAwaited: boolean | null;
  theme: Theme;
  /** Of our texts, which stand on pages of any language. */
  direction: Direction;
  /** Where on the host it belongs; elsewhere on the same host nothing is shown. */
  path: string;
  /** Where the composer is, as CSS selectors, for the draft that is taken along. */
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

/** One way to go on, as the banner's list and the popup show it. */
export interface Alternative {
  wayId: FallbackId;
  name: string;
  /** What to know before taking it: "paste it there"; null when there is nothing to add. */
  note: string | null;
}

/** The toolbar icon at a glance. */
export interface ToolbarView {
  sign: Sign;
  /** How many watched assistants are in trouble; 0 shows no badge. */
  troubleCount: number;
  /** The tooltip: a line for each watched assistant, and when it was checked. */
  title: string;
}

/** A desktop notification in finished words. */
export interface NoticeView {
  id: string;
  /** Tells news from a repetition of the same, epoch milliseconds. */
  newsAt: number;
  title: string;
  text: string;
}

/** One watched assistant of a glance. */
export interface GlanceRow {
  name: string;
  initial: string;
  color: MarkColor;
  sign: Sign;
  levelWords: string;
}

/** Where things stood, so that what is painted first does not jump when all the rest comes; pixels. */
export interface GlancePlace {
  /** Of the page it was measured in; in another, lines break elsewhere. */
  width: number;
  /** From the page's top to the sentence that sums up, and from there to the rows. */
  above: number;
  between: number;
  rowHeights: number[];
  height: number;
}

/** What the popup said last: the sentence that sums up and a sign for each. */
export interface Glance {
  /** When it was said, epoch milliseconds. */
  saidAt: number;
  /** Until when it may be shown as how things are; after that only as how they were. Epoch milliseconds. */
  goodUntil: number;
  language: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  sign: Sign;
  text: string;
  detail: string | null;
  /** The same sentence with the time at which it held. */
  pastText: string;
  rows: GlanceRow[];
  place: GlancePlace;
}

const HOUR = 3_600_000;
/** What is older than this helps nobody. */
const FORGOTTEN_AFTER_MS = 6 * HOUR;

/** What a glance may be shown as at a moment. One from the future was dated by a clock that has been set back since. */
export function glanceAge({ saidAt, goodUntil }: Glance, now: number): 'good' | 'past' | 'forgotten' {
  if (saidAt > now || now - saidAt > FORGOTTEN_AFTER_MS) return 'forgotten';
  return now < goodUntil ? 'good' : 'past';
}
