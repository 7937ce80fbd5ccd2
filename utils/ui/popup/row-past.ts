import { lengthShown } from '@/utils/model/length-shown';
import type { Past, PastTrouble } from '@/utils/model/past';
import { leadWords } from '@/utils/words/lead-words';
import { duration, fullTime, shortDate } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

const SHOWN = 3;

/** A trouble that is over, in one line. */
export interface RowTrouble {
  id: string;
  title: string;
  url: string | null;
  /** "12 Sep, 47 min, Partly down" */
  line: string;
  full: string;
}

function rowTrouble(trouble: PastTrouble, speech: Speech): RowTrouble {
  const { t } = speech;
  const { id, title, url, startedAt, endedAt, isEndKnown, isExplained, peak } = trouble;
  const length = isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : t('popup_past_length_unknown');
  const line = t('popup_past_line', shortDate(startedAt, speech), length, t(`level_${peak}`));
  const also = [leadWords(trouble, speech), isExplained ? t('popup_past_explained') : null].filter(Boolean);
  return {
    id,
    title: title ?? t('popup_past_seen'),
    url,
    line: also.length > 0 ? `${line}. ${also.join(' ')}` : line,
    full: fullTime(startedAt, speech),
  };
}

/** The last ones, newest first. */
export function rowTroubles(past: Past | undefined, speech: Speech): RowTrouble[] {
  const newest = [...(past?.troubles ?? [])].sort((a, b) => b.startedAt - a.startedAt);
  return newest.slice(0, SHOWN).map((trouble) => rowTrouble(trouble, speech));
}
