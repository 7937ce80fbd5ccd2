import { adviceWords, experienceWords } from '@/utils/i18n/advice-words';
import { clockTime, duration } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { teamLine } from '@/utils/i18n/team-line';
import {
  basisWords,
  checkedWords,
  headStartWords,
  modelsWords,
  onlyPartsWords,
  phaseWords,
  recoveredHeadline,
  startOf,
  subjectOf,
  suspicionCount,
} from '@/utils/i18n/verdict-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { lengthShown } from '@/utils/model/length-shown';
import type { Level } from '@/utils/model/level';
import type { Incident, Maintenance } from '@/utils/model/report';
import { currentPageOf, isInTrouble, lastedMsOf, type Reaction, type Status, statusLinkOf } from '@/utils/model/status';
import { hasNoStatusSource, type Sign, signOf, type Verdict, type VerdictKind } from '@/utils/model/verdict';
import { experienceOf } from '@/utils/rules/history/past';
import { failingDependencyOf } from '@/utils/rules/judging/dependencies';
import { mayHaveMoved } from '@/utils/rules/polling/plan-polls';
import { type Mark, markOf } from '@/utils/ui/marks';
import { assistantOf } from '@/utils/ui/page-registry';
import { MAKER_NAMES, type Snoozed, snoozedOf, type Timed, type ToldUpdate, timed, toldUpdates } from '@/utils/ui/text';
import { type AccessAsk, accessAsk, type PopupAccess } from './access';
import { type RowDetail, rowDetail } from './row-detail';
import { maintenanceWhen } from './row-maintenance';
import { bugReport, type ReportContext } from './why';

/** What the maker says of the trouble or maintenance that leads. Title and text are theirs, the rest is ours. */
export interface PopupPost {
  title: string;
  phase: string | null;
  text: string | null;
  /** "Anthropic, 14:58", or the maker alone beside all updates. */
  by: Timed;
  link: { url: string; label: string } | null;
  /** All that was written, newest first; empty unless the row is open. */
  updates: ToldUpdate[];
}

/** Null when the page says nothing about it. */
export function popupPost(maker: string, verdict: Verdict, isOpen: boolean, speech: Speech): PopupPost | null {
  const { t } = speech;
  const post = (source: Incident | Maintenance, phase: string | null, at: number | null, label: string): PopupPost => {
    const [update] = source.updates;
    const moment = update?.at ?? at;
    return {
      title: source.title,
      phase,
      text: update?.text || null,
      // In an open row each update has its own time.
      by:
        isOpen || moment === null
          ? timed(maker, null, speech)
          : timed(t('banner_words_at', maker, clockTime(moment, speech)), moment, speech),
      link: source.url === null ? null : { url: source.url, label },
      updates: isOpen ? toldUpdates(source.updates, clockTime, speech) : [],
    };
  };
  const [incident] = verdict.incidents;
  if (incident !== undefined) {
    return post(incident, phaseWords(maker, verdict, speech), incident.updatedAt, t('popup_incident_page'));
  }
  const [maintenance] = verdict.maintenances;
  if (maintenance === undefined) return null;
  return post(maintenance, maintenanceWhen(maintenance, speech), maintenance.startsAt, t('popup_maintenance_page'));
}

/** "Tell me when it is back": on offer, or asked for already. */
export interface RowAwait {
  /** Null once it was asked for. */
  offer: { label: string; name: string } | null;
  asked: { text: string; undo: string; undoFor: string; bringForward: string; isBroughtForward: boolean } | null;
}

/** Null where there is nothing to wait for. One that can no longer be read is waited for when it was in trouble. */
export function rowAwait(status: Status, verdict: Verdict, name: string, { t }: Speech): RowAwait | null {
  const id: AssistantId = verdict.assistantId;
  const awaited = status.awaited[id];
  if (awaited !== undefined) {
    const asked = {
      text: t('popup_awaited', name),
      undo: t('popup_await_undo'),
      undoFor: t('popup_await_undo_for', name),
      bringForward: t('popup_await_forward'),
      isBroughtForward: awaited.bringsForward,
    };
    return { offer: null, asked };
  }
  if (!isInTrouble(status, id)) return null;
  return { offer: { label: t('await_ask'), name: t('await_ask_for', name) }, asked: null };
}

/** What helps a person in the middle of a trouble. */
export interface RowHelp {
  /** How much earlier the person met it than the page told. */
  lead: string | null;
  /** Which models it is about, as far as it says. */
  models: string | null;
  /** What to do. */
  advice: string | null;
  /** How such troubles lasted before. */
  experience: string | null;
  /** One line for others. */
  teamLine: string;
}

/** Null unless there is trouble now. */
export function rowHelp(status: Status, verdict: Verdict, speech: Speech): RowHelp | null {
  if (verdict.kind !== 'trouble' || !status.isOnline) return null;
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const address = statusLinkOf(status, assistant) ?? '';
  const [episode, past] = [status.episodes[id] ?? null, status.past[id]];
  const lengths = episode === null || past === undefined ? null : experienceOf(past, episode.peak);
  return {
    lead: episode === null ? null : headStartWords(episode, speech),
    models: modelsWords(name, verdict, speech),
    advice: adviceWords(verdict, speech),
    experience: experienceWords(lengths, speech),
    teamLine: teamLine(name, verdict, startOf(verdict, episode, speech.now), address, speech),
  };
}

/** With the part that is leant on where the maker's own chat is not in trouble: nobody shall think that it is. */
function nameOf(id: AssistantId, { dependsOn }: Assistant, status: Status): string {
  const maker = assistantOf(id);
  if (status.verdicts[id]?.kind === 'trouble') return maker.name;
  const used = dependsOn.filter(({ assistantId }) => assistantId === id).flatMap(({ partIds }) => partIds);
  const part = currentPageOf(status, maker)?.features.find((feature) => used.includes(feature.id));
  return part === undefined ? maker.name : `${maker.name} (${part.name})`;
}

/** "It leans on Claude, which is partly down." Null where nobody whom it leans on is known to be in trouble. */
export function dependencyWords(assistant: Assistant, status: Status, { t, now }: Speech): string | null {
  const failingDependency = failingDependencyOf(assistant, status, now);
  if (failingDependency === null) return null;
  const name = nameOf(failingDependency.assistantId, assistant, status);
  if (failingDependency.level === 'major_outage') return t('upstream_down', name);
  return t(failingDependency.level === 'partial_outage' ? 'upstream_partly_down' : 'upstream_degraded', name);
}

/** What a person can do about a status page that can't be found any more. */
export interface RowMoved {
  page: { url: string; label: string; name: string };
  report: { label: string; text: string };
}

/** Null unless the page seems to have moved or changed, and that is what stops us from knowing. */
export function rowMoved(
  status: Status,
  verdict: Verdict,
  { watched, version, log }: ReportContext & { watched: readonly AssistantId[] },
  speech: Speech,
): RowMoved | null {
  const { t, now } = speech;
  const assistant = assistantOf(verdict.assistantId);
  const page = currentPageOf(status, assistant);
  const { failure = null } = status.pages[assistant.id] ?? {};
  const isInTheWay = verdict.kind === 'unknown' || verdict.isStale;
  if (!isInTheWay || page === null || failure === null || !mayHaveMoved(failure)) return null;
  return {
    page: { url: page.address, label: t('popup_moved_open'), name: t('popup_moved_open_for', assistant.name) },
    report: { label: t('popup_why_report'), text: bugReport(status, watched, { version, log }, now) },
  };
}

/** What a person can say of a trouble, or has said. */
export interface RowReaction {
  offer: { says: Reaction['says']; label: string; why: string } | null;
  /** "Take back" needs its assistant for whoever does not see what it stands beside. */
  said: { text: string; undo: string; undoFor: string } | null;
}

/** While it lasts it may work for them; once it is said to be over it may still be broken. */
export function rowReaction(
  { episodes, recoveries, reactions }: Status,
  { id, name }: { id: AssistantId; name: string },
  isRecovered: boolean,
  { t }: Speech,
): RowReaction | null {
  const episode = episodes[id] ?? (isRecovered ? recoveries[id]?.episode : undefined);
  if (episode === undefined) return null;
  const says = isRecovered ? 'broken' : 'works';
  const reaction = reactions[id];
  if (reaction?.episodeId === episode.id && reaction.says === says) {
    const text = t(says === 'works' ? 'popup_reacted_works' : 'popup_reacted_broken');
    return { offer: null, said: { text, undo: t('popup_react_undo'), undoFor: t('popup_react_undo_for', name) } };
  }
  const label = t(says === 'works' ? 'popup_react_works' : 'popup_react_broken');
  return { offer: { says, label, why: t('popup_react_why') }, said: null };
}

/** What answers at the address of a page that may have moved; null where that is not known, or not the reason. */
function detectedWords({ pages }: Pick<Status, 'pages'>, { assistantId }: Verdict, { t }: Speech): string | null {
  const { failure = null, detected = null } = pages[assistantId] ?? {};
  if (failure === null || detected === null || !mayHaveMoved(failure)) return null;
  return detected.platform === 'feed'
    ? t('reason_detected_feed')
    : t('reason_detected', MAKER_NAMES[detected.platform]);
}

/**
 * Why a verdict is unknown or stale; null where it is neither, or was never read ("Not checked yet." is shown then).
 * Header and row both take it from here, so that they give one reason. A single failed check of a fresh page is no reason.
 */
export function reasonOf(status: Pick<Status, 'pages'>, verdict: Verdict, speech: Speech): string | null {
  const reason = verdict.reason ?? (verdict.isStale ? verdict.failure : null);
  if (reason === null || reason === 'not_read_yet') return null;
  return detectedWords(status, verdict, speech) ?? speech.t(`reason_${reason}`);
}

/** How long the end of a trouble is still worth a word. */
const RECOVERY_SHOWN_FOR_MS = 60 * 60_000;

/** "Since 14:26 (47 min)", of trouble and of maintenance. */
export function sinceOf(status: Status, verdict: Verdict, speech: Speech): Timed | null {
  const isKnownMaintenance = verdict.kind === 'maintenance' && verdict.since !== null;
  if (verdict.kind !== 'trouble' && !isKnownMaintenance) return null;
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const key = start.isKnown ? 'popup_since_told' : 'popup_since_seen';
  return timed(
    speech.t(key, clockTime(start.at, speech), duration(lengthShown(start.at, speech.now), speech)),
    start.at,
    speech,
  );
}

/** A trouble that can no longer be read is neither called trouble any longer nor over: what was known stands beside. */
export function lastKnownOf(status: Status, verdict: Verdict, { t }: Speech): string | null {
  const episode = status.episodes[verdict.assistantId];
  if (episode === undefined || verdict.kind !== 'unknown') return null;
  return t('last_known', t(`level_${episode.level}`));
}

/** "Claude is back, after 1 h 12 min." Null when that is no news any more. */
export function recoveredOf(status: Status, verdict: Verdict, name: string, speech: Speech): string | null {
  const recovery = status.recoveries[verdict.assistantId];
  if (recovery === undefined || verdict.kind !== 'up') return null;
  if (!recovery.episode.isTold || speech.now - recovery.episode.lastReadAt > RECOVERY_SHOWN_FOR_MS) return null;
  return recoveredHeadline(subjectOf(name, recovery.episode.onlyParts, speech), lastedMsOf(recovery), speech);
}

/** When it was last read, or that it is up to date; the reason that it is not stands beside it. */
export function checkedOf(verdict: Verdict, reason: string | null, speech: Speech): Timed {
  const { checkedAt } = verdict;
  const isTold = reason !== null && checkedAt !== null;
  const text = isTold ? speech.t('popup_last_read', clockTime(checkedAt, speech)) : checkedWords(verdict, speech);
  return timed(text, checkedAt, speech);
}

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
  failingDependency: string | null;
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
  const post = popupPost(assistant.provider, verdict, isOpen, speech);
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
    failingDependency: isPast ? null : dependencyWords(assistant, status, speech),
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
    isCheckedTold: isOpen || (verdict.kind === 'unknown' && !hasNoStatusSource(verdict)) || verdict.isStale,
    source: link === null ? null : { url: link, host: new URL(link).host },
    detail: isOpen ? rowDetail({ status, verdict, counted, presetNote, isSnoozed: snoozed !== null }, speech) : null,
  };
}
