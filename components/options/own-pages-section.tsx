import { type FormEvent, useId, useState } from 'react';
import { ManagedSetting } from '@/components/controls';
import { AssistantMark } from '@/components/small';
import type { OptionsActions } from '@/utils/ui/options/actions';
import type { OwnPageProblem, OwnPagesView, OwnPagePreview as Preview } from '@/utils/ui/options/own-pages';
import type { SectionProps } from './section-props';

interface AddressFieldProps {
  label: string;
  name: string;
  placeholder: string;
  isWrong: boolean;
  /** Where what is wrong is said, by the id of that element. */
  saidBy: string;
}

/** A field for a web address, typed or pasted; what is wrong with it is said elsewhere. */
export function AddressField({ label, name, placeholder, isWrong, saidBy }: AddressFieldProps) {
  return (
    <label>
      {label}
      <input
        className="field"
        name={name}
        type="text"
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

interface OwnPageFormProps {
  words: OwnPagesView['form'];
  onLook: OptionsActions['lookForPage'];
}

/** Takes the address of a status page, or says what is wrong with it; what was typed stays. */
export function OwnPageForm({ words, onLook }: OwnPageFormProps) {
  const id = useId();
  const [problem, setProblem] = useState<OwnPageProblem | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(onLook(String(new FormData(event.currentTarget).get('address'))));
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <div className="fields">
        <AddressField
          label={words.address}
          name="address"
          placeholder="https://status."
          isWrong={problem !== null}
          saidBy={id}
        />
        <button type="submit" className="button">
          {words.look}
        </button>
      </div>
      <p id={id} role="alert">
        {problem !== null && words.problems[problem]}
      </p>
    </form>
  );
}

interface OwnPagePreviewProps {
  preview: Preview;
  onAdd: OptionsActions['addOwnPage'];
  onCancel: () => void;
}

/** A status page that was found: what of it counts, where its chat is, and whether to watch it. */
export function OwnPagePreview({ preview, onAdd, onCancel }: OwnPagePreviewProps) {
  const id = useId();
  const [problem, setProblem] = useState<OwnPageProblem | null>(null);
  const { page, gist, name, parts, chat, watch, cancel, problems } = preview;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const partIds = fields.getAll('part').map(String);
    setProblem(onAdd(page, { name: String(fields.get('name')), partIds, chat: String(fields.get('chat')) }));
  };
  return (
    <form className="found-page" onSubmit={onSubmit} noValidate>
      <p className="quiet">{gist}</p>
      <label>
        {name.label}
        <input className="field" name="name" type="text" autoComplete="off" maxLength={40} defaultValue={name.value} />
      </label>
      <fieldset>
        <legend>{parts.label}</legend>
        <p className="quiet">{parts.why}</p>
        <ul>
          {parts.choices.map((part) => (
            <li key={part.id}>
              <label>
                <input type="checkbox" name="part" value={part.id} defaultChecked />
                {part.label}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <AddressField
        label={chat.label}
        name="chat"
        placeholder="https://"
        isWrong={problem !== null && problem !== 'no_parts'}
        saidBy={id}
      />
      <p className="quiet">{chat.why}</p>
      <p id={id} role="alert">
        {problem !== null && problems[problem]}
      </p>
      <div className="actions">
        <button type="submit" className="button primary">
          {watch}
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </form>
  );
}

/** Status pages that the person has added, and how one is added: its address, a look at it, and what of it counts. */
export function OwnPagesSection({ view, actions }: SectionProps) {
  const { why, pages, form, said, allow, preview } = view.ownPages;
  return (
    <ManagedSetting note={view.preset.ownPages ?? view.preset.watched}>
      <p className="quiet">{why}</p>
      {pages.length > 0 && (
        <ul className="own-pages">
          {pages.map(({ id, name, mark, detail, remove }) => (
            <li key={id}>
              <AssistantMark mark={mark} />
              <span className="name">{name}</span>
              <span className="quiet said">{detail}</span>
              <button
                type="button"
                className="button plain"
                aria-label={remove.name}
                onClick={() => actions.removeOwnPage(id)}
              >
                {remove.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <OwnPageForm words={form} onLook={actions.lookForPage} />
      <p role="status" className={said === '' ? 'unseen' : undefined}>
        {said}
      </p>
      {allow !== null && (
        <div className="actions">
          <button type="button" className="button primary" onClick={actions.allowPage}>
            {allow}
          </button>
        </div>
      )}
      {preview !== null && (
        <OwnPagePreview
          key={preview.page.address}
          preview={preview}
          onAdd={actions.addOwnPage}
          onCancel={actions.dropSearch}
        />
      )}
    </ManagedSetting>
  );
}
