import { englishAt } from '@/tests/fakes/english';
import { germanAt, pseudoAt } from '@/tests/fakes/other-languages';
import type { Speech } from '@/utils/i18n/speech';

const SPEECHES: Readonly<Record<string, (now: number) => Speech>> = { de: germanAt, rtl: pseudoAt };

/** Language in the hash: `#outage` is English, `#outage@de` German, `#outage@rtl` the right-to-left pseudo language. */
export function placeInGallery(): { name: string; language: string } {
  const [name = '', language = 'en'] = decodeURIComponent(location.hash.slice(1)).split('@');
  return { name, language };
}

/** Sets the language of the hash. */
export function speechAt(now: number): Speech {
  return (SPEECHES[placeInGallery().language] ?? englishAt)(now);
}
