import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import type { LoggedFailure } from '@/utils/model/logged-failure';
import type { Options } from '@/utils/model/options';
import { NO_PRESET, type Preset } from '@/utils/model/preset';
import type { Sign } from '@/utils/model/sign';
import type { Status } from '@/utils/model/status';
import { isUntold, type Verdict } from '@/utils/model/verdict';
import { badgeFor } from '@/utils/rules/badge';
import { behindSignIn } from '@/utils/rules/behind-sign-in';
import { type HistoryLink, historyLink } from '@/utils/ui/history/history-place';
import { type KeptDraftView, type KeptMemory, keptDraftsView, NOTHING_KEPT } from '@/utils/ui/kept-drafts-view';
import { type PresetNotes, presetNotes } from '@/utils/ui/preset-notes';
import { type Timed, timed } from '@/utils/ui/timed';
import { verdictNow } from '@/utils/ui/verdict-now';
import { directionOf } from '@/utils/words/direction-of';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import type { PopupAccess } from './popup-access';
import { type PopupBanners, popupBanners } from './popup-banners';
import { type PopupCarried, popupCarried } from './popup-carried';
import { type PopupCheck, popupCheck } from './popup-check';
import { type PopupLabels, popupLabels } from './popup-labels';
import { NOTHING_OPENED, type Opened } from './popup-opened';
import { type PopupRow, popupRow } from './popup-row';
import { type PopupSummary, popupSummary } from './popup-summary';
import { type PopupWatched, popupWatched } from './popup-watched';
import { NO_WAYS_KNOWN, type PopupWays, popupWays, type WaysLearnt } from './popup-ways';
import { type PopupWhy, popupWhy } from './popup-why';

/** All that the popup shows, in finished sentences. */
export interface PopupView {
  language: string;
  direction: 'ltr' | 'rtl';
  sign: Sign;
  /** Drafts that wait to be fetched, newest first. */
  carried: PopupCarried[];
  /** What was typed and is kept. */
  kept: KeptDraftView[];
  summary: PopupSummary;
  /** Ways to carry on while somebody is in trouble, or the sentence that there are none; null when none is needed. */
  ways: PopupWays | null;
  rows: PopupRow[];
  watched: PopupWatched;
  banners: PopupBanners;
  check: PopupCheck;
  history: HistoryLink;
  /** Null while that part is closed. */
  why: PopupWhy | null;
  /** Why what is shown is not stored; null when it is. */
  storage: string | null;
  opened: Opened;
  checked: Timed;
  labels: PopupLabels;
  preset: PresetNotes;
}

export interface PopupInput {
  status: Status;
  options: Options;
  access: PopupAccess;
  /** The draft transfers that are on their way, or wait. */
  transfers?: readonly Carry[];
  /** Whether the popup is shown in a private window. */
  isPrivate?: boolean;
  /** What is kept of what was typed. */
  kept?: KeptMemory;
  /** What was learnt of the ways of the plan. */
  ways?: WaysLearnt;
  /** Ours, for bug reports. */
  version: string;
  opened?: Opened;
  /** Whose chat is in the tab in front; null where that is nobody's, or not known. */
  front?: AssistantId | null;
  preset?: Preset;
  /** The last calls that failed, for bug reports. */
  failures?: readonly LoggedFailure[];
}

/** The oldest reading speaks for all that were read; one that never was says so in its own row. */
function checkedOf(checkedAt: number | null, verdicts: readonly Verdict[], speech: Speech): Timed {
  if (checkedAt === null) return timed(speech.t('checked_never'), null, speech);
  const isOldOne = (verdict: Verdict) => verdict.isStale || (verdict.kind === 'unknown' && !isUntold(verdict));
  const isOld = verdicts.some((verdict) => verdict.checkedAt !== null && isOldOne(verdict));
  return timed(speech.t(isOld ? 'popup_last_read' : 'checked', clockTime(checkedAt, speech)), checkedAt, speech);
}

/** What the popup says now of what is remembered, what was chosen and what was granted. Pure. */
export function popupView(input: PopupInput, speech: Speech): PopupView {
  const { options, access, version, transfers = [], isPrivate = false, ways = NO_WAYS_KNOWN } = input;
  const { opened = NOTHING_OPENED, front = null, kept = NOTHING_KEPT, preset = NO_PRESET, failures = [] } = input;
  const { watched } = options;
  const verdicts = watched.map((id) => verdictNow(input.status, id, speech.now, options.parts[id]));
  const judged = Object.fromEntries(verdicts.map((verdict) => [verdict.assistantId, verdict]));
  const status: Status = { ...input.status, verdicts: { ...input.status.verdicts, ...judged } };
  const badge = badgeFor(status, watched, speech.now);
  // Offline, that is what is said above.
  const behind = status.isOnline ? behindSignIn(verdicts) : [];
  const { t } = speech;
  const notes = presetNotes(preset, speech);
  const language = t('popup_language');
  return {
    language,
    direction: directionOf(language),
    sign: badge.sign,
    carried: popupCarried(transfers, { ownChats: options.ownChats, isPrivate }, speech),
    kept: keptDraftsView(kept, speech),
    summary: popupSummary(status, verdicts, speech),
    ways: popupWays(status, options, { ...ways, front }, speech),
    rows: verdicts.map((verdict) =>
      popupRow(
        {
          status,
          verdict,
          access,
          isOpen: opened.has(verdict.assistantId),
          counted: options.parts[verdict.assistantId] ?? [],
          watched,
          version,
          failures,
          presetNote: notes.parts,
          isReasonSaid: behind.includes(verdict),
        },
        speech,
      ),
    ),
    watched: popupWatched(options, access, opened, speech),
    banners: popupBanners(options, access, speech),
    check: popupCheck(watched, front, speech),
    history: historyLink(null, speech),
    why: opened.has('why') ? popupWhy(status, watched, { version, failures }, speech) : null,
    storage: status.storageTrouble === null ? null : t(`storage_${status.storageTrouble}`),
    opened,
    checked: checkedOf(badge.checkedAt, verdicts, speech),
    labels: popupLabels(t),
    preset: notes,
  };
}
