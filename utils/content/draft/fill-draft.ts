import { isField } from './find-composer';
import { countAttachments, frameOf, isSameDraft, newlines, plainDraft, readDraft } from './read-draft';
import { type Pace, settle, settleUntil, watchTyping } from './wait';

/** Editors hear of a new selection from the browser, a moment later. */
const HEARD_AFTER_MS = 50;

/** Puts the focus into an editor and its selection around all of it, and lets the editor take note. */
export async function selectAll(composer: HTMLElement): Promise<void> {
  composer.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(composer);
  await new Promise((resolve) => setTimeout(resolve, HEARD_AFTER_MS));
}

/** Fills a field as typing would: past the setter with which React watches it, then with the event that React hears. */
export function writeValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
  field.focus({ preventScroll: true });
  setter?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

/** Takes out again what was filled in. False when something is left. */
export async function clearComposer(composer: HTMLElement, pace: Pace): Promise<boolean> {
  if (isField(composer)) {
    writeValue(composer, '');
  } else {
    await selectAll(composer);
    document.execCommand('delete');
  }
  await settle(composer, pace);
  return readDraft(composer) === '';
}

/** What differs between the draft and what stands in the composer: draft minus composer, so below 0 means added. */
export interface Lost {
  /** UTF-16 units, line breaks not counted. */
  characters: number;
  lines: number;
  /** Of those lines, the ones without any text. */
  blankLines: number;
}

export type FillOutcome =
  /** The composer holds the draft, all of it and nothing else. */
  | { kind: 'exact' }
  /** The site made a file of it: the composer is empty and an attachment has come beside it. */
  | { kind: 'attached' }
  /** Something else stands in the composer now and could not, or must not, be taken out again. */
  | { kind: 'altered'; lost: Lost }
  /** The composer is empty. `lost`: what the site would have made of the draft, null when it took nothing at all. */
  | { kind: 'refused'; lost: Lost | null }
  /** The field takes fewer characters than the draft has. It was not touched. */
  | { kind: 'too_long' }
  /** Other text was there before; it was not touched. */
  | { kind: 'occupied' };

function count(text: string): Lost {
  const lines = plainDraft(text).replace(/\n+$/, '').split('\n');
  return {
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    lines: lines.length,
    blankLines: lines.filter((line) => line.trim() === '').length,
  };
}

/** How a draft and what the composer holds differ, in counts only: no word of either leaves the page. */
export function countLost(draft: string, held: string): Lost {
  const [wanted, found] = [count(draft), count(held)];
  return {
    characters: wanted.characters - found.characters,
    lines: wanted.lines - found.lines,
    blankLines: wanted.blankLines - found.blankLines,
  };
}

/**
 * Types the text line by line through the browser's own editing, which is slow and loses lines when it is long. The
 * break is that of Shift+Enter: where a new paragraph appears ProseMirror may act as if Enter was pressed, which sends.
 */
export function insertLines(text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0 && !document.execCommand('insertLineBreak')) return;
    if (line !== '') document.execCommand('insertText', false, line);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A draft as the clipboard's HTML: one paragraph per line. ProseMirror drops blank lines from plain text and Tiptap
 * takes its backticks for formatting; what carries ProseMirror's own mark both take as it is, white space included.
 */
export function paragraphsHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  const [first = '', ...rest] = escaped.split('\n');
  return [`<p data-pm-slice="1 1 []">${first}</p>`, ...rest.map((line) => `<p>${line}</p>`)].join('');
}

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

/** Up to here the browser's own editing is quick and exact. In UTF-16 units. */
const SHORT = 2_000;

/** One way of filling a composer. */
export interface Rung {
  isPaste: boolean;
  /** True when the site says that it took the text, wherever it has put it. */
  fill(): Promise<boolean>;
}

/** The ways to fill this composer, best first. */
export function insertStrategies(composer: HTMLElement, text: string): Rung[] {
  if (isField(composer)) {
    const write = async () => {
      writeValue(composer, text);
      return false;
    };
    return [{ isPaste: false, fill: write }];
  }
  const paste = (by: typeof pasteText): Rung => ({
    isPaste: true,
    async fill() {
      await selectAll(composer);
      return by(composer, text);
    },
  });
  const insert = async () => {
    await selectAll(composer);
    insertLines(text);
    return false;
  };
  const pastes = [paste(pasteText), paste(pasteParagraphs)];
  return text.length > SHORT ? pastes : [...pastes, { isPaste: false, fill: insert }];
}

const PACE: Pace = { quietMs: 150, capMs: 3_000 };

/** What became an attachment, and how many there were then: a second call must not attach it again. */
let attached: { text: string; count: number } | null = null;

async function tryStrategies(
  composer: HTMLElement,
  text: string,
  pace: Pace,
  isTyping: () => boolean,
): Promise<FillOutcome> {
  const before = readDraft(composer);
  if (isSameDraft(before, text)) return { kind: 'exact' };
  if (before.trim() !== '') return { kind: 'occupied' };
  // A script may write more than that; the site would refuse or cut it when it is sent.
  if (isField(composer) && composer.maxLength >= 0 && text.length > composer.maxLength) return { kind: 'too_long' };
  const countBefore = countAttachments(composer);
  if (attached?.text === text && countBefore >= attached.count) return { kind: 'attached' };

  let lost: Lost | null = null;
  /** A paste was taken and nothing came of it: another one might come twice. */
  let isSwallowed = false;
  for (const rung of insertStrategies(composer, text)) {
    if (isTyping()) break;
    if (rung.isPaste && isSwallowed) continue;
    const isTaken = await rung.fill();
    await settle(composer, pace);
    if (isTaken && readDraft(composer) === '') {
      const isAttached = () => countAttachments(composer) > countBefore;
      const hasCome = () => isAttached() || readDraft(composer) !== '';
      isSwallowed = !(await settleUntil(frameOf(composer), hasCome, pace.capMs));
      await settle(composer, pace);
      if (isAttached() && readDraft(composer) === '') {
        attached = { text, count: countAttachments(composer) };
        return { kind: 'attached' };
      }
    }
    const now = readDraft(composer);
    if (isSameDraft(now, text)) return { kind: 'exact' };
    if (now === '') continue;
    lost = countLost(text, now);
    if (isTyping() || !(await clearComposer(composer, pace))) {
      return { kind: 'altered', lost: countLost(text, readDraft(composer)) };
    }
  }
  return { kind: 'refused', lost };
}

/** One at a time: two at once would both find the composer empty. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Fills a draft into an empty composer and says what became of it, by reading it back. It presses no key and no
 * button, so nothing is sent; other text that is there is left alone; what cannot be filled in exactly is taken out
 * again. To be called again at will: what is there already is not filled in twice.
 */
export function fillDraft(composer: HTMLElement, text: string, pace: Pace = PACE): Promise<FillOutcome> {
  const life = new AbortController();
  const isTyping = watchTyping(life.signal);
  const outcome = queue
    .then(() => tryStrategies(composer, newlines(text).toWellFormed(), pace, isTyping))
    .finally(() => life.abort());
  queue = outcome.catch(() => undefined);
  return outcome;
}
