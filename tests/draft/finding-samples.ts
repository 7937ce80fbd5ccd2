const SIZE = 'style="width:300px;height:40px"';

/** Pages and the id of their composer; null if there is none. */
export const FINDING: Readonly<Record<string, { html: string; hints?: readonly string[]; id: string | null }>> = {
  'the element of the hint': {
    html: `<textarea id="big" style="width:500px;height:90px"></textarea><div id="c" contenteditable ${SIZE}></div>`,
    hints: ['#absent', 'not a [selector', '#c'],
    id: 'c',
  },
  'the editable inside the element of the hint': {
    html: `<textarea id="big" style="width:500px;height:90px"></textarea><div id="f"><textarea id="c" ${SIZE}></textarea></div>`,
    hints: ['#f'],
    id: 'c',
  },
  'the next candidate when the hinted element is hidden': {
    html: `<textarea id="h" style="display:none"></textarea><div id="c" contenteditable ${SIZE}></div>`,
    hints: ['#h'],
    id: 'c',
  },
  'the focused field': {
    html: `<textarea id="big" style="width:500px;height:90px"></textarea><textarea id="c" autofocus ${SIZE}></textarea>`,
    id: 'c',
  },
  'the largest field': {
    html: `<textarea id="s"></textarea><div id="c" contenteditable role="textbox" ${SIZE}></div>`,
    id: 'c',
  },
  'a field in an open shadow root': {
    html: `<div><template shadowrootmode="open"><textarea id="c" ${SIZE}></textarea></template></div>`,
    id: 'c',
  },
  'nothing on a sign-in page': {
    html: '<form><input type="email" autofocus><input type="text" name="user"><input type="password"></form>',
    id: null,
  },
  'nothing when the hint matches a password field': { html: '<input type="password" id="p">', hints: ['#p'], id: null },
  'nothing when every field is read-only, disabled or hidden': {
    html: `<textarea readonly ${SIZE}></textarea><textarea disabled ${SIZE}></textarea>
      <div contenteditable="false" role="textbox" ${SIZE}></div><textarea aria-hidden="true" ${SIZE}></textarea>
      <textarea style="visibility:hidden;height:40px"></textarea><textarea style="opacity:0;height:40px"></textarea>
      <div role="search"><textarea ${SIZE}></textarea></div><div inert><textarea ${SIZE}></textarea></div>`,
    id: null,
  },
};
