import { englishAt } from '@/tests/fakes/english';
import { germanAt, pseudoAt } from '@/tests/fakes/other-languages';
import type { Speech } from '@/utils/i18n/speech';

const SPEECHES: Readonly<Record<string, (now: number) => Speech>> = { de: germanAt, rtl: pseudoAt };

/** What stands in the address: `#trouble` is English, `#trouble@de` German, `#trouble@rtl` runs from right to left. */
export function placeInGallery(): { name: string; language: string } {
  const [name = '', language = 'en'] = decodeURIComponent(location.hash.slice(1)).split('@');
  return { name, language };
}

/** Speaks the language of the address. */
export function speechAt(now: number): Speech {
  return (SPEECHES[placeInGallery().language] ?? englishAt)(now);
}
