import { paragraphsHtml } from './paragraphs-html';

function dispatch(composer: HTMLElement, types: Readonly<Record<string, string>>): boolean {
  const clipboardData = new DataTransfer();
  for (const [type, data] of Object.entries(types)) clipboardData.setData(type, data);
  const [dataType, data] = Object.entries(types)[0] ?? ['', ''];
  // Firefox ignores clipboardData and reads these two instead, which no type declares.
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType, data };
  return !composer.dispatchEvent(new ClipboardEvent('paste', init));
}

/** Hands an editor the text as a paste of its own. The person's clipboard is not touched. True when it was taken. */
export function pasteText(composer: HTMLElement, text: string): boolean {
  return dispatch(composer, { 'text/plain': text });
}

/** The same with each line as a paragraph, for editors that read more into plain text than there is. */
export function pasteParagraphs(composer: HTMLElement, text: string): boolean {
  return dispatch(composer, { 'text/html': paragraphsHtml(text), 'text/plain': text });
}
