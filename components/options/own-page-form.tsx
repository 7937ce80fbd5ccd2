import { type FormEvent, useId, useState } from 'react';
import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { OwnPageProblem, OwnPagesView } from '@/utils/ui/options/own-pages-view';
import { AddressField } from './address-field';

interface Props {
  words: OwnPagesView['form'];
  onLook: OptionsActions['lookForPage'];
}

/** Takes the address of a status page, or says what is wrong with it; what was typed stays. */
export function OwnPageForm({ words, onLook }: Props) {
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
