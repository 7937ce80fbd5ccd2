import { clockTime, formatCount, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { levelTitle, onlyPartsWords, subjectOf, suspicionDetail, suspicionSentence } from '@/utils/i18n/verdict-words';
import { isTrouble } from '@/utils/model/level';
import type { Status } from '@/utils/model/status';
import { hasNoStatusSource, type Verdict } from '@/utils/model/verdict';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';
import { behindSignIn } from '@/utils/rules/notifying/surfaces';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed } from '@/utils/ui/text';
import { reasonOf } from './row';

/** One sentence about all watched assistants, and at most one more that qualifies it. */
export interface PopupSummary {
  text: string;
  detail: string | null;
}

/** Above this number, a count replaces the names. */
const MANY = 5;
/** Above this number, assistants with an issue, without a status source or not checked yet are not named. */
const MANY_NAMES = 3;

const namesOf = (verdicts: readonly Verdict[], speech: Speech): string =>
  listWords(
    verdicts.map((verdict) => assistantOf(verdict.assistantId).name),
    'conjunction',
    speech,
  );

/** "Claude and ChatGPT have issues." Facts about a single issue are below the headline (`factsOf`). */
function troubleSummary(status: Status, failing: readonly Verdict[], total: number, speech: Speech): string {
  const [first] = failing;
  if (first !== undefined && failing.length === 1 && isTrouble(first.level)) {
    return levelTitle(subjectOf(assistantOf(first.assistantId).name, first.onlyParts, speech), first.level, speech);
  }
  const moments = failing.flatMap(({ assistantId }) => status.episodes[assistantId]?.seenAt ?? []);
  const isShared = haveSharedCause(moments);
  if (failing.length <= MANY_NAMES) {
    return speech.t(isShared ? 'popup_summary_named_shared' : 'popup_summary_named', namesOf(failing, speech));
  }
  const key = isShared ? 'popup_summary_shared' : 'popup_summary_trouble';
  return speech.t(key, formatCount(failing.length, speech), formatCount(total, speech));
}

function unknownSummary(status: Status, unknown: readonly Verdict[], speech: Speech): PopupSummary {
  if (unknown.every(({ reason }) => reason === 'not_read_yet')) {
    const isShort = unknown.length <= MANY_NAMES;
    const text = isShort
      ? speech.t('popup_summary_checking', namesOf(unknown, speech))
      : speech.t('popup_summary_checking_many', formatCount(unknown.length, speech));
    return { text, detail: null };
  }
  const reasons = new Set(unknown.map((verdict) => reasonOf(status, verdict, speech)));
  const [reason = null] = reasons;
  return {
    text: speech.t('headline_unknown', namesOf(unknown, speech)),
    detail: reasons.size === 1 ? reason : null,
  };
}

function upSummary(verdicts: readonly Verdict[], speech: Speech): string {
  const names = namesOf(verdicts, speech);
  const isOne = verdicts.length === 1;
  if (!verdicts.some((verdict) => verdict.isStale)) {
    if (verdicts.length > MANY) return speech.t('popup_summary_many_up', formatCount(verdicts.length, speech));
    return speech.t(isOne ? 'headline_operational' : 'popup_summary_up', names);
  }
  const oldest = Math.min(...verdicts.map((verdict) => verdict.checkedAt ?? 0));
  return speech.t(isOne ? 'popup_summary_was_up' : 'popup_summary_were_up', names, clockTime(oldest, speech));
}

/** Assistants without a status source come after the others, in a sentence of their own. */
export function popupSummary(status: Status, verdicts: readonly Verdict[], speech: Speech): PopupSummary {
  const withoutSource = verdicts.filter(hasNoStatusSource);
  const withSource = verdicts.filter((verdict) => !hasNoStatusSource(verdict));
  if (withoutSource.length === 0 || withSource.length === 0) return summaryOf(status, verdicts, speech);
  const { text, detail } = summaryOf(status, withSource, speech);
  const isShort = withoutSource.length <= MANY_NAMES;
  const aside = isShort ? speech.t('popup_summary_no_status', namesOf(withoutSource, speech)) : null;
  return { text, detail: detail ?? aside };
}

/** Outages come first, then unknown, then up, which is never said of an assistant that is not known to be up. */
function summaryOf(status: Status, verdicts: readonly Verdict[], speech: Speech): PopupSummary {
  const ofKind = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind);
  if (verdicts.length === 0) return { text: speech.t('popup_summary_nobody'), detail: null };
  if (!status.isOnline) return { text: speech.t('offline'), detail: null };

  const [failing, unknown, maintained] = [ofKind('trouble'), ofKind('unknown'), ofKind('maintenance')];
  if (failing.length > 0) {
    const [only] = failing.length === 1 ? failing : [];
    const detail = only === undefined ? null : onlyPartsWords(only, speech);
    return { text: troubleSummary(status, failing, verdicts.length, speech), detail };
  }
  const [suspected] = ofKind('suspected');
  if (suspected?.suspicion) {
    const { name } = assistantOf(suspected.assistantId);
    const text = suspicionSentence(name, suspected.suspicion, speech);
    return { text, detail: suspicionDetail(name, suspected.suspicion, suspected.level, speech) };
  }
  const behind = behindSignIn(verdicts);
  if (behind.length > 0) {
    return { text: speech.t('sign_in_answers', namesOf(behind, speech)), detail: speech.t('sign_in_answers_why') };
  }
  if (unknown.length > 0) return unknownSummary(status, unknown, speech);

  if (maintained.length > 0) {
    const key = maintained.length === 1 ? 'headline_maintenance' : 'popup_summary_maintenance';
    return { text: speech.t(key, namesOf(maintained, speech)), detail: null };
  }
  return { text: upSummary(verdicts, speech), detail: null };
}

/** The unknown verdicts whose reason the summary gives, so that their rows do not repeat it. */
export function explainedAbove(status: Status, verdicts: readonly Verdict[], speech: Speech): readonly Verdict[] {
  const hasIssue = verdicts.some(({ kind }) => kind === 'trouble' || kind === 'suspected');
  if (hasIssue || !status.isOnline) return [];
  const behind = behindSignIn(verdicts);
  if (behind.length > 0) return behind;
  const unknown = verdicts.filter((verdict) => verdict.kind === 'unknown' && !hasNoStatusSource(verdict));
  return new Set(unknown.map((verdict) => reasonOf(status, verdict, speech))).size === 1 ? unknown : [];
}

/** When all pages were last read: the oldest reading counts. Pages that were never read say so in their rows. */
export function lastCheck(checkedAt: number | null, verdicts: readonly Verdict[], speech: Speech): Timed {
  if (checkedAt === null) return timed(speech.t('checked_never'), null, speech);
  const isOld = verdicts.some((verdict) => {
    const isUnread = verdict.kind === 'unknown' && !hasNoStatusSource(verdict);
    return verdict.checkedAt !== null && (verdict.isStale || isUnread);
  });
  return timed(speech.t(isOld ? 'popup_last_read' : 'checked', clockTime(checkedAt, speech)), checkedAt, speech);
}
