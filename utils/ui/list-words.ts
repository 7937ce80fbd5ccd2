import type { Speech } from '@/utils/words/speech';

/** "Claude", "Claude and ChatGPT", "Claude, ChatGPT or Gemini". */
export function listWords(names: readonly string[], type: 'conjunction' | 'disjunction', { locale }: Speech): string {
  return new Intl.ListFormat(locale, { type, style: 'long' }).format(names);
}
