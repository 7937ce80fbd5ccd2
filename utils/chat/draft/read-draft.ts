import { isField } from './is-field';
import { newlines, plainDraft } from './normalise-draft';
import { readLines } from './read-lines';

/**
 * What a person has typed into a composer, as they see it: lines, blank lines, code between fences, lists with their
 * marks. Well-formed UTF-16: half a surrogate pair becomes U+FFFD. Empty when there is nothing but white space and what the editor put there itself.
 */
export function readDraft(composer: Element): string {
  if (isField(composer)) return newlines(composer.value).toWellFormed();
  // An empty list or code block has marks but no text.
  if (plainDraft(composer.textContent).trim() === '' && composer.querySelector('img[alt]:not([alt=""])') === null) {
    return '';
  }
  return plainDraft(readLines(composer).join('\n')).toWellFormed();
}
