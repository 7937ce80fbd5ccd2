const PATIENCE_MS = 60_000;

/** Lets the browser save a text as a file, as a download of this page; nothing is asked for and nothing leaves the device. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not every browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE_MS);
}
