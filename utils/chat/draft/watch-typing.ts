/** Tells whether the person has pressed a key since; from then on the composer is theirs. Ends with the signal. */
export function watchTyping(signal: AbortSignal): () => boolean {
  let isTyping = false;
  const note = (event: Event) => {
    // What pages and scripts dispatch is not trusted, and is no person.
    if (event.isTrusted) isTyping = true;
  };
  for (const type of ['keydown', 'compositionstart', 'drop']) addEventListener(type, note, { capture: true, signal });
  return () => isTyping;
}
