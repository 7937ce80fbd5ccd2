import { fullTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

/** A text about a moment, and the whole moment for the tooltip; null when there is no moment to tell. */
export interface Timed {
  text: string;
  full: string | null;
}

export function timed(text: string, at: number | null, speech: Speech): Timed {
  return { text, full: at === null ? null : fullTime(at, speech) };
}
