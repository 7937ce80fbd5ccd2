import type { CarryOrder, CarryOutcome } from '@/utils/model/carry';
import { showCarryNote } from './carry-note';
import { fillDraft } from './draft/fill-draft';
import { waitForComposer } from './draft/wait-for-composer';
import { ask } from './extension';

/** Says in this script's world that a draft is being filled in; a page that loads in steps gets the script twice. */
const marker = globalThis as { understudyCarries?: unknown };

async function fill({ text, hints }: CarryOrder): Promise<CarryOutcome> {
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
