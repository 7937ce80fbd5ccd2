import type { RestoreOffer } from '@/utils/model/drafts';
import { createButton, createElement, setText } from './dom';

export interface RestoreOfferActions {
  putBack(): void;
  discard(): void;
}

export interface RestoreOfferRow {
  element: HTMLElement;
  /** Null removes the offer. */
  set(offer: RestoreOffer | null): void;
}

/** The saved draft, with buttons to restore and to discard it. */
export function restoreOfferRow({ putBack, discard }: RestoreOfferActions): RestoreOfferRow {
  const text = createElement('p', '');
  text.role = 'status';
  const back = createButton('button', putBack);
  const away = createButton('link', discard);
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
