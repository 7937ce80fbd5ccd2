import type { RestoreOffer } from '@/utils/model/drafts';
import { createButton, createElement, setText } from './dom';

export interface KeptOfferActions {
  putBack(): void;
  discard(): void;
}

export interface KeptOfferRow {
  element: HTMLElement;
  /** Null takes it away. */
  set(offer: RestoreOffer | null): void;
}

/** What was typed before, and two buttons: put it back, or be rid of it. */
export function keptOfferRow({ putBack, discard }: KeptOfferActions): KeptOfferRow {
  const text = createElement('p', '');
  text.role = 'status';
  const back = createButton('button', putBack);
  const away = createButton('button', discard);
  const element = createElement('div', 'foot', text, back, away);
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
