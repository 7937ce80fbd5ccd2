import type { KeptOffer } from '@/utils/model/kept-draft';
import { make } from './make';
import { makeButton } from './make-button';
import { setText } from './set-text';

export interface KeptOfferActions {
  putBack(): void;
  discard(): void;
}

export interface KeptOfferRow {
  element: HTMLElement;
  /** Null takes it away. */
  set(offer: KeptOffer | null): void;
}

/** What was typed before, and two buttons: put it back, or be rid of it. */
export function keptOfferRow({ putBack, discard }: KeptOfferActions): KeptOfferRow {
  const text = make('p', '');
  text.role = 'status';
  const back = makeButton('button', putBack);
  const away = makeButton('button', discard);
  const element = make('div', 'foot', text, back, away);
  element.hidden = true;
  return {
    element,
    set(offer) {
      element.hidden = offer === null;
      setText(text, offer?.text ?? null);
      setText(back, offer?.putBack ?? null);
      setText(away, offer?.discard ?? null);
    },
  };
}
