import { findComposer } from './draft/find-composer';
import { readDraft } from './draft/read-draft';

/** What stands in the page's composer now; empty when nothing does. `hints` are CSS selectors, best first. */
export function readTyped(hints: readonly string[]): string {
  const composer = findComposer(document, hints);
  return composer === null ? '' : readDraft(composer);
}
