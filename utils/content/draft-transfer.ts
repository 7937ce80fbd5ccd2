import cardCss from '@/components/banner/card.css?inline';
import { COUNT_EVERY_MS, countdown, createCloseButton, createElement, createStyle } from '@/components/banner/dom';
import { addFiles } from '@/utils/content/draft/attachments';
import { type FillOutcome, fillDraft } from '@/utils/content/draft/fill-draft';
import { findComposer, waitForComposer } from '@/utils/content/draft/find-composer';
import { isOnPath } from '@/utils/model/address';
import { type FillInstruction, LIMIT_PLACE } from '@/utils/model/drafts';
import { ANNOUNCE_AFTER_MS, createOverlay } from './banner-host';
import { ask } from './extension';

const TAG = 'understudy-draft-transfer';
/** Time to read the note twice, counted while the user can. */
const SHOWN_FOR_MS = 12_000;

/** A note next to the composer about the draft's outcome. It disappears by itself. */
function showTransferNote(text: string, details: readonly (string | null)[], { labels }: FillInstruction): void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const overlay = createOverlay(TAG, 360);
  overlay.setLanguage(labels.language, labels.direction);

  const said = createElement('p', 'headline');
  const detail = createElement('p', '');
  const live = createElement('div', 'live', said, detail);
  live.role = 'status';
  const close = createCloseButton(() => leave());
  close.ariaLabel = labels.close;
  const card = createElement('section', 'understudy', createElement('div', 'top', live, close));
  card.ariaLabel = labels.region;
  overlay.root.append(createStyle(cardCss), card);
  // The live region is inserted empty before its text.
  overlay.stand(card);

  setTimeout(() => {
    said.textContent = text;
    detail.textContent = details.filter((each) => each !== null).join(labels.gap);
    overlay.stand(card);
  }, ANNOUNCE_AFTER_MS);
  const isOver = countdown(card, SHOWN_FOR_MS);
  const timer = setInterval(() => isOver() && leave(), COUNT_EVERY_MS);
  const leave = () => {
    clearInterval(timer);
    overlay.leave();
  };
}

/**
 * Marks in the content script's world that a transfer is running: the script is injected again while a page loads in
 * steps.
 */
const marker = globalThis as { understudyTransfers?: unknown };

/** What became of the files of a draft that is filled in. Null if it is not, or they were not handed over. */
async function bringFiles(
  instruction: FillInstruction,
  outcome: FillOutcome['kind'] | 'no_composer',
): Promise<string | null> {
  if (instruction.filesStay === null || (outcome !== 'exact' && outcome !== 'attached')) return null;
  const { hints, path } = instruction;
  const composer = isOnPath(location.pathname, path) ? findComposer(document, hints) : null;
  const reply = composer === null ? null : await ask({ type: 'transfer-files', id: instruction.id }).catch(() => null);
  if (composer === null || reply === null) return null;
  return reply.said[await addFiles(composer, reply.files)] ?? null;
}

async function fill({ text, hints, path }: FillInstruction): Promise<FillOutcome | { kind: 'no_composer' }> {
  const composer = await waitForComposer(document, hints, { path });
  return composer === null ? { kind: 'no_composer' } : fillDraft(composer, text);
}

/** The message about an outcome, with the length that the field accepts. */
function messageOf({ said, labels }: FillInstruction, outcome: Awaited<ReturnType<typeof fill>>): string {
  const text = said[outcome.kind];
  return outcome.kind === 'too_long' ? text.replace(LIMIT_PLACE, outcome.limit.toLocaleString(labels.locale)) : text;
}

/** Requests the draft, fills it in without sending it, and shows the outcome on the page. */
export async function fillTransferredDraft(): Promise<void> {
  if (marker.understudyTransfers === true) return;
  marker.understudyTransfers = true;
  try {
    // Another draft may have arrived meanwhile. Each has its own id; a repeated id means that it could not be
    // completed, and ends the loop.
    for (let lastId: number | null = null; ; ) {
      const instruction = await ask({ type: 'fill-instruction' });
      if (instruction === null || instruction.id === lastId) return;
      lastId = instruction.id;
      const outcome = await fill(instruction);
      const files = (await bringFiles(instruction, outcome.kind)) ?? instruction.filesStay;
      showTransferNote(messageOf(instruction, outcome), [instruction.amount, files], instruction);
      await ask({ type: 'transfer-outcome', id: instruction.id, outcome: outcome.kind });
    }
  } catch {
    // The extension is gone. The draft is still where it was typed, and usually on the clipboard.
  } finally {
    marker.understudyTransfers = false;
  }
}
