import { refusalWords } from '@/utils/i18n/conversation-words';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { readableChat, type TransferState } from '@/utils/ui/popup/state';

function transferWords(state: TransferState, speech: Speech): string {
  if (state.kind === 'reading') return speech.t('conversation_reading');
  return state.kind === 'idle' ? '' : refusalWords(state.why, speech);
}

/** What goes along with "Continue in …", and the choice where there is one. `from` is the chat in the active tab. */
export function ContinueChoice({ from }: { from: AssistantId }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, transferState, setCarriesConversation, ...data } = usePopup();
  const canChoose = readableChat(data) === from;
  const takesConversation = canChoose && options.carriesConversation;
  const { name } = assistantOf(from);
  const choices = [
    { isOn: false, text: t('conversation_draft_only') },
    { isOn: true, text: t('conversation_with') },
  ];
  const said = transferWords(transferState, speech);
  // No room for a line of its own: a popup is at most 600 px high.
  const files = t('banner_files_may_come');
  return (
    <>
      {canChoose && (
        <fieldset className="along">
          <legend className="unseen">{t('conversation_choice')}</legend>
          {choices.map(({ isOn, text }) => (
            <label key={text}>
              <input
                type="radio"
                name="conversation"
                checked={options.carriesConversation === isOn}
                onChange={() => setCarriesConversation(isOn)}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      )}
      {said === '' && (
        <p className="said" title={files}>
          {t(takesConversation ? 'popup_takes_conversation' : 'popup_takes_draft', name)}
          <span className="unseen"> {files}</span>
        </p>
      )}
      <p className="said" role="status">
        {said}
      </p>
    </>
  );
}

/** Copies or saves the conversation of the active tab, and says how much of it that is. */
export function FrontConversation() {
  const from = readableChat(usePopup());
  return from === null ? null : <ConversationActions from={from} />;
}

function ConversationActions({ from }: { from: AssistantId }) {
  const t = useT();
  const { conversationProgress: progress, copyConversation, saveConversation } = usePopup();
  const { name } = assistantOf(from);
  return (
    <section className="setup conversation" aria-label={t('conversation_in', name)}>
      <button type="button" className="button plain" onClick={copyConversation}>
        {t('conversation_copy')}
      </button>
      <button type="button" className="button plain" onClick={saveConversation}>
        {t('conversation_save')}
      </button>
      <p className="meta" role="status">
        {progress.kind === 'reading' && t('conversation_reading')}
        {progress.kind === 'done' && progress.said}
      </p>
    </section>
  );
}
