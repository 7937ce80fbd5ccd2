import { assistantOf } from '@/utils/assistants/everyone';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import { type Sign, signOf } from '@/utils/model/sign';
import { currentPageOf, type Status } from '@/utils/model/status';
import { isUntold, type Verdict, type VerdictKind } from '@/utils/model/verdict';
import { type Mark, markOf } from '@/utils/ui/mark';
import { type Snoozed, snoozedOf } from '@/utils/ui/snoozed';
import type { Timed } from '@/utils/ui/timed';
import type { Speech } from '@/utils/words/speech';
import { suspicionCount } from '@/utils/words/suspicion-words';
import { basisWords, onlyPartsWords } from '@/utils/words/verdict-words';
import { type AccessAsk, accessAsk } from './access-ask';
import type { ReportContext } from './bug-report';
import type { PopupAccess } from './popup-access';
import { type PopupPost, popupPost } from './popup-post';
import { type RowAwait, rowAwait } from './row-await';
import { type RowDetail, rowDetail } from './row-detail';
import { type RowHelp, rowHelp } from './row-help';
import { leaningWords } from './row-leaning';
import { maintenanceWhen } from './row-maintenance';
import { type RowMoved, rowMoved } from './row-moved';
import { type RowReaction, rowReaction } from './row-reaction';
import { reasonOf } from './row-reason';
import { checkedOf, lastKnownOf, recoveredOf, sinceOf } from './row-time';

/** A maintenance further ahead than this waits in the open row. */
const NEAR_MS = 24 * 3_600_000;

/** One watched assistant, in finished sentences. */
export interface PopupRow {
  assistantId: AssistantId;
  name: string;
  mark: Mark;
  kind: VerdictKind;
  level: Level;
  sign: Sign;
  levelWords: string;
  /** What is shown is what was known before the browser went offline. */
  isPast: boolean;
  since: Timed | null;
  /** "Last known: Partly down", where trouble can no longer be read. */
  lastKnown: string | null;
  /** Why it is unknown, or why the last reading is old. */
  reason: string | null;
  /** Set when the page seems to have moved or changed. */
  moved: RowMoved | null;
  /** Set when the reason is that nobody allowed reading it. */
  ask: AccessAsk | null;
  /** "Claude is back, after 1 h 12 min." */
  recovered: string | null;
  /** That what is in trouble is a part that the person counts, not the chat itself. */
  onlyParts: string | null;
  /** How the verdict came about, where that is worth a word: no update for days, or a component is gone. */
  basis: string | null;
  /** "It leans on Claude, which is partly down." */
  leaning: string | null;
  help: RowHelp | null;
  post: PopupPost | null;
  /** A maintenance that is near, in one line. */
  ahead: string | null;
  awaiting: RowAwait | null;
  reaction: RowReaction | null;
  snoozed: Snoozed | null;
  /** What else is open on the page, as titles. */
  also: { id: string; title: string; url: string | null }[];
  /** Null where nothing is ever checked. */
  checked: Timed | null;
  /** When it was checked is worth a word here: it is not known now, or the row is open. Else the page's foot says it. */
  isCheckedTold: boolean;
  /** Null where there is no public page. */
  source: { url: string; host: string } | null;
  /** Null while the row is closed. */
  detail: RowDetail | null;
}

function aheadOf({ ahead: [next] }: Verdict, speech: Speech): string | null {
  if (next === undefined || (next.startsAt !== null && next.startsAt - speech.now > NEAR_MS)) return null;
  return maintenanceWhen(next, speech);
}

/** Offline, nobody knows what the makers do now. */
function postOf(assistant: Assistant, verdict: Verdict, isPast: boolean, isOpen: boolean, speech: Speech) {
  const post = popupPost(assistant.maker, verdict, isOpen, speech);
  return post === null || !isPast ? post : { ...post, phase: null };
}

export interface RowInput extends ReportContext {
  status: Status;
  verdict: Verdict;
  access: PopupAccess;
  isOpen: boolean;
  /** Parts that the person counts beside the chat itself. */
  counted: readonly string[];
  /** That these are preset; undefined where they are the person's to choose. */
  presetNote: string | undefined;
  /** For bug reports, with what they are made of besides. */
  watched: readonly AssistantId[];
  /** Why it is unknown stands above all rows, since it is the same for several. */
  isReasonSaid: boolean;
}

export function popupRow(input: RowInput, speech: Speech): PopupRow {
  const { status, verdict, access, isOpen, counted, presetNote, isReasonSaid } = input;
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const page = currentPageOf(status, assistant);
  const link = page?.address ?? assistant.statusLink;
  const { suspicion } = verdict;
  const levelWords = suspicion === null ? speech.t(`level_${verdict.level}`) : speech.t('verdict_suspected');
  const isPast = !status.isOnline && verdict.kind !== 'unknown';
  const moved = status.isOnline ? rowMoved(status, verdict, input, speech) : null;
  const reason = reasonOf(status, verdict, speech);
  const recovered = isPast ? null : recoveredOf(status, verdict, name, speech);
  const snoozed = snoozedOf(status, id, name, speech);
  const ask = verdict.reason === 'not_allowed' ? accessAsk(assistant, access, speech) : null;
  const also = [...verdict.incidents.slice(1), ...verdict.otherIncidents, ...verdict.pageMaintenances];
  return {
    assistantId: id,
    name,
    mark: markOf(assistant),
    kind: verdict.kind,
    level: verdict.level,
    // What was last known is no sign of now.
    sign: isPast ? 'offline' : signOf(verdict),
    levelWords: isPast ? speech.t('popup_last_known', levelWords) : levelWords,
    isPast,
    since: isPast ? null : sinceOf(status, verdict, speech),
    lastKnown: lastKnownOf(status, verdict, speech),
    // The request says the same, and what can be done about it.
    reason: suspicion === null ? (ask === null && !isReasonSaid ? reason : null) : suspicionCount(suspicion, speech),
    moved,
    ask,
    recovered,
    onlyParts: isPast ? null : onlyPartsWords(verdict, speech),
    basis: isPast ? null : basisWords(verdict, speech),
    leaning: isPast ? null : leaningWords(assistant, status, speech),
    help: rowHelp(status, verdict, speech),
    post: postOf(assistant, verdict, isPast, isOpen, speech),
    ahead: isOpen ? null : aheadOf(verdict, speech),
    awaiting: rowAwait(status, verdict, name, speech),
    reaction: isPast ? null : rowReaction(status, assistant, recovered !== null, speech),
    snoozed,
    also: also.map((incident) => ({
      id: incident.id,
      title: incident.title,
      url: incident.url ?? link,
    })),
    checked: page === null ? null : checkedOf(verdict, reason, speech),
    isCheckedTold: isOpen || (verdict.kind === 'unknown' && !isUntold(verdict)) || verdict.isStale,
    source: link === null ? null : { url: link, host: new URL(link).host },
    detail: isOpen ? rowDetail({ status, verdict, counted, presetNote, isSnoozed: snoozed !== null }, speech) : null,
  };
}
