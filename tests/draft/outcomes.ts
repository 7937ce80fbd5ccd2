import type { FillOutcome } from '@/utils/content/draft/fill-draft';
import type { TextName } from './texts';

/** Outcome of filling each text into each editor; `exact` if not listed. */
export const OUTCOMES: Readonly<Record<string, Partial<Record<TextName, FillOutcome['kind']>>>> = {
  react: {},
  lexical: {},
  quill: {},
  // Both drop blank lines of plain text, and Tiptap drops backticks. The second paste, with HTML, keeps them.
  tiptap: {},
  prosemirror: {},
  'attaches-long-paste': { long: 'attached', huge: 'attached' },
  // Browser editing turns line breaks into spaces in ProseMirror and loses tabs and double spaces elsewhere.
  'cancels-paste': {
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
  contenteditable: { code: 'refused', tabs: 'refused', long: 'refused', huge: 'refused' },
  'adds-text': {
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
