import { limitWords } from '@/utils/i18n/diagnosis-words';
import type { LimitEnd } from '@/utils/model/limit';
import type { LimitDeed } from '@/utils/model/messages';
import { useSpeech } from '@/utils/ui/page-context';
import { timed } from '@/utils/ui/text';
import { TimedText } from './small';

interface Props {
  limit: Pick<LimitEnd, 'until' | 'isAwaited'>;
  /** The name of the assistant. */
  name: string;
  /** Whether it is only read from a text, so that there is nothing to dismiss. */
  isUnsaved?: boolean;
  onDo: (does: LimitDeed) => void;
}

/** When the user's own limit ends, with an offer to be notified then. */
export function LimitLine({ limit, name, isUnsaved = false, onDo }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const key = limit.isAwaited ? 'undo' : 'notify';
  return (
    <div className="limit">
      <p role="status">
        <TimedText value={timed(limitWords(limit.until, speech), limit.until, speech)} />{' '}
        {limit.isAwaited && t('limit_awaited')}
      </p>
      <div className="actions texts">
        <button
          type="button"
          className="button plain"
          aria-label={t(`limit_${key}_for`, name)}
          onClick={() => onDo(limit.isAwaited ? 'cancel' : 'await')}
        >
          {t(`limit_${key}`)}
        </button>
        {!isUnsaved && (
          <button
            type="button"
            className="button plain"
            aria-label={t('limit_forget_for', name)}
            onClick={() => onDo('forget')}
          >
            {t('limit_forget')}
          </button>
        )}
      </div>
    </div>
  );
}
