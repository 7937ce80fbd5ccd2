// Client of the mock chat sites. They enforce Trusted Types, so text is inserted as text nodes only.
export {};

const { chatPath, sendUrl } = document.body.dataset;
/** Holds the chat while another page of the site is shown. */
const stash = document.querySelector('template')?.content;
const chat = document.querySelector('form') ? document : (stash ?? document);
const thread = /** @type {HTMLElement} */ (chat.querySelector('.thread'));
const form = /** @type {HTMLFormElement} */ (chat.querySelector('form'));
const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
const composer = /** @type {HTMLElement} */ (form.querySelector('.ProseMirror, .ql-editor, textarea'));
const isQuill = composer.matches('.ql-editor');

/** The app's copy of the draft. Like the real apps, it follows input events only; Quill alone follows the element. */
let draft = '';

composer.addEventListener('input', readDraft);
if (isQuill) {
  const watched = { characterData: true, childList: true, subtree: true };
  new MutationObserver(readDraft).observe(composer, watched);
}

composer.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

// A rich editor inserts the plain text of a paste and also accepts synthetic paste events.
composer.addEventListener('paste', (event) => {
  if (composer instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  const lines = (event.clipboardData?.getData('text/plain') ?? '').split(/\r?\n/);
  if (draft === '') composer.replaceChildren();
  composer.append(...lines.map(paragraph));
  getSelection()?.selectAllChildren(composer);
  getSelection()?.collapseToEnd();
  composer.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = draft.trim();
  if (text === '') return;
  clearComposer();
  document.body.dataset.stage = 'running';
  if (chatPath !== undefined && location.pathname !== chatPath) history.pushState(null, '', chatPath);
  say('person', text);
  void ask(text);
});

const uploader = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="file"]'));
uploader?.addEventListener('change', () => {
  const { does } = uploader.dataset;
  for (const { name } of does === 'refuses' ? [] : (uploader.files ?? [])) {
    const tile = document.createElement('span');
    tile.className = 'attachment-tile';
    tile.textContent = name;
    uploader.parentElement?.append(tile);
  }
  if (does !== 'keeps') uploader.value = '';
});

/** @param {string} text */
async function ask(text) {
  const said = say('assistant', '');
  said.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(sendUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ prompt: text }),
    });
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const events = (rest + chunk.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) said.textContent += JSON.parse(event.replace(/^data: /, '')).text;
      said.scrollIntoView({ block: 'end' });
    }
  } catch {
    said.textContent = 'Something went wrong. Try again in a moment.';
    said.setAttribute('role', 'alert');
  } finally {
    said.removeAttribute('aria-busy');
  }
}

/**
 * @param {'person' | 'assistant'} from
 * @param {string} text
 */
function say(from, text) {
  const turn = document.createElement('article');
  turn.className = 'turn';
  turn.dataset.from = from;
  const box = document.createElement('div');
  box.className = 'said';
  const said = document.createElement('p');
  said.textContent = text;
  box.append(said);
  turn.append(box);
  thread.append(turn);
  turn.scrollIntoView({ block: 'end' });
  return said;
}

function readDraft() {
  draft = composer instanceof HTMLTextAreaElement ? composer.value : richText();
  showDraft();
}

function richText() {
  return [...composer.childNodes].map((node) => node.textContent ?? '').join('\n');
}

/** @param {string} line */
function paragraph(line) {
  const p = document.createElement('p');
  p.append(line === '' ? document.createElement('br') : line);
  return p;
}

function clearComposer() {
  draft = '';
  if (composer instanceof HTMLTextAreaElement) composer.value = '';
  else composer.replaceChildren(paragraph(''));
  showDraft();
}

function showDraft() {
  composer.classList.toggle(isQuill ? 'ql-blank' : 'is-empty', draft.trim() === '');
  button.disabled = draft.trim() === '';
}

document.execCommand('defaultParagraphSeparator', false, 'p');
thread.scrollTop = thread.scrollHeight;
showDraft();
composer.focus();
