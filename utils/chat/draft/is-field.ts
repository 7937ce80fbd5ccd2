/** A composer whose text is its value, not its content. */
export function isField(composer: Element): composer is HTMLTextAreaElement | HTMLInputElement {
  return composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement;
}
