import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { clockTime, directionOf } from '@/utils/i18n/moments';
import type { Speech, Translate } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftTransfer } from '@/utils/model/drafts';
import type { LogEntry } from '@/utils/model/failure';
import { NO_PRESET, type Options, type Preset } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { hasNoStatusSource, type Sign, type Verdict } from '@/utils/model/verdict';
import { activeTransfers, keptUntil } from '@/utils/rules/fallbacks/drafts';
import { badgeFor, behindSignIn } from '@/utils/rules/notifying/badge';
import { type HistoryLink, historyLink } from '@/utils/ui/history/place';
import { type KeptDraftView, type KeptMemory, keptDraftsView, NOTHING_KEPT } from '@/utils/ui/kept-drafts-view';
import { type PresetNotes, presetNotes } from '@/utils/ui/options-access';
import { type Timed, timed } from '@/utils/ui/text';
import { verdictNow } from '@/utils/ui/verdict-now';
import { type PopupAccess, type PopupBanners, type PopupWatched, popupBanners, popupWatched } from './access';
import { NO_WAYS_KNOWN, type PopupWays, popupWays, type WaysLearnt } from './fallbacks';
import { type PopupRow, popupRow } from './row';
import { NOTHING_OPENED, type Opened, type PopupCheck, popupCheck } from './state';
import { type PopupSummary, popupSummary } from './summary';
import { type PopupWhy, popupWhy } from './why';

/** A draft that went to another assistant and can still be fetched, in case it did not arrive. */
export interface PopupCarried {
  id: number;
  /** "Your draft to ChatGPT is kept until 14:52." */
  said: Timed;
  text: string;
  copy: string;
  discard: string;
}

function carriedView(
  carry: DraftTransfer,
  choices: Pick<Options, 'ownChats' | 'ownPages'>,
  speech: Speech,
): PopupCarried {
  const until = keptUntil(carry);
  // A chat of one's own may have been removed meanwhile: the draft is kept all the same.
  const target = fallbackTarget(carry.to, choices);
  const time = clockTime(until, speech);
  const said = target === null ? speech.t('popup_carried_plain', time) : speech.t('popup_carried', target.name, time);
  return {
    id: carry.id,
    said: timed(said, until, speech),
    text: carry.text,
    copy: speech.t('popup_carried_copy'),
    discard: speech.t('popup_carried_discard'),
  };
}

/** The transfers that wait, newest first. One from a private window is shown only in private windows. */
export function popupCarried(
  transfers: readonly DraftTransfer[],
  { isPrivate, ...choices }: Pick<Options, 'ownChats' | 'ownPages'> & { isPrivate: boolean },
  speech: Speech,
): PopupCarried[] {
  return activeTransfers(transfers, speech.now)
    .filter((one) => one.from !== 'sample' && one.text !== '' && (isPrivate || !one.isPrivate))
    .map((one) => carriedView(one, choices, speech))
    .reverse();
}

/** Texts of the popup that never change. */
export function popupLabels(t: Translate) {
  return {
    watched: t('popup_watched'),
    also: t('popup_also'),
    more: t('popup_more'),
    less: t('popup_less'),
    options: t('popup_options'),
    refresh: t('popup_refresh'),
    refreshing: t('popup_refreshing'),
    updates: t('popup_updates'),
    copyForTeam: t('popup_copy_team'),
    copied: t('popup_copied'),
    copyFailed: t('popup_copy_failed'),
    why: t('popup_why'),
  };
}

export type PopupLabels = ReturnType<typeof popupLabels>;

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
  transfers?: readonly DraftTransfer[];
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
  /** The log for bug reports, the newest entry first. */
  log?: readonly LogEntry[];
}

/** The oldest reading speaks for all that were read; one that never was says so in its own row. */
function checkedOf(checkedAt: number | null, verdicts: readonly Verdict[], speech: Speech): Timed {
  if (checkedAt === null) return timed(speech.t('checked_never'), null, speech);
  const isOldOne = (verdict: Verdict) => verdict.isStale || (verdict.kind === 'unknown' && !hasNoStatusSource(verdict));
  const isOld = verdicts.some((verdict) => verdict.checkedAt !== null && isOldOne(verdict));
  return timed(speech.t(isOld ? 'popup_last_read' : 'checked', clockTime(checkedAt, speech)), checkedAt, speech);
}

/** What the popup says now of what is remembered, what was chosen and what was granted. Pure. */
export function popupView(input: PopupInput, speech: Speech): PopupView {
  const { options, access, version, transfers = [], isPrivate = false, ways = NO_WAYS_KNOWN } = input;
  const { opened = NOTHING_OPENED, front = null, kept = NOTHING_KEPT, preset = NO_PRESET, log = [] } = input;
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
    carried: popupCarried(transfers, { ...options, isPrivate }, speech),
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
          log,
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
    why: opened.has('why') ? popupWhy(status, watched, { version, log }, speech) : null,
    storage: status.storageTrouble === null ? null : t(`storage_${status.storageTrouble}`),
    opened,
    checked: checkedOf(badge.checkedAt, verdicts, speech),
    labels: popupLabels(t),
    preset: notes,
  };
}
