import type { Registry } from '@/utils/assistants/lookups';
import { clockTime, factLine, listWords, plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  evidenceDetail,
  lastingHeadline,
  levelTitle,
  maintenanceHeadline,
  recoveredHeadline,
  sinceWords,
  subjectOf,
} from '@/utils/i18n/verdict-words';
import type { AssistantId } from '@/utils/model/assistant';
import { type Change, lengthShown } from '@/utils/model/episode';
import type { FallbackId } from '@/utils/model/fallback';
import { type Notice, newsAtOf, type RecoveryNotice } from '@/utils/model/notification';
import type { NoticeView } from '@/utils/model/views';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';

/** What texts are built from. */
interface Wording {
  registry: Registry;
  speech: Speech;
}

/** The first fallback of Plan B that is available. */
interface NextFallback {
  id: FallbackId;
  name: string;
}

/** Drafts that wait for the assistant that a notification reports back. */
export interface NoticeDrafts {
  count: number;
  /** Whether a click fills the first one in. Otherwise it opens the popup, where they can be copied. */
  isFilledIn: boolean;
}

const nameOf = (change: Change, { registry }: Wording): string => registry.get(change.assistantId).name;

const subjectOfChange = (change: Change, wording: Wording): string =>
  subjectOf(nameOf(change, wording), change.onlyParts, wording.speech);

/** One sentence about one change. It names clock times, not ages, because a notification may be read much later. */
function sentence(change: Change, wording: Wording): string {
  const { speech } = wording;
  const name = subjectOfChange(change, wording);
  if (change.kind === 'reopened') return speech.t('headline_reopened', name);
  if (change.kind === 'unopened') return speech.t('suspicion_named_page', name);
  if (change.kind !== 'recovered') {
    return lastingHeadline(name, change.level, { at: change.startedAt, isKnown: change.isStartKnown }, speech);
  }
  const isLengthKnown = change.endedAt !== null && change.isStartKnown;
  return recoveredHeadline(name, isLengthKnown ? lengthShown(change.startedAt, change.endedAt ?? 0) : null, speech);
}

/** The title of a notification about one change. Its start follows in the text. */
function titleOf(change: Change, wording: Wording): string {
  const isLevelNews = change.kind !== 'recovered' && change.kind !== 'reopened' && change.kind !== 'unopened';
  return isLevelNews
    ? levelTitle(subjectOfChange(change, wording), change.level, wording.speech)
    : sentence(change, wording);
}

function detail(change: Change, wording: Wording): string {
  const { speech } = wording;
  if (change.kind === 'recovered') {
    if (change.endedAt === null || !change.isStartKnown) return '';
    return speech.t('notice_recovered', clockTime(change.startedAt, speech), clockTime(change.endedAt, speech));
  }
  if (change.kind === 'unopened') return evidenceDetail(nameOf(change, wording), change.level, change.reported, speech);
  // A reopened incident did not last since its first start.
  const since =
    change.kind === 'reopened' ? null : sinceWords({ at: change.startedAt, isKnown: change.isStartKnown }, speech);
  const phase = change.phase === null ? null : speech.t(`popup_phase_${change.phase}`);
  return [change.title, factLine([since, phase], speech)].filter(Boolean).join('\n');
}

function titleOfSeveral(changes: readonly Change[], wording: Wording): string {
  const { speech } = wording;
  const names = listWords(new Set(changes.map((change) => subjectOfChange(change, wording))), 'conjunction', speech);
  const areOver = changes.every((change) => change.kind === 'recovered');
  const haveBegun = changes.every((change) => change.kind === 'started' || change.kind === 'reopened');
  if (areOver) return speech.t('notice_several_back', names);
  if (!haveBegun) return speech.t('notice_several_mixed', names);
  const isShared = haveSharedCause(changes.map(({ at }) => at));
  return speech.t(isShared ? 'notice_several_shared' : 'notice_several_trouble', names);
}

function backTitle(name: string, { kind, lastedMs }: RecoveryNotice, speech: Speech): string {
  // Without an attempt since then, "back" would claim too much.
  return kind === 'quiet' ? speech.t('headline_maybe_back', name) : recoveredHeadline(name, lastedMs, speech);
}

/** "Claude was in trouble from 02:10 to 03:20.", or the sentence on an outage that continues. */
function nightLine(change: Change, wording: Wording): string {
  const { speech } = wording;
  if (change.kind !== 'recovered') return sentence(change, wording);
  const { startedAt, endedAt } = change;
  if (endedAt === null) return speech.t('notice_quiet_over_plain', subjectOfChange(change, wording));
  return speech.t(
    'notice_quiet_over',
    subjectOfChange(change, wording),
    clockTime(startedAt, speech),
    clockTime(endedAt, speech),
  );
}

/**
 * The text of a notification: one change with its detail, several as a list, a summary after quiet hours, a recovery or
 * the end of a limit that the user asked for, or an announced maintenance; and the drafts that wait, if any do.
 */
export function noticeView(
  notice: Notice,
  wording: Wording,
  { next, waiting }: { next: NextFallback | null; waiting: NoticeDrafts | null },
): NoticeView {
  const buttons = noticeButtons(notice, wording, next);
  const { title, text } = noticeWords(notice, wording);
  const about = waiting?.isFilledIn ? 'waiting_notice' : 'waiting_count';
  const lines = waiting === null ? [text] : [text, plural(about, waiting.count, wording.speech)];
  return { id: notice.id, newsAt: newsAtOf(notice), title, text: lines.join('\n'), buttons };
}

/** The assistant whose issue a notification is about; null if it is about several, or about anything else. */
export function troubledBy({ changes, sumsUpAt }: Notice): AssistantId | null {
  const [change, ...others] = changes;
  const isOne = change !== undefined && others.length === 0 && sumsUpAt === null;
  return isOne && change.kind !== 'recovered' ? change.assistantId : null;
}

/** The assistant that can be used again, as a notification says; null if it says that of none, or of several. */
export function reportedBack({ changes, back, limit, sumsUpAt }: Notice): AssistantId | null {
  const [change, ...others] = changes;
  const isOne = change?.kind === 'recovered' && others.length === 0 && sumsUpAt === null;
  return back?.assistantId ?? limit?.assistantId ?? (isOne ? change.assistantId : null);
}

/** With several assistants it would be unclear which one a button is about: a click opens the popup, which asks. */
function noticeButtons(notice: Notice, { speech }: Wording, next: NextFallback | null): NoticeView['buttons'] {
  const assistantId = troubledBy(notice);
  if (assistantId === null) return [];
  const snooze = { title: speech.t('notice_snooze'), press: { kind: 'snooze', assistantId } } as const;
  if (next === null) return [snooze];
  const press = { kind: 'continue', from: assistantId, to: next.id } as const;
  return [{ title: speech.t('popup_continue_in', next.name), press }, snooze];
}

function noticeWords(
  { changes, maintenance, back, limit, sumsUpAt }: Notice,
  wording: Wording,
): Pick<NoticeView, 'title' | 'text'> {
  const { registry, speech } = wording;
  if (back !== null) {
    const { name } = registry.get(back.assistantId);
    return { title: backTitle(name, back, speech), text: speech.t(`notice_back_${back.kind}`, name) };
  }
  if (limit !== null) {
    const { name } = registry.get(limit.assistantId);
    return { title: speech.t('limit_over', name), text: speech.t('limit_over_why', clockTime(limit.until, speech)) };
  }
  if (maintenance !== null) {
    const { name } = registry.get(maintenance.assistantId);
    return { title: maintenanceHeadline(name, maintenance, speech), text: maintenance.title };
  }
  if (sumsUpAt !== null) {
    const lines = changes.map((change) => nightLine(change, wording));
    return { title: speech.t('notice_quiet'), text: lines.join('\n') };
  }
  const [first, ...others] = changes;
  if (first === undefined) return { title: speech.t('extension_short_name'), text: '' };
  if (others.length === 0) return { title: titleOf(first, wording), text: detail(first, wording) };
  const lines = changes.map((change) => sentence(change, wording));
  return { title: titleOfSeveral(changes, wording), text: lines.join('\n') };
}
