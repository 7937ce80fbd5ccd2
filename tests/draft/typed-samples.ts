import type { ComposerReading } from '@/utils/model/drafts';

const SIZE = 'style="width:300px;height:40px"';
const HINTS = ['#c'];
const draft = (html = '') => `<form><div id="c" contenteditable ${SIZE}>${html}</div><button>Send</button></form>`;
const typed = (text: string, hasFiles = false): ComposerReading => ({ kind: 'typed', text, hasFiles });
const EMPTY: ComposerReading = { kind: 'empty', text: '', hasFiles: false };

interface TypedSample {
  html: string;
  hints?: readonly string[];
  is: ComposerReading;
}

/** Pages and the user's text in them. The element with `autofocus` had the focus last. */
export const TYPED: Readonly<Record<string, TypedSample>> = {
  'a draft below an inert root': {
    html: `<main inert>${draft('Hi')}</main><dialog open>Rate us</dialog>`,
    is: typed('Hi'),
  },
  'a draft below a root hidden from screen readers': {
    html: `<div aria-hidden="true">${draft('Hi')}</div><div role="dialog">Rate us</div>`,
    is: typed('Hi'),
  },
  'the draft instead of the field of a modal that covers it': {
    html: `<main inert>${draft('Hi')}</main><div role="dialog"><textarea autofocus ${SIZE}>bad</textarea></div>`,
    is: typed('Hi'),
  },
  'a covered draft instead of the field of a modal on a site without hints': {
    html: `<main inert>${draft('Hi')}</main><div role="dialog"><textarea autofocus ${SIZE}>bad</textarea></div>`,
    hints: [],
    is: typed('Hi'),
  },
  'a draft behind a native modal dialog': {
    html: `${draft('Hi')}<dialog id="d">Rate us</dialog><script>d.showModal()</script>`,
    is: typed('Hi'),
  },
  'the draft instead of the field of a native modal on a site without hints': {
    html: `${draft('Hi')}<dialog id="d"><textarea ${SIZE}>bad</textarea></dialog><script>d.showModal()</script>`,
    hints: [],
    is: typed('Hi'),
  },
  'the draft when a message is also edited in place on a site without hints': {
    html: `<article><textarea autofocus ${SIZE}>Edited</textarea></article>${draft('Hi')}`,
    hints: [],
    is: typed('Hi'),
  },
  'a message that is edited in place': {
    html: `<article><textarea autofocus ${SIZE}>Edited</textarea></article>${draft()}`,
    is: typed('Edited'),
  },
  'a message that is edited in place in an editor': {
    html: `<article><div contenteditable autofocus tabindex="0" ${SIZE}><p>Edited</p></div></article>${draft()}`,
    is: typed('Edited'),
  },
  'a message that is edited in place and then covered': {
    html: `<main inert><article><textarea ${SIZE}>Edited</textarea></article>${draft()}</main>`,
    is: { kind: 'unreadable', text: '', hasFiles: false },
  },
  'the draft when a message is also edited in place': {
    html: `<article><textarea autofocus ${SIZE}>Edited</textarea></article>${draft('Hi')}`,
    is: typed('Hi'),
  },
  'nothing from an editable that may hold a document': {
    html: `<div contenteditable ${SIZE}>A document beside the chat</div>${draft()}`,
    is: { kind: 'unreadable', text: '', hasFiles: false },
  },
  'nothing from hidden and search fields': {
    html: `${draft()}<textarea aria-hidden="true" ${SIZE}>Mirror</textarea><div role="search"><textarea ${SIZE}>Find</textarea></div>`,
    is: EMPTY,
  },
  'nothing from a sign-in page': {
    html: '<form><input type="text" autofocus value="robin"><input type="password"></form>',
    is: { kind: 'no_composer', text: '', hasFiles: false },
  },
  'a lone surrogate as a replacement character': {
    html: `${draft()}<script>c.textContent = 'Hi \\ud83c'</script>`,
    is: typed('Hi \ufffd'),
  },
  'white space as empty': { html: draft('<p> </p><p><br></p>'), is: EMPTY },
  'a file by its name': {
    html: `<form><div class="attachment-tile">report.pdf</div><div id="c" contenteditable ${SIZE}>Hi</div></form>`,
    is: typed('Hi', true),
  },
  'a picture by its preview': {
    html: `<form><span><img width="20" height="20" alt="" src="blob:null/1"></span><div id="c" contenteditable ${SIZE}>Hi</div></form>`,
    is: typed('Hi', true),
  },
  'a file without text': {
    html: `<form><div data-testid="file-thumbnail">notes.txt 3 kB</div><div id="c" contenteditable ${SIZE}></div></form>`,
    is: { ...EMPTY, hasFiles: true },
  },
  'no file for a button that attaches files': {
    html: `<form><div id="c" contenteditable ${SIZE}>Hi</div><div class="attach"><button aria-label="Attach files">Attach</button>
      <input type="file" hidden></div></form>`,
    is: typed('Hi'),
  },
  'no file of an earlier answer': {
    html: `<article style="height:700px"><div class="attachment">report.pdf</div></article>${draft('Hi')}`,
    is: typed('Hi'),
  },
};

export const hintsOf = ({ hints = HINTS }: TypedSample): readonly string[] => hints;
