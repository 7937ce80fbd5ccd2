/** Writes a text only where it differs, so that what did not change is not announced again. Null hides the element. */
export function setText(element: HTMLElement, text: string | null): void {
  if (element.textContent !== (text ?? '')) element.textContent = text;
  element.hidden = !text;
}
