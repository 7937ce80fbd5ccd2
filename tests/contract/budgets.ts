/**
 * Bytes of the built, minified scripts that run inside chat sites. The worker has no byte budget: what a user can notice
 * is the processor time of a wake-up, which `npm run bench` measures.
 */
export const SIZE_BUDGETS: Readonly<Record<string, number>> = {
  // With the clickjacking guard, which looks at each button of the card.
  'banner.js': 25_500,
  'draft-transfer.js': 25_000,
  'autosave.js': 25_000,
  'draft.js': 25_000,
  // Injected on a press only. It includes the parser of what the site's own endpoint answers, and sees that the conversation
  // is still that of the press.
  'conversation.js': 28_500,
  'request-timing.js': 2_500,
};

/** Bytes of `popup.html` and of all scripts and style sheets that it names. The first paint waits for all of them. */
export const POPUP_FIRST_PAINT_BUDGET = 30_000;
