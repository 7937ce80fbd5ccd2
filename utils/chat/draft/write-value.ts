/** Fills a field as typing would: past the setter with which React watches it, then with the event that React hears. */
export function writeValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
  field.focus({ preventScroll: true });
  setter?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}
