import type { Speech } from './speech';

/** "Claude", "Claude and ChatGPT", "Claude, ChatGPT or Gemini". */
export function listWords(names: Iterable<string>, type: 'conjunction' | 'disjunction', { locale }: Speech): string {
  return new Intl.ListFormat(locale, { type }).format(names);
}
