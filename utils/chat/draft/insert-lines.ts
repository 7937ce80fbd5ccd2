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
