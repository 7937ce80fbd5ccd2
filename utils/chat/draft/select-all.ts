/** Editors hear of a new selection from the browser, a moment later. */
const HEARD_AFTER_MS = 50;

/** Puts the focus into an editor and its selection around all of it, and lets the editor take note. */
export async function selectAll(composer: HTMLElement): Promise<void> {
  composer.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(composer);
  await new Promise((resolve) => setTimeout(resolve, HEARD_AFTER_MS));
}
