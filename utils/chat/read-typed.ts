import type { ComposerReading } from '@/utils/model/composer-reading';
import { hasFiles } from './draft/attachments';
import { findTyped } from './draft/find-composer';
import { readDraft } from './draft/read-draft';

/**
 * What a person has typed in this page and not sent: what stands in the composer or, with nothing in it, in the message
 * that they edit in place. `hints` are CSS selectors, best first; `lastFocused` is what had the focus before they
 * turned to us.
 */
export function readTyped(
  hints: readonly string[],
  lastFocused: Element | null = document.activeElement,
): ComposerReading {
  const { composer, edited, others } = findTyped(document, hints, lastFocused);
  if (composer === null) return { kind: 'no_composer', text: '', hasFiles: false };
  const files = hasFiles(composer);
  for (const place of [composer, ...(edited === null ? [] : [edited])]) {
    const text = readDraft(place);
    if (text.trim() !== '') return { kind: 'typed', text, hasFiles: files };
  }
  // A text that somebody may have typed, or that the site shows in an editor of its own: no one can tell.
  const isUnclear = others.some((place) => readDraft(place).trim() !== '');
  return { kind: isUnclear ? 'unreadable' : 'empty', text: '', hasFiles: files };
}
