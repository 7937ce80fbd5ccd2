import { type FormEvent, useId, useRef, useState } from 'react';
import { ManagedSetting, PresetNote } from '@/components/controls';
import { OutsideLink, TimedText } from '@/components/small';
import type { Runbook, RunbookStep } from '@/utils/i18n/team-words';
import type { AssistantId } from '@/utils/model/assistant';
import {
  addableAssistants,
  fallbackToTest,
  foundModels,
  localAnswerWords,
  type OwnChatProblem,
  ownChatProblemWords,
  plannedFallbacks,
  runbookOf,
  testWords,
} from '@/utils/ui/options/plan-b';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { Adder, AddList, LearnMore } from './disclosures';
import { FallbackList } from './fallback-list';
import { AddressField } from './own-page-form';
import { useSorting } from './sorting';

function PageLink({ url }: { url: string | null }) {
  const t = useT();
  return url === null ? t('runbook_no_page') : <OutsideLink url={url}>{url}</OutsideLink>;
}

function Step({ name, url, draft, statusUrl }: RunbookStep) {
  const t = useT();
  return (
    <li>
      <b>{name}</b>: {url === null ? t('runbook_local') : <OutsideLink url={url}>{url}</OutsideLink>}
      {draft !== null && <p>{draft}</p>}
      {statusUrl !== null && (
        <p>
          {t('runbook_status_page')} <OutsideLink url={statusUrl}>{statusUrl}</OutsideLink>
        </p>
      )}
    </li>
  );
}

/** The page itself. Printing shows nothing else. */
function RunbookSheet({ title, made, checks, steps, along, test }: Runbook) {
  const t = useT();
  return (
    <article className="runbook">
      <h3>{title}</h3>
      <p className="quiet">{made}</p>
      <h4>{t('runbook_check')}</h4>
      <ul>
        {checks.map(({ name, url }) => (
          <li key={name}>
            {name}: <PageLink url={url} />
          </li>
        ))}
      </ul>
      <h4>{t('runbook_switch')}</h4>
      {steps.length === 0 ? (
        <p>{t('plan_b_empty')}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <Step key={`${step.name} ${step.url}`} {...step} />
          ))}
        </ol>
      )}
      <h4>{t('runbook_along')}</h4>
      <p>{along}</p>
      <h4>{t('runbook_test')}</h4>
      <p>{test}</p>
    </article>
  );
}

/** Plan B on one page, for a team: to print, or as Markdown. */
function RunbookSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { saveRunbook, print, ...data } = useOptions();
  const runbook = runbookOf(data, speech);
  return (
    <>
      <p className="quiet">{t('runbook_why')}</p>
      <RunbookSheet {...runbook} />
      <div className="actions">
        <button type="button" className="button" onClick={print}>
          {t('runbook_print')}
        </button>
        <button type="button" className="button" onClick={() => saveRunbook(runbook)}>
          {t('runbook_save')}
        </button>
      </div>
    </>
  );
}

/** Finds programs on this device that run language models, and says what they can and cannot do. */
function LocalModels() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, localAnswers, isFindingModels, findLocalModels, chooseLocalModel } = useOptions();
  const found = foundModels(options.localModels, localAnswers);
  return (
    <>
      <div>
        <p className="quiet">{t('local_models_why')}</p>
        <LearnMore about={t('local_models')}>
          <p>{t('local_models_page')}</p>
        </LearnMore>
      </div>
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
    </>
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
    <form className="stack" onSubmit={onSubmit} noValidate>
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
export function TestRun() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, status, testFailure, testFallback } = useOptions();
  const first = fallbackToTest(options);
  return (
    <>
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
    </>
  );
}

/** Adds assistants, custom chats and local models, and tests Plan B. */
function Adders({ onAdd }: { onAdd: (id: AssistantId) => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, localAnswers, isFindingModels, testFailure, status, place } = useOptions();
  const notes = presetNotes(preset, speech);
  const addable = addableAssistants(options);
  const isLooking = isFindingModels || Object.keys(localAnswers).length > 0;
  return (
    <div className="adders">
      {addable.length > 0 && notes.planB === undefined && (
        <Adder label={t('assistants_add')} isAdding isOpenAtFirst={false}>
          <AddList assistants={addable} onAdd={onAdd} />
        </Adder>
      )}
      <Adder label={t('own_chat')} isAdding isOpenAtFirst={false}>
        <ManagedSetting note={notes.ownChats}>
          <OwnChatForm />
        </ManagedSetting>
      </Adder>
      <Adder label={t('local_models')} isAdding isOpenAtFirst={isLooking}>
        <ManagedSetting note={notes.localModels}>
          <LocalModels />
        </ManagedSetting>
      </Adder>
      <Adder
        label={t('fallback_test')}
        isAdding={false}
        isOpenAtFirst={testFailure !== '' || status.rehearsal !== null}
      >
        <TestRun />
      </Adder>
      <Adder label={t('runbook')} isAdding={false} isOpenAtFirst={place.target === 'runbook'} id="runbook">
        <RunbookSection />
      </Adder>
    </div>
  );
}

/** Plan B: the order of the fallbacks, what can be added to it, and a test run. */
export function PlanBSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, granted, preset, moveFallback, addFallback } = useOptions();
  const part = useRef<HTMLDivElement>(null);
  const fallbacks = plannedFallbacks(options, granted, preset);
  const sorting = useSorting(part, fallbacks, moveFallback);
  const add = (id: AssistantId) => {
    sorting.press(id, `[data-item="${id}"] [data-leave]`);
    addFallback(id);
  };
  return (
    <div ref={part} className="stack">
      <p className="quiet">{t('plan_b_why')}</p>
      <PresetNote note={presetNotes(preset, speech).planB} />
      {fallbacks.length === 0 ? <p>{t('plan_b_empty')}</p> : <FallbackList fallbacks={fallbacks} sorting={sorting} />}
      <Adders onAdd={add} />
      <p className="unseen" role="status">
        {sorting.announcement}
      </p>
    </div>
  );
}
