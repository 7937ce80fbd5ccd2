import { clockTime } from '@/utils/i18n/moments';
import type { KeptDraftView } from '@/utils/ui/kept-drafts-view';
import type { ChoiceActions } from '@/utils/ui/options-access';
import { useSpeech } from '@/utils/ui/page-context';
import { timed } from '@/utils/ui/text';
import { CopyButton } from './controls';
import { TimedText } from './small';

interface Props {
  kept: KeptDraftView[];
  actions: Pick<ChoiceActions, 'copy' | 'discardKept'>;
}

/** The saved drafts, to be copied or discarded. Their texts are not shown. */
export function KeptDraftList({ kept, actions }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <ul className="kept">
      {kept.map(({ assistantId, name, at, text, isCut }) => {
        const time = clockTime(at, speech);
        return (
          <li key={`${assistantId} ${at}`}>
            <p>
              <TimedText value={timed(t('kept_said', name, time), at, speech)} /> {isCut && t('kept_cut')}
            </p>
            <div className="actions">
              <CopyButton label={t('popup_carried_copy')} text={text} copy={actions.copy} />
              <button
                type="button"
                className="button plain"
                aria-label={t('kept_discard_for', name, time)}
                onClick={() => actions.discardKept({ assistantId, at })}
              >
                {t('popup_carried_discard')}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
