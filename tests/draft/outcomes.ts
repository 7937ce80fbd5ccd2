import type { FillOutcome } from '@/utils/content/draft/fill-draft';
import type { TextName } from './texts';

/** What becomes of each text in each editor. A cell that is not named is exact. */
export const OUTCOMES: Readonly<Record<string, Partial<Record<TextName, FillOutcome['kind']>>>> = {
  react: {},
  lexical: {},
  quill: {},
  // Both drop blank lines from plain text, and Tiptap the backticks, too: there the second paste carries it.
  tiptap: {},
  prosemirror: {},
  attaching: { long: 'attached', huge: 'attached' },
  // The browser's own editing: in ProseMirror line breaks become spaces, elsewhere tabs and double spaces are lost.
  deaf: {
    paragraphs: 'refused',
    blanks: 'refused',
    code: 'refused',
    emoji: 'refused',
    rtl: 'refused',
    tabs: 'refused',
    list: 'refused',
    long: 'refused',
    huge: 'refused',
  },
  plain: { code: 'refused', tabs: 'refused', long: 'refused', huge: 'refused' },
  stubborn: {
    line: 'altered',
    paragraphs: 'altered',
    blanks: 'altered',
    code: 'altered',
    emoji: 'altered',
    rtl: 'altered',
    tabs: 'altered',
    list: 'altered',
    long: 'altered',
    huge: 'altered',
  },
};
