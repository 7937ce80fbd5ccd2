import { type FormEvent, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { ManagedSetting, PresetNote } from '@/components/controls';
import { TimedText } from '@/components/small';
import { formatCount } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import {
  addableAssistants,
  fallbackToTest,
  foundModels,
  localAnswerWords,
  type OwnChatProblem,
  ownChatProblemWords,
  plannedFallbacks,
  testWords,
} from '@/utils/ui/options/plan-b';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { FallbackList } from './fallback-list';
import { AddressField } from './own-pages-section';

function AddButtons({ assistants }: { assistants: Assistant[] }) {
  const t = useT();
  const { addFallback } = useOptions();
  return (
    <div className="actions">
      {assistants.map((assistant) => (
        <button
          key={assistant.id}
          type="button"
          className="button small marked"
          onClick={() => addFallback(assistant.id)}
        >
          <AssistantMark assistant={assistant} />
          {t('plan_b_take_in_for', assistant.name)}
        </button>
      ))}
    </div>
  );
}

/** Assistants that are not in Plan B: featured ones, and the rest behind their number. */
function AddableAssistants() {
  const speech = useSpeech();
  const { options } = useOptions();
  const all = addableAssistants(options);
  const featured = all.filter(({ isFeatured }) => isFeatured);
  const others = all.filter(({ isFeatured }) => !isFeatured);
  if (all.length === 0) return null;
  return (
    <div className="part">
      <h3>{speech.t('plan_b_left')}</h3>
      {featured.length > 0 && <AddButtons assistants={featured} />}
      {others.length > 0 && (
        <details>
          <summary>{speech.t('popup_watch_more', formatCount(others.length, speech))}</summary>
          <AddButtons assistants={others} />
        </details>
      )}
    </div>
  );
}

/** Finds programs on this device that run language models, and says what they can and cannot do. */
function LocalModels() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, localAnswers, isFindingModels, findLocalModels, chooseLocalModel } = useOptions();
  const found = foundModels(options.localModels, localAnswers);
  return (
    <div className="part">
      <h3>{t('local_models')}</h3>
      <p className="quiet">{t('local_models_why')}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-busy={isFindingModels}
          aria-disabled={isFindingModels}
          onClick={isFindingModels ? undefined : findLocalModels}
        >
          {t(isFindingModels ? 'local_models_finding' : 'local_models_find')}
        </button>
      </div>
      <div aria-live="polite">
        {found.length > 0 && (
          <ul className="found">
            {found.map((model) => (
              <li key={model.id}>
                <span>{localAnswerWords(model, speech)}</span>
                {model.canBeAdded && (
                  <button type="button" className="button small" onClick={() => chooseLocalModel(model.id)}>
                    {t('plan_b_take_in_for', model.name)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="quiet said">{t('local_models_page')}</p>
    </div>
  );
}

/** Adds a custom chat, or says what is wrong with its address. The typed text stays until the chat is added. */
function OwnChatForm() {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { addOwnChat } = useOptions();
  const [problem, setProblem] = useState<OwnChatProblem | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const found = addOwnChat(String(fields.get('name')), String(fields.get('address')));
    if (found === null) form.reset();
    setProblem(found);
  };
  return (
    <form className="part" onSubmit={onSubmit} noValidate>
      <h3>{t('own_chat')}</h3>
      <p className="quiet">{t('own_chat_why')}</p>
      <div className="fields">
        <label>
          {t('own_chat_name')}
          <input className="field" name="name" type="text" autoComplete="off" maxLength={40} />
        </label>
        <AddressField
          label={t('own_chat_address')}
          name="address"
          placeholder="https://"
          isWrong={problem !== null}
          saidBy={id}
        />
        <button type="submit" className="button">
          {t('own_chat_add')}
        </button>
      </div>
      <p id={id} role="alert">
        {problem !== null && ownChatProblemWords(problem, speech)}
      </p>
    </form>
  );
}

/** Tests Plan B with a sample draft, and says how the last test ended. */
function TestRun() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, status, testFailure, testFallback } = useOptions();
  const first = fallbackToTest(options);
  return (
    <div className="part">
      <h3>{t('fallback_test')}</h3>
      <p className="quiet">{t('fallback_test_why')}</p>
      <div className="actions">
        {first === null ? (
          <p>{t('fallback_test_nothing')}</p>
        ) : (
          <button type="button" className="button primary" onClick={() => testFallback(first.id)}>
            {t('fallback_test_try', first.name)}
          </button>
        )}
      </div>
      <p role="status">
        {testFailure === '' ? <TimedText value={testWords(status.rehearsal, options, speech)} /> : testFailure}
      </p>
    </div>
  );
}

/** Plan B: the order of the fallbacks, what can be added to it, and a test run. */
export function PlanBSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, granted, preset } = useOptions();
  const notes = presetNotes(preset, speech);
  const fallbacks = plannedFallbacks(options, granted, preset);
  const canAllowAssistant = fallbacks.some(({ canBeAllowed, assistant }) => canBeAllowed && assistant !== null);
  return (
    <>
      <p className="quiet">{t('plan_b_why')}</p>
      <PresetNote note={notes.planB} />
      {fallbacks.length === 0 ? <p>{t('plan_b_empty')}</p> : <FallbackList fallbacks={fallbacks} />}
      {canAllowAssistant && <p className="quiet said">{t('plan_b_grants')}</p>}
      {notes.planB === undefined && <AddableAssistants />}
      <TestRun />
      <ManagedSetting note={notes.ownChats}>
        <OwnChatForm />
      </ManagedSetting>
      <ManagedSetting note={notes.localModels}>
        <LocalModels />
      </ManagedSetting>
    </>
  );
}
