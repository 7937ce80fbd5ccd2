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
  'nothing while a native modal covers the composer': {
    html: `<textarea id="c" ${SIZE}></textarea><dialog id="d">Rate us</dialog><script>d.showModal()</script>`,
    id: null,
  },
  'nothing while a native modal with its own field covers the composer': {
    html: `<textarea id="c" ${SIZE}></textarea><dialog id="d"><textarea ${SIZE}></textarea></dialog><script>d.showModal()</script>`,
    id: null,
  },
  'nothing while a modal of the site with its own field covers the composer': {
    html: `<main inert><textarea id="c" ${SIZE}></textarea></main><div role="dialog"><textarea autofocus ${SIZE}></textarea></div>`,
    id: null,
  },
  'nothing while a modal covers the composer of the hint': {
    html: `<main inert><textarea id="c" ${SIZE}></textarea></main><div><textarea autofocus ${SIZE}></textarea></div>`,
    hints: ['#c'],
    id: null,
  },
  'the composer of a modal with the hint': {
    html: `<textarea ${SIZE}></textarea><dialog id="d"><textarea id="c" ${SIZE}></textarea></dialog><script>d.showModal()</script>`,
    hints: ['textarea'],
    id: 'c',
  },
  'the composer of a modal that covers no other': {
    html: `<p>A page with a chat in a modal</p><dialog id="d"><textarea id="c" ${SIZE}></textarea></dialog><script>d.showModal()</script>`,
    id: 'c',
  },
  'the composer in a shadow root inside the open modal': {
    html: `<dialog id="d"><div><template shadowrootmode="open"><textarea id="c" ${SIZE}></textarea></template></div></dialog><script>d.showModal()</script>`,
    id: 'c',
  },
  'nothing in a shadow root that is inert': {
    html: `<div inert><template shadowrootmode="open"><textarea ${SIZE}></textarea></template></div>`,
    id: null,
  },
  'the composer instead of a message that is edited in place': {
    html: `<article><textarea autofocus style="width:500px;height:90px">Edited</textarea></article><textarea id="c" ${SIZE}></textarea>`,
    id: 'c',
  },
  'the composer instead of an edited message that the hint matches first': {
    html: `<div data-message-id="1"><textarea autofocus ${SIZE}>Edited</textarea></div><textarea id="c" ${SIZE}></textarea>`,
    hints: ['textarea'],
    id: 'c',
  },
  'the composer instead of the edited one of several messages': {
    html: `<div class="message"><textarea autofocus style="width:500px;height:90px">Edited</textarea></div><div class="message">Answer</div>
      <div class="message-input"><textarea id="c" ${SIZE}></textarea></div>`,
    id: 'c',
  },
  'nothing while the site replaces its composer by a message that is edited in place': {
    html: `<article><textarea autofocus ${SIZE}>Edited</textarea></article>`,
    id: null,
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
