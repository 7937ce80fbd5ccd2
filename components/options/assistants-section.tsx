import { type ReactNode, useId, useRef, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { PresetNote } from '@/components/controls';
import { formatCount, plural } from '@/utils/i18n/moments';
import {
  type Assistant,
  type AssistantId,
  type AssistantPart,
  isCoreKnown,
  isOwnPageId,
} from '@/utils/model/assistant';
import { usedFamilies } from '@/utils/rules/judging/other-models';
import { useOptions } from '@/utils/ui/options/store';
import {
  optionalParts,
  switchedOff,
  unreadableHosts,
  unwatchedAssistants,
  watchedAssistants,
} from '@/utils/ui/options/watched';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { sourceOf } from '@/utils/ui/text';
import { Adder, AddList, LearnMore } from './disclosures';
import { OwnPageForm } from './own-page-form';
import { SortableRow, useSorting } from './sorting';

/** Whether it is not recorded which component is the chat: then the ticked ones decide alone. */
const isJudgedAsWhole = ({ statusPages }: Assistant): boolean => statusPages.some((page) => !isCoreKnown(page));

interface PartChoicesProps {
  assistant: Assistant;
  parts: readonly AssistantPart[];
  presetBy: string | undefined;
}

function PartChoices({ assistant, parts, presetBy }: PartChoicesProps) {
  const { id } = assistant;
  const { options, setCounted, setTicked } = useOptions();
  const counted = options.parts[id] ?? [];
  const toggle = (partId: string, isOn: boolean) =>
    isJudgedAsWhole(assistant) ? setTicked(id, partId, isOn, [partId]) : setCounted(id, partId, isOn);
  return parts.map((part) => (
    <label key={part.id} className="check-box">
      <input
        type="checkbox"
        checked={counted.includes(part.id)}
        disabled={presetBy !== undefined}
        aria-describedby={presetBy}
        onChange={() => toggle(part.id, !counted.includes(part.id))}
      />
      <span dir="auto">{part.name}</span>
    </label>
  ));
}

/** So many components are in one line; more are behind their number. */
const SHOWN_PARTS = 5;

/** The components that decide the verdict only if the user includes them. */
function AlsoWatch({ assistant, presetBy }: { assistant: Assistant; presetBy: string | undefined }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, status } = useOptions();
  const parts = optionalParts(assistant, status.pages[assistant.id], options.parts[assistant.id] ?? [], speech);
  const shown = parts.length > SHOWN_PARTS + 1 ? parts.slice(0, SHOWN_PARTS) : parts;
  const others = parts.slice(shown.length);
  // A choice that was made is visible. The list does not close when the choice is taken back.
  const [isOpenAtFirst] = useState(() => others.some(({ id }) => options.parts[assistant.id]?.includes(id)));
  if (parts.length === 0) return null;
  const isWhole = isJudgedAsWhole(assistant);
  return (
    <fieldset
      className="also"
      aria-label={t(isWhole ? 'assistants_counted_for' : 'assistants_also_for', assistant.name)}
    >
      <span className="quiet" aria-hidden="true">
        {t(isWhole ? 'assistants_counted' : 'assistants_also')}
      </span>
      <PartChoices assistant={assistant} parts={shown} presetBy={presetBy} />
      {others.length > 0 && (
        <details open={isOpenAtFirst}>
          <summary>{t('popup_watch_more', formatCount(others.length, speech))}</summary>
          <div className="also">
            <PartChoices assistant={assistant} parts={others} presetBy={presetBy} />
          </div>
        </details>
      )}
    </fieldset>
  );
}

/** Which models of an assistant the user uses. Without a choice, all count. Not while its status page cannot be read. */
function UsedModels({ assistant, presetBy }: { assistant: Assistant; presetBy: string | undefined }) {
  const t = useT();
  const { options, grants, setModel } = useOptions();
  const { id, name, modelFamilies } = assistant;
  const used = usedFamilies(assistant, options.models[id] ?? []);
  if (modelFamilies.length === 0 || unreadableHosts(assistant, grants) !== null) return null;
  return (
    <fieldset className="also" aria-label={t('assistants_models_for', name)}>
      <span className="quiet" aria-hidden="true">
        {t('assistants_models')}
      </span>
      {modelFamilies.map((family) => (
        <label key={family} className="check-box">
          <input
            type="checkbox"
            checked={used.includes(family)}
            disabled={presetBy !== undefined}
            aria-describedby={presetBy}
            onChange={() => setModel(id, family, !used.includes(family))}
          />
          <span dir="auto">{family}</span>
        </label>
      ))}
      <span className="quiet said">{t(used.length === 0 ? 'assistants_models_all' : 'assistants_models_some')}</span>
    </fieldset>
  );
}

/** Asks for the access without which the status page cannot be read. */
function ReadingRequest({ assistant }: { assistant: Assistant }) {
  const t = useT();
  const { grants, allowReading } = useOptions();
  const hosts = unreadableHosts(assistant, grants)?.join(', ');
  if (hosts === undefined) return null;
  return (
    <div className="actions">
      <p className="quiet said">{t('popup_access_why', hosts)}</p>
      <button type="button" className="button small" onClick={() => allowReading(assistant.id)}>
        {t('popup_access_ask', hosts)}
      </button>
    </div>
  );
}

interface RemoveOwnPageProps {
  assistant: Assistant;
  onRemove?: () => void;
}

/** Deletes a custom status page; others can only be switched off. */
function RemoveOwnPage({ assistant: { id, name }, onRemove }: RemoveOwnPageProps) {
  const t = useT();
  const { preset, removeOwnPage } = useOptions();
  const isManaged = preset.parts.includes('ownPages') || preset.parts.includes('watched');
  if (!isOwnPageId(id) || isManaged) return null;
  return (
    <button
      type="button"
      className="button plain"
      aria-label={t('own_page_remove_for', name)}
      onClick={() => {
        onRemove?.();
        removeOwnPage(id);
      }}
    >
      {t('own_page_remove')}
    </button>
  );
}

/** The host of the status page; of a custom page also how many of its components count. */
function useSource(assistant: Assistant): string {
  const speech = useSpeech();
  const { options } = useOptions();
  const own = options.ownPages.find(({ id }) => id === assistant.id);
  const source = sourceOf(assistant, speech.t);
  if (own === undefined) return source;
  const { core, features } = own;
  return plural('own_page_detail', core.length + features.length, speech, source, formatCount(core.length, speech));
}

interface AssistantLineProps {
  assistant: Assistant;
  switchId: string;
  children?: ReactNode;
}

/** The name of an assistant and the source of its status. A click on it works the switch. */
function AssistantLine({ assistant, switchId, children }: AssistantLineProps) {
  const source = useSource(assistant);
  return (
    <span className="item-name">
      <label htmlFor={switchId}>
        <AssistantMark assistant={assistant} />
        <span className="name">{assistant.name}</span> <span className="quiet said">{source}</span>
      </label>
      {children}
    </span>
  );
}

interface WatchToggleProps {
  id: string;
  isOn: boolean;
  presetBy: string | undefined;
  onToggle: () => void;
}

/** The switch of a line. It is named by the label of the line. */
function WatchToggle({ id, isOn, presetBy, onToggle }: WatchToggleProps) {
  return (
    <button
      id={id}
      type="button"
      role="switch"
      className="switch bare"
      aria-checked={isOn}
      disabled={presetBy !== undefined}
      aria-describedby={presetBy}
      onClick={onToggle}
    >
      <span className="track" aria-hidden="true" />
    </button>
  );
}

/** Adds assistants and custom status pages. */
function Adders({ onWatch, onOwnPage }: { onWatch: (id: AssistantId) => void; onOwnPage: () => void }) {
  const t = useT();
  const { options, preset, place, search } = useOptions();
  const unwatched = unwatchedAssistants(options);
  return (
    <div className="adders">
      {unwatched.length > 0 && !preset.parts.includes('watched') && (
        <Adder label={t('assistants_add')} isAdding isOpenAtFirst={false}>
          <AddList
            assistants={unwatched}
            onAdd={onWatch}
            extra={(assistant) => <RemoveOwnPage assistant={assistant} />}
          />
        </Adder>
      )}
      <Adder
        key={place.target}
        id="own-pages"
        label={t('own_pages')}
        isAdding
        isOpenAtFirst={place.target === 'own-pages' || search !== null}
      >
        <OwnPageForm onAdded={onOwnPage} />
      </Adder>
    </div>
  );
}

/** Which assistants are watched, in which order, and which of their components count. */
export function AssistantsSection() {
  const noteId = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, moveWatched, setWatched } = useOptions();
  // Those that are switched off stay in the list while the page is open, so that they can be switched on again.
  const [offIds, setOffIds] = useState<AssistantId[]>([]);
  const notes = presetNotes(preset, speech);
  const presetBy = notes.watched && noteId;
  const watched = watchedAssistants(options);
  const part = useRef<HTMLDivElement>(null);
  const sorting = useSorting(part, watched, moveWatched);
  const toggle = (id: AssistantId, isOn: boolean) => {
    sorting.press(id, `[data-item="${id}"] [role="switch"]`);
    if (!isOn) setOffIds([...offIds, id]);
    setWatched(id, isOn);
  };
  return (
    <div ref={part} className="stack">
      <div>
        <p className="quiet">{t('assistants_why')}</p>
        <LearnMore about={t('assistants')}>
          <p>{t('assistants_more')}</p>
        </LearnMore>
      </div>
      <PresetNote id={noteId} note={notes.watched ?? notes.parts ?? notes.models} />
      {watched.length === 0 && <p>{t('popup_summary_nobody')}</p>}
      <ol ref={sorting.list} className="items">
        {watched.map((assistant, index) => (
          <SortableRow
            key={assistant.id}
            item={assistant}
            index={index}
            sorting={sorting}
            isSortable={presetBy === undefined}
            end={
              <WatchToggle
                id={`watch-${assistant.id}`}
                isOn
                presetBy={presetBy}
                onToggle={() => toggle(assistant.id, false)}
              />
            }
            below={
              <div className="below">
                <AlsoWatch assistant={assistant} presetBy={notes.parts && noteId} />
                <UsedModels assistant={assistant} presetBy={notes.models && noteId} />
                <ReadingRequest assistant={assistant} />
              </div>
            }
          >
            <AssistantLine assistant={assistant} switchId={`watch-${assistant.id}`}>
              <RemoveOwnPage assistant={assistant} onRemove={() => sorting.press(assistant.id, '.adder-button')} />
            </AssistantLine>
          </SortableRow>
        ))}
      </ol>
      <ul className="items">
        {switchedOff(offIds, options).map((assistant) => (
          <li key={assistant.id} className="item" data-item={assistant.id}>
            <AssistantLine assistant={assistant} switchId={`watch-${assistant.id}`}>
              <RemoveOwnPage assistant={assistant} />
            </AssistantLine>
            <WatchToggle
              id={`watch-${assistant.id}`}
              isOn={false}
              presetBy={presetBy}
              onToggle={() => toggle(assistant.id, true)}
            />
          </li>
        ))}
      </ul>
      <Adders
        onWatch={(id) => toggle(id, true)}
        onOwnPage={() => sorting.press('', 'ol > :last-child [role="switch"]')}
      />
      <p className="unseen" role="status">
        {sorting.announcement}
      </p>
    </div>
  );
}
