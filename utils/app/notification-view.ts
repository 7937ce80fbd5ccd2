import { assistantOf } from '@/utils/assistants/lookups';
import { clockTime, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  evidenceDetail,
  lastingHeadline,
  maintenanceHeadline,
  recoveredHeadline,
  subjectOf,
} from '@/utils/i18n/verdict-words';
import type { Change } from '@/utils/model/change';
import { lengthShown } from '@/utils/model/length-shown';
import { type Notice, newsAtOf, type RecoveryNotice } from '@/utils/model/notification';
import type { NoticeView } from '@/utils/model/views';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';

const nameOf = (change: Change): string => assistantOf(change.assistantId).name;

const subjectOfChange = (change: Change, speech: Speech): string => subjectOf(nameOf(change), change.onlyParts, speech);

/** One sentence on one change. It says moments, not how long ago: it may be read long after. */
function sentence(change: Change, speech: Speech): string {
  const name = subjectOfChange(change, speech);
  if (change.kind === 'reopened') return speech.t('headline_reopened', name);
  if (change.kind === 'unopened') return speech.t('suspicion_named_page', name);
  if (change.kind !== 'recovered') {
    return lastingHeadline(name, change.level, { at: change.startedAt, isKnown: change.isStartKnown }, speech);
  }
  const isLengthKnown = change.endedAt !== null && change.isStartKnown;
  return recoveredHeadline(name, isLengthKnown ? lengthShown(change.startedAt, change.endedAt ?? 0) : null, speech);
}

function detail(change: Change, speech: Speech): string {
  if (change.kind === 'recovered') {
    if (change.endedAt === null || !change.isStartKnown) return '';
    return speech.t('notice_recovered', clockTime(change.startedAt, speech), clockTime(change.endedAt, speech));
  }
  if (change.kind === 'unopened') return evidenceDetail(nameOf(change), change.level, speech);
  const phase =
    change.phase === null ? null : speech.t(`phase_${change.phase}`, assistantOf(change.assistantId).provider);
  return [change.title, phase].filter(Boolean).join('\n');
}

function titleOfSeveral(changes: readonly Change[], speech: Speech): string {
  const names = listWords(new Set(changes.map((change) => subjectOfChange(change, speech))), 'conjunction', speech);
  const areOver = changes.every((change) => change.kind === 'recovered');
  const haveBegun = changes.every((change) => change.kind === 'started' || change.kind === 'reopened');
  if (areOver) return speech.t('notice_several_back', names);
  if (!haveBegun) return speech.t('notice_several_mixed', names);
  const isShared = haveSharedCause(changes.map(({ at }) => at));
  return speech.t(isShared ? 'notice_several_shared' : 'notice_several_trouble', names);
}

function backTitle(name: string, { kind, lastedMs }: RecoveryNotice, speech: Speech): string {
  // Where nothing was tried since, "back" would be more than we know.
  return kind === 'quiet' ? speech.t('headline_maybe_back', name) : recoveredHeadline(name, lastedMs, speech);
}

/** "Claude was in trouble from 02:10 to 03:20.", or what goes on. */
function nightLine(change: Change, speech: Speech): string {
  if (change.kind !== 'recovered') return sentence(change, speech);
  const { startedAt, endedAt } = change;
  if (endedAt === null) return speech.t('notice_quiet_over_plain', subjectOfChange(change, speech));
  return speech.t(
    'notice_quiet_over',
    subjectOfChange(change, speech),
    clockTime(startedAt, speech),
    clockTime(endedAt, speech),
  );
}

/** A notification in words: one change with its detail, several as a list, what quiet hours held, or a maintenance ahead. */
export function noticeView(notice: Notice, speech: Speech): NoticeView {
  return { id: notice.id, newsAt: newsAtOf(notice), ...noticeWords(notice, speech) };
}

function noticeWords(
  { changes, maintenance, back, sumsUpAt }: Notice,
  speech: Speech,
): Omit<NoticeView, 'id' | 'newsAt'> {
  if (back !== null) {
    const { name } = assistantOf(back.assistantId);
    return { title: backTitle(name, back, speech), text: speech.t(`notice_back_${back.kind}`, name) };
  }
  if (maintenance !== null) {
    const { name } = assistantOf(maintenance.assistantId);
    return { title: maintenanceHeadline(name, maintenance, speech), text: maintenance.title };
  }
  if (sumsUpAt !== null) {
    const lines = changes.map((change) => nightLine(change, speech));
    return { title: speech.t('notice_quiet'), text: lines.join('\n') };
  }
  const [first, ...others] = changes;
  if (first === undefined) return { title: speech.t('extension_short_name'), text: '' };
  if (others.length === 0) return { title: sentence(first, speech), text: detail(first, speech) };
  const lines = changes.map((change) => sentence(change, speech));
  return { title: titleOfSeveral(changes, speech), text: lines.join('\n') };
}
