import { englishAt } from '@/tests/fakes/english';
import { longAt } from '@/tests/fakes/other-languages';
import { type Catalog, type Speech, translateBy } from '@/utils/i18n/speech';

const catalogs = import.meta.glob<Catalog>('../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

/** Language in the hash: `#outage` is English, `#outage@de` German, `#outage@long` the pseudo language of long texts. */
export function placeInGallery(): { name: string; language: string } {
  const [name = '', language = 'en'] = decodeURIComponent(location.hash.slice(1)).split('@');
  return { name, language };
}

/** Sets the language of the hash. */
export function speechAt(now: number): Speech {
  const { language } = placeInGallery();
  if (language === 'long') return longAt(now);
  const catalog = catalogs[`../../public/_locales/${language.replace('-', '_')}/messages.json`];
  if (language === 'en' || catalog === undefined) return englishAt(now);
  return { t: translateBy(catalog), locale: language, timeZone: 'UTC', now };
}
