import { isField } from './find-composer';
import { countAttachments, frameOf, isSameDraft, newlines, plainDraft, readDraft } from './read-draft';
import { type Pace, waitForCondition, waitUntilQuiet, watchTyping } from './wait';

/** Editors are notified of a new selection asynchronously. */
const HEARD_AFTER_MS = 50;

/** Focuses an editor, selects its content, and waits until the editor has noticed. */
async function selectAll(composer: HTMLElement): Promise<void> {
  composer.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(composer);
  await new Promise((resolve) => setTimeout(resolve, HEARD_AFTER_MS));
}

/**
 * Fills a field the way typing does: bypasses the setter that React tracks, then dispatches the event that React
 * listens to.
 */
function writeValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
  field.focus({ preventScroll: true });
  setter?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

/** Removes what was filled in. False if something is left. */
async function clearComposer(composer: HTMLElement, pace: Pace): Promise<boolean> {
  if (isField(composer)) {
    writeValue(composer, '');
  } else {
    await selectAll(composer);
    document.execCommand('delete');
  }
  await waitUntilQuiet(composer, pace);
  return readDraft(composer) === '';
}

/** Difference between the draft and the composer: draft minus composer, so negative values mean added text. */
export interface Lost {
  /** UTF-16 units without line breaks. */
  characters: number;
  lines: number;
  /** Lines without text, included in `lines`. */
  blankLines: number;
}

export type FillOutcome =
  /** The composer contains exactly the draft. */
  | { kind: 'exact' }
  /** The site turned it into a file: the composer is empty, and an attachment has appeared. */
  | { kind: 'attached' }
  /** The composer contains something else, which could not or must not be removed. */
  | { kind: 'altered'; lost: Lost }
  /**
   * The composer is empty. `lost`: what the site would have changed in the draft; null if it accepted nothing at all.
   */
  | { kind: 'refused'; lost: Lost | null }
  /** The field accepts at most `limit` UTF-16 units, fewer than the draft has. It was not changed. */
  | { kind: 'too_long'; limit: number }
  /** The composer contained other text; it was not changed. */
  | { kind: 'occupied' };

function count(text: string): Lost {
  const lines = plainDraft(text).replace(/\n+$/, '').split('\n');
  return {
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    lines: lines.length,
    blankLines: lines.filter((line) => line.trim() === '').length,
  };
}

/** Difference between a draft and the composer, as counts only: no text leaves the page. */
export function countLost(draft: string, held: string): Lost {
  const [wanted, found] = [count(draft), count(held)];
  return {
    characters: wanted.characters - found.characters,
    lines: wanted.lines - found.lines,
    blankLines: wanted.blankLines - found.blankLines,
  };
}

/**
 * Types the text line by line with the browser's editing commands, which is slow and loses lines in long texts. Line
 * breaks are those of Shift+Enter: for a new paragraph ProseMirror may act as if Enter was pressed, which sends.
 */
function insertLines(text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0 && !document.execCommand('insertLineBreak')) return;
    if (line !== '') document.execCommand('insertText', false, line);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The draft as clipboard HTML, one paragraph per line. ProseMirror drops blank lines from plain text and Tiptap
 * interprets its backticks; both accept HTML with ProseMirror's own marker unchanged, including white space.
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
  // Firefox ignores clipboardData and reads these two instead, which are in no type declaration.
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType, data };
  return !composer.dispatchEvent(new ClipboardEvent('paste', init));
}

/** Dispatches a paste event with the text. The user's clipboard is not touched. True if the editor handled it. */
function pasteText(composer: HTMLElement, text: string): boolean {
  return dispatch(composer, { 'text/plain': text });
}

/** The same with one paragraph per line, for editors that interpret plain text. */
function pasteParagraphs(composer: HTMLElement, text: string): boolean {
  return dispatch(composer, { 'text/html': paragraphsHtml(text), 'text/plain': text });
}

/** Up to this length the browser's editing commands are fast and exact. In UTF-16 units. */
const SHORT = 2_000;

/** One strategy for filling a composer. */
interface InsertStrategy {
  isPaste: boolean;
  /** True if the site handled the text, wherever it put it. */
  fill(): Promise<boolean>;
}

/** Strategies for this composer, best first. */
function insertStrategies(composer: HTMLElement, text: string): InsertStrategy[] {
  if (isField(composer)) {
    const write = async () => {
      writeValue(composer, text);
      return false;
    };
    return [{ isPaste: false, fill: write }];
  }
  const paste = (by: typeof pasteText): InsertStrategy => ({
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

/** Text that became an attachment, and the number of attachments then: a second call must not attach it again. */
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
  // Scripts can set longer values, but the site would reject or cut them when sending.
  const limit = isField(composer) && composer.maxLength >= 0 ? composer.maxLength : Infinity;
  if (text.length > limit) return { kind: 'too_long', limit };
  const countBefore = countAttachments(composer);
  if (attached?.text === text && countBefore >= attached.count) return { kind: 'attached' };

  let lost: Lost | null = null;
  /** A paste was handled without effect; another one might appear twice. */
  let isSwallowed = false;
  for (const strategy of insertStrategies(composer, text)) {
    if (isTyping()) break;
    if (strategy.isPaste && isSwallowed) continue;
    const isTaken = await strategy.fill();
    await waitUntilQuiet(composer, pace);
    if (isTaken && readDraft(composer) === '') {
      const isAttached = () => countAttachments(composer) > countBefore;
      const hasCome = () => isAttached() || readDraft(composer) !== '';
      isSwallowed = !(await waitForCondition(frameOf(composer), hasCome, pace.capMs));
      await waitUntilQuiet(composer, pace);
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

/** Runs one fill at a time: two at once would both find the composer empty. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Fills a draft into an empty composer and reads it back to determine the outcome. Presses no key and no button, so
 * nothing is sent. Other text is left alone, and a draft that cannot be filled in exactly is removed again. Idempotent:
 * a draft that is already there is not filled in twice.
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
