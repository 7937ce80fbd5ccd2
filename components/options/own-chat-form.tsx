import { type FormEvent, useId, useState } from 'react';
import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { PlanBView } from '@/utils/ui/options/plan-b-view';
import { AddressField } from './address-field';

interface Props {
  words: PlanBView['own'];
  onAdd: OptionsActions['addOwnChat'];
}

/** Adds a chat of the person's own, or says what is wrong with its address; what was typed stays until it was taken. */
export function OwnChatForm({ words, onAdd }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<keyof typeof words.problems | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const kind = onAdd(String(fields.get('name')), String(fields.get('address')));
    if (kind === 'good') form.reset();
    setProblem(kind === 'good' ? null : kind);
  };
  return (
    <form className="part" onSubmit={onSubmit} noValidate>
      <h3>{words.heading}</h3>
      <p className="quiet">{words.why}</p>
      <div className="fields">
        <label>
          {words.name}
          <input className="field" name="name" type="text" autoComplete="off" maxLength={40} />
        </label>
        <AddressField
          label={words.address}
          name="address"
          placeholder="https://"
          isWrong={problem !== null}
          saidBy={id}
        />
        <button type="submit" className="button">
          {words.add}
        </button>
      </div>
      <p id={id} role="alert">
        {problem !== null && words.problems[problem]}
      </p>
    </form>
  );
}
