import type { AssistantId } from './assistant';
import type { Direction } from './direction';
import type { Level } from './level';
import type { Sign } from './sign';
import type { Theme } from './theme';
import type { VerdictKind } from './verdict';
import type { WayId } from './way';

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
  wayId: WayId;
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
