import { clockTime, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  headline,
  onlyPartsWords,
  startOf,
  subjectOf,
  suspicionDetail,
  suspicionSentence,
} from '@/utils/i18n/verdict-words';
import type { Status } from '@/utils/model/status';
import { hasNoStatusSource, type Verdict } from '@/utils/model/verdict';
import { behindSignIn } from '@/utils/rules/notifying/badge';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';
import { assistantOf } from '@/utils/ui/page-registry';
import { reasonOf } from './row';

/** One sentence for everything watched, and at most one more that qualifies it. */
export interface PopupSummary {
  text: string;
  detail: string | null;
}

/** More names than this nobody reads. */
const MANY = 5;

const namesOf = (verdicts: readonly Verdict[], speech: Speech): string =>
  listWords(
    verdicts.map((verdict) => assistantOf(verdict.assistantId).name),
    'conjunction',
    speech,
  );

function troubleSummary(status: Status, troubled: readonly Verdict[], total: number, speech: Speech): string {
  const [first] = troubled;
  if (first === undefined || troubled.length > 1) {
    const number = new Intl.NumberFormat(speech.locale);
    const moments = troubled.flatMap(({ assistantId }) => status.episodes[assistantId]?.seenAt ?? []);
    const key = haveSharedCause(moments) ? 'popup_summary_shared' : 'popup_summary_trouble';
    return speech.t(key, number.format(troubled.length), number.format(total));
  }
  const start = startOf(first, status.episodes[first.assistantId] ?? null, speech.now);
  const subject = subjectOf(assistantOf(first.assistantId).name, first.onlyParts, speech);
  return headline(subject, first.level, start, speech);
}

function unknownSummary(status: Status, unknown: readonly Verdict[], total: number, speech: Speech): PopupSummary {
  if (unknown.length === total && unknown.every(({ reason }) => reason === 'not_read_yet')) {
    return { text: speech.t('checked_never'), detail: null };
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
    if (verdicts.length > MANY)
      return speech.t('popup_summary_many_up', new Intl.NumberFormat(speech.locale).format(verdicts.length));
    return speech.t(isOne ? 'headline_operational' : 'popup_summary_up', names);
  }
  const oldest = Math.min(...verdicts.map((verdict) => verdict.checkedAt ?? 0));
  return speech.t(isOne ? 'popup_summary_was_up' : 'popup_summary_were_up', names, clockTime(oldest, speech));
}

/** Whoever nobody tells of stands behind the others, in a sentence of their own. */
export function popupSummary(status: Status, verdicts: readonly Verdict[], speech: Speech): PopupSummary {
  const untold = verdicts.filter(hasNoStatusSource);
  const told = verdicts.filter((verdict) => !hasNoStatusSource(verdict));
  if (untold.length === 0 || told.length === 0) return summaryOf(status, verdicts, speech);
  const { text, detail } = summaryOf(status, told, speech);
  const aside = untold.length > 3 ? null : speech.t('popup_summary_untold', namesOf(untold, speech));
  return { text, detail: detail ?? aside };
}

/** Trouble before what is unknown, what is unknown before what is well. Never "up" for more than is known. */
function summaryOf(status: Status, verdicts: readonly Verdict[], speech: Speech): PopupSummary {
  const ofKind = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind);
  if (verdicts.length === 0) return { text: speech.t('popup_summary_nobody'), detail: null };
  if (!status.isOnline) return { text: speech.t('offline'), detail: null };

  const [troubled, unknown, maintained] = [ofKind('trouble'), ofKind('unknown'), ofKind('maintenance')];
  if (troubled.length > 0) {
    const [only] = troubled.length === 1 ? troubled : [];
    const detail = only === undefined ? null : onlyPartsWords(only, speech);
    return { text: troubleSummary(status, troubled, verdicts.length, speech), detail };
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
  if (unknown.length > 0) return unknownSummary(status, unknown, verdicts.length, speech);

  if (maintained.length > 0) {
    const key = maintained.length === 1 ? 'headline_maintenance' : 'popup_summary_maintenance';
    return { text: speech.t(key, namesOf(maintained, speech)), detail: null };
  }
  return { text: upSummary(verdicts, speech), detail: null };
}
