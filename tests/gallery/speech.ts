import { englishAt } from '@/tests/fakes/english';
import { longAt } from '@/tests/fakes/other-languages';
import { type Catalog, type Speech, translateBy } from '@/utils/i18n/speech';

const catalogs = import.meta.glob<Catalog>('../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

interface Place {
  name: string;
  language: string;
}

let place: Place = { name: '', language: 'en' };

/** Goes to a state: `outage` is in English, `outage@de` in German, `outage@long` in the pseudo language of long texts. */
export function goTo(address: string): Place {
  const [name = '', language = 'en'] = address.split('@');
  place = { name, language };
  return place;
}

/** The texts and the language of the state that is shown. */
export function speechAt(now: number): Speech {
  const { language } = place;
  if (language === 'long') return longAt(now);
  const catalog = catalogs[`../../public/_locales/${language.replace('-', '_')}/messages.json`];
  if (language === 'en' || catalog === undefined) return englishAt(now);
  return { t: translateBy(catalog), locale: language, timeZone: 'UTC', now };
}
