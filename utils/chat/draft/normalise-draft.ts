/** What browsers call a line break, as one newline. */
export function newlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * A draft without what editors add for their own sake: no-break spaces that stand for spaces, and invisible marks that
 * hold the caret. The joiners within emoji and Arabic stay: they are part of the text.
 */
export function plainDraft(text: string): string {
  return newlines(text)
    .replace(/\u00a0/g, ' ')
    .replace(/\ufeff|\u200b+$/gm, '');
}

/** True when a person would call them the same text: all but what `plainDraft` and trailing line breaks change. */
export function isSameDraft(one: string, other: string): boolean {
  const bare = (text: string) => plainDraft(text).replace(/\n+$/, '');
  return bare(one) === bare(other);
}
