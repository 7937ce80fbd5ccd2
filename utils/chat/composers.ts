import type { Box } from './find-spot';

const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

/** What the composer sits in: its own frame with the send button, but not the whole page. */
function frameOf(editable: Element): Element {
  const form = editable.closest('form, fieldset');
  return form !== null && form.clientHeight < innerHeight / 2 ? form : editable;
}

/** Where a person types on this page. What is not shown has no size and is left out. */
export function composerBoxes(): Box[] {
  return [...document.querySelectorAll(EDITABLE)]
    .map((editable) => frameOf(editable).getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map(({ left, top, width, height }) => ({ left, top, width, height }));
}
