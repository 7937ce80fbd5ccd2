import { type FormEvent, useId, useState } from 'react';
import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { OwnPageProblem, OwnPagePreview as Preview } from '@/utils/ui/options/own-pages-view';
import { AddressField } from './address-field';

interface Props {
  preview: Preview;
  onAdd: OptionsActions['addOwnPage'];
  onCancel: () => void;
}

/** A status page that was found: what of it counts, where its chat is, and whether to watch it. */
export function OwnPagePreview({ preview, onAdd, onCancel }: Props) {
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
