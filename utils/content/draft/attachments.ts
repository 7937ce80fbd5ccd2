import { type FilesReading, MAX_FILE_BYTES, MAX_FILES, NO_FILES, type TransferredFile } from '@/utils/model/drafts';
import { findTyped } from './find-composer';
import { countAttachments, countNamedFiles, countPreviews, frameOf } from './read-draft';
import { waitForCondition, waitUntilQuiet } from './wait';

/** As long as a transfer is kept. */
const HELD_FOR_MS = 10 * 60_000;

interface HeldFiles {
  files: readonly File[];
  total: number;
}

/**
 * The files of each transfer that started in this page. In the content script's world, because the script may be injected
 * again. They are references, without content, and are gone once the page is left.
 */
const world = globalThis as { understudyHeldFiles?: Map<number, HeldFiles> };

const fileInputs = (frame: Element) => [...frame.querySelectorAll<HTMLInputElement>('input[type="file"]')];

/** Enough of a name to be recognized where a site shortens it. */
const SHOWN_NAME = 8;

/**
 * Whether the composer shows this file of an input. A site that shows its own list of files may leave one in its input
 * that the user has removed, or that was sent.
 */
function isShown(file: File, input: HTMLInputElement, composer: Element): boolean {
  if (input.getClientRects().length > 0) return true;
  if (frameOf(composer).textContent.includes(file.name.slice(0, SHOWN_NAME))) return true;
  return file.type.startsWith('image/') && countPreviews(composer) > 0;
}

/** Remembers the files that lie in the composer now. Some sites empty their input; then there is nothing to take. */
export function holdFiles(hints: readonly string[], id: number): void {
  const { composer } = findTyped(document, hints, document.activeElement);
  if (composer === null) return;
  const frame = frameOf(composer);
  const files = fileInputs(frame).flatMap((input) =>
    [...(input.files ?? [])].filter((file) => isShown(file, input, composer)),
  );
  const held = { files, total: Math.max(files.length, countNamedFiles(composer), countPreviews(composer)) };
  world.understudyHeldFiles ??= new Map();
  const all = world.understudyHeldFiles;
  all.set(id, held);
  setTimeout(() => all.get(id) === held && all.delete(id), HELD_FOR_MS);
}

/** Null if it can't be read, for example because it was changed on disk. */
function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`.replace(/^.*?,/, ''));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

/** Reads the files of a transfer, once: the first ones that fit. */
export async function readHeldFiles(id: number): Promise<FilesReading> {
  const held = world.understudyHeldFiles?.get(id);
  if (held === undefined) return NO_FILES;
  world.understudyHeldFiles?.delete(id);
  const files: TransferredFile[] = [];
  let [room, isLimited] = [MAX_FILE_BYTES, false];
  for (const file of held.files) {
    if (file.size > room || files.length === MAX_FILES) {
      isLimited = true;
      continue;
    }
    const base64 = await base64Of(file);
    if (base64 === null) continue;
    room -= file.size;
    files.push({ name: file.name, type: file.type, base64 });
  }
  return { files, total: held.total, isLimited };
}

/** Whether `accept` of a file input allows this file. https://html.spec.whatwg.org/#attr-input-accept */
export function isAccepted(accept: string, { name, type }: Pick<File, 'name' | 'type'>): boolean {
  const tokens = accept.toLowerCase().split(',');
  const wanted = tokens.map((token) => token.trim()).filter((token) => token !== '');
  if (wanted.length === 0) return true;
  const [fileName, fileType] = [name.toLowerCase(), type.toLowerCase()];
  return wanted.some((token) => {
    if (token.startsWith('.')) return fileName.endsWith(token);
    return token.endsWith('/*') ? fileType.startsWith(token.slice(0, -1)) : fileType === token;
  });
}

/** The files that an input takes. One that holds files of the person takes none: they would be replaced. */
function takenBy(input: HTMLInputElement, files: readonly File[]): readonly File[] {
  if (input.matches(':disabled, [webkitdirectory]') || (input.files?.length ?? 0) > 0) return [];
  const accepted = files.filter((file) => isAccepted(input.accept, file));
  return input.multiple ? accepted : accepted.slice(0, 1);
}

const toFile = ({ name, type, base64 }: TransferredFile): File =>
  new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name, { type });

/** Enough for a site to show what it accepted. */
const SHOWN_WITHIN_MS = 3_000;

/**
 * Puts files into the page's own input next to the composer, as if they were chosen there. Returns how many it accepted.
 * Sites empty the input when they take the files or refuse them, so in that case they have to show them.
 */
export async function addFiles(composer: Element, transferred: readonly TransferredFile[]): Promise<number> {
  const files = transferred.map(toFile);
  const offers = fileInputs(frameOf(composer)).map((input) => ({ input, taken: takenBy(input, files) }));
  const [best] = offers.toSorted((one, other) => other.taken.length - one.taken.length);
  if (best === undefined || best.taken.length === 0) return 0;
  const { input, taken } = best;
  const frame = frameOf(composer);
  const countBefore = countAttachments(composer);
  const transfer = new DataTransfer();
  for (const file of taken) transfer.items.add(file);
  input.files = transfer.files;
  if (input.files?.length !== taken.length) return 0;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await waitUntilQuiet(frame, { quietMs: 150, capMs: SHOWN_WITHIN_MS });
  const accepted = () =>
    input.files?.length === taken.length ? taken.length : Math.max(0, countAttachments(composer) - countBefore);
  await waitForCondition(frame, () => accepted() >= taken.length, SHOWN_WITHIN_MS);
  return Math.min(accepted(), taken.length);
}
