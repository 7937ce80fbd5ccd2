import cardCss from '@/components/banner/card.css?inline';
import { createCloseButton, createElement, createStyle } from '@/components/banner/dom';
import { fillDraft } from '@/utils/content/draft/fill-draft';
import { waitForComposer } from '@/utils/content/draft/find-composer';
import type { FillInstruction, TransferOutcome } from '@/utils/model/drafts';
import { ANNOUNCE_AFTER_MS, createOverlay } from './banner-host';
import { ask } from './extension';

const TAG = 'understudy-carry';
/** Long enough to be read twice. */
const SHOWN_FOR_MS = 12_000;

/** A note that says what became of the draft, beside the composer, and goes by itself. */
export function showCarryNote(text: string, labels: FillInstruction['labels']): void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const overlay = createOverlay(TAG, 360);
  overlay.setDirection(labels.direction);

  const said = createElement('p', 'headline');
  const live = createElement('div', 'live', said);
  live.role = 'status';
  const close = createCloseButton(overlay.leave);
  close.ariaLabel = labels.close;
  const card = createElement('section', 'understudy', createElement('div', 'top', live, close));
  card.ariaLabel = labels.region;
  overlay.root.append(createStyle(cardCss), card);
  // The live region is in the page, empty, before its words come.
  overlay.stand(card);

  setTimeout(() => {
    said.textContent = text;
    overlay.stand(card);
  }, ANNOUNCE_AFTER_MS);
  setTimeout(overlay.leave, SHOWN_FOR_MS);
}

/** Says in this script's world that a draft is being filled in; a page that loads in steps gets the script twice. */
const marker = globalThis as { understudyCarries?: unknown };

async function fill({ text, hints }: FillInstruction): Promise<TransferOutcome> {
  const composer = await waitForComposer(document, hints);
  return composer === null ? 'no_composer' : (await fillDraft(composer, text)).kind;
}

/** Asks for the draft, fills it in, never sends it, and says in the page what became of it. */
export async function startCarry(): Promise<void> {
  if (marker.understudyCarries === true) return;
  marker.understudyCarries = true;
  try {
    // Another draft may have been sent here meanwhile. Each has its own id, so one that could not be ended ends this.
    for (let lastId: number | null = null; ; ) {
      const order = await ask({ type: 'carry-order' });
      if (order === null || order.id === lastId) return;
      lastId = order.id;
      const outcome = await fill(order);
      showCarryNote(order.said[outcome], order.labels);
      await ask({ type: 'carry-outcome', id: order.id, outcome });
    }
  } catch {
    // The extension is gone: the draft is on the clipboard, and there is nobody left to tell.
  } finally {
    marker.understudyCarries = false;
  }
}
