/** UTF-16 that says so with its first two bytes; the mark of UTF-8 is taken off by the decoder. */
function markedCharset([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * The text of a body, in the first charset that fits all of it: the one that it is marked with, UTF-8 as JSON has to
 * be, the one that its header names. Where none fits, what is no letter stands as U+FFFD.
 */
export function decodeBody(body: ArrayBuffer, contentType: string | null): string {
  const named = contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1];
  // Letters of two bytes without a mark would pass for UTF-8 full of zeros.
  const wide = /^utf-16/i.test(named ?? '') ? named : undefined;
  // Without a name the decoder takes UTF-8.
  for (const charset of [markedCharset(new Uint8Array(body)) ?? wide, 'utf-8', named]) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(body);
    } catch {
      // Not this one.
    }
  }
  return new TextDecoder().decode(body);
}
