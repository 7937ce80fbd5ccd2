import type { NoticeView } from '@/utils/model/views';
import type { Speech } from '@/utils/words/speech';

/** A notification that says what it is. */
export function sampleNotice({ t }: Speech): NoticeView {
  return { id: 'understudy-sample', title: t('sample_title'), text: t('sample_text') };
}
