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
