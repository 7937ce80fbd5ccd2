import type { NoticeView } from '@/utils/model/views';
import type { Speech } from '@/utils/words/speech';

/** A notification that says what it is. */
export function sampleNotice({ t, now }: Speech): NoticeView {
  return { id: 'understudy-sample', newsAt: now, title: t('sample_title'), text: t('sample_text') };
}
