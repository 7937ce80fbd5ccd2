import { type FormEvent, useId, useState } from 'react';
import { ManagedSetting } from '@/components/controls';
import { formatCount } from '@/utils/i18n/moments';
import { PLATFORM_NAMES } from '@/utils/model/report';
import type { WatchablePage } from '@/utils/model/status-page';
import { type OwnPageProblem, ownPageProblemWords, searchWords } from '@/utils/ui/options/own-pages';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech } from '@/utils/ui/page-context';

interface AddressFieldProps {
  label: string;
  name: string;
  placeholder: string;
  isWrong: boolean;
  /** The id of the element that says what is wrong. */
  saidBy: string;
}

/** A field for a web address. What is wrong with the address is said elsewhere. */
export function AddressField({ label, name, placeholder, isWrong, saidBy }: AddressFieldProps) {
  return (
    <label>
      {label}
      <input
        className="field"
        name={name}
        type="text"
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? saidBy : undefined}
      />
    </label>
  );
}

/** Takes the address of a status page, or says what is wrong with it. The typed text stays. */
function AddressForm() {
  const id = useId();
  const speech = useSpeech();
  const { lookForPage } = useOptions();
  const [problem, setProblem] = useState<OwnPageProblem | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(lookForPage(String(new FormData(event.currentTarget).get('address'))));
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <div className="fields">
        <AddressField
          label={speech.t('own_page_address')}
          name="address"
          placeholder="https://status."
          isWrong={problem !== null}
          saidBy={id}
        />
        <button type="submit" className="button">
          {speech.t('own_page_look')}
        </button>
      </div>
      <p id={id} role="alert">
        {problem !== null && ownPageProblemWords(problem, speech)}
      </p>
    </form>
  );
}

function PartChoices({ components }: { components: WatchablePage['components'] }) {
  const { t } = useSpeech();
  return (
    <fieldset>
      <legend>{t('own_page_parts')}</legend>
      <p className="quiet">{t('own_page_parts_why')}</p>
      <ul>
        {components.map(({ id, name, group }) => (
          <li key={id}>
            <label>
              <input type="checkbox" name="part" value={id} defaultChecked />
              {group === null ? name : `${group}: ${name}`}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A status page that was found: which components count, where its chat is, and whether to watch it. */
function OwnPagePreview({ page, onAdded }: { page: WatchablePage; onAdded: () => void }) {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { addOwnPage, dropSearch } = useOptions();
  const [problem, setProblem] = useState<OwnPageProblem | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const partIds = fields.getAll('part').map(String);
    const found = addOwnPage(page, { name: String(fields.get('name')), partIds, chat: String(fields.get('chat')) });
    setProblem(found);
    if (found === null) onAdded();
  };
  const [components, incidents] = [page.components.length, page.openIncidents];
  return (
    <form className="found-page" onSubmit={onSubmit} noValidate>
      <p className="quiet">
        {t(
          'own_page_gist',
          PLATFORM_NAMES[page.platform],
          formatCount(components, speech),
          formatCount(incidents, speech),
        )}
      </p>
      <label>
        {t('own_page_name')}
        <input className="field" name="name" type="text" autoComplete="off" maxLength={40} defaultValue={page.name} />
      </label>
      <PartChoices components={page.components} />
      <AddressField
        label={t('own_page_chat')}
        name="chat"
        placeholder="https://"
        isWrong={problem !== null && problem !== 'no_parts'}
        saidBy={id}
      />
      <p className="quiet">{t('own_page_chat_why')}</p>
      <p id={id} role="alert">
        {problem !== null && ownPageProblemWords(problem, speech)}
      </p>
      <div className="actions">
        <button type="submit" className="button primary">
          {t('own_page_watch')}
        </button>
        <button type="button" className="button plain" onClick={dropSearch}>
          {t('own_page_cancel')}
        </button>
      </div>
    </form>
  );
}

/** Finds a status page at an address and adds it. */
export function OwnPageForm({ onAdded }: { onAdded: () => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const { preset, search, allowPage } = useOptions();
  const notes = presetNotes(preset, speech);
  const outcome = search?.outcome ?? null;
  return (
    <ManagedSetting note={notes.ownPages ?? notes.watched}>
      <p className="quiet">{t('own_pages_why')}</p>
      <AddressForm />
      <p role="status" className={search === null ? 'unseen' : undefined}>
        {search !== null && searchWords(search, speech)}
      </p>
      {outcome?.kind === 'needs_access' && (
        <div className="actions">
          <button type="button" className="button primary" onClick={allowPage}>
            {t('own_page_allow', outcome.host)}
          </button>
        </div>
      )}
      {outcome?.kind === 'found' && <OwnPagePreview key={outcome.page.address} page={outcome.page} onAdded={onAdded} />}
    </ManagedSetting>
  );
}
