import { limitWords } from '@/utils/i18n/diagnosis-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { currentLimit } from '@/utils/model/limit';
import type { LimitDeed } from '@/utils/model/messages';
import type { Status } from '@/utils/model/status';
import { useSpeech } from '@/utils/ui/page-context';
import { timed } from '@/utils/ui/text';
import { TimedText } from './small';

interface Props {
  status: Pick<Status, 'limits'>;
  assistant: Pick<Assistant, 'id' | 'name'>;
  changeLimit: (id: AssistantId, does: LimitDeed) => void;
}

/** When the user's own limit ends, with an offer to be notified then. Nothing while no end is known. */
export function LimitLine({ status, assistant: { id, name }, changeLimit }: Props) {
  const speech = useSpeech();
  const { t, now } = speech;
  const limit = currentLimit(status, id, now);
  if (limit === null) return null;
  const key = limit.isAwaited ? 'limit_undo' : 'limit_notify';
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
          aria-label={t(`${key}_for`, name)}
          onClick={() => changeLimit(id, limit.isAwaited ? 'cancel' : 'await')}
        >
          {t(key)}
        </button>
        <button
          type="button"
          className="button plain"
          aria-label={t('limit_forget_for', name)}
          onClick={() => changeLimit(id, 'forget')}
        >
          {t('limit_forget')}
        </button>
      </div>
    </div>
  );
}
