/** Looks only at the table's own keys, so that "constructor" is a word like any other. Null when it is not there. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | null {
  return typeof word === 'string' && Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
