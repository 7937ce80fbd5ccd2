import { assistantOf } from '@/utils/assistants/assistants';
import type { Notice } from '@/utils/model/notice';
import type { NoticeView } from '@/utils/model/views';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { lastingHeadline, recoveredHeadline } from '@/utils/words/verdict-words';

/** A notification in words. It says moments more than durations: it may be read long after. */
export function noticeView({ id, change }: Notice, speech: Speech): NoticeView {
  const { name } = assistantOf(change.assistantId);
  const start = { at: change.startedAt, isKnown: change.isStartKnown };
  if (change.kind === 'recovered') {
    const span = [clockTime(change.startedAt, speech), clockTime(change.at, speech)] as const;
    return {
      id,
      sign: 'up',
      title: recoveredHeadline(name, change.at - change.startedAt, speech),
      text: speech.t('notice_recovered', ...span),
    };
  }
  const phase = change.phase === null ? '' : speech.t(`phase_${change.phase}`, name);
  return {
    id,
    sign: change.level === 'operational' ? 'up' : change.level,
    title: lastingHeadline(name, change.level, start, speech),
    text: [change.title, phase].filter(Boolean).join('\n'),
  };
}
