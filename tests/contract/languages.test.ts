import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '@/utils/model/options';
import { ROOT, readText } from './source-files';

type Catalogue = Record<string, { message: string }>;
const FOLDER = 'public/_locales';
const languages = readdirSync(path.join(ROOT, FOLDER));
const read = (language: string): Catalogue => JSON.parse(readText(`${FOLDER}/${language}/messages.json`));
const english = read('en');
const placesIn = (text: string) => [...new Set([...text.matchAll(/\$\d/g)].map(([place]) => place))].sort();

it('each language of the package can be chosen, and no other', () => {
  expect(languages.map((language) => language.replace('_', '-')).sort()).toEqual([...LANGUAGE_CODES].sort());
});

/** `fallback_local` for `fallback_local_few`; null for a message without plural forms. */
function stemOf(key: string): string | null {
  const stem = /^(.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1] ?? null;
  return stem !== null && `${stem}_one` in english && `${stem}_other` in english ? stem : null;
}

/** The keys that a language must have: English ones, with its own plural forms in the place of "one" and "other". */
function keysFor(forms: readonly string[]): string[] {
  const keys = Object.keys(english).flatMap((key) => {
    const stem = stemOf(key);
    return stem === null ? key : forms.map((form) => `${stem}_${form}`);
  });
  return [...new Set(keys)];
}

/** Each plural form that whole numbers up to 1,000 take, with some of these. `other` also stands in for all the rest. */
function countsByForm(code: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(code);
  const counts = new Map<string, number[]>([['other', []]]);
  for (let count = 0; count <= 1000; count += 1) {
    const form = rules.select(count);
    counts.set(form, [...(counts.get(form) ?? []), count]);
  }
  return counts;
}

describe.each(languages)('the language %s', (language) => {
  const catalogue = read(language);
  const counts = countsByForm(language.replace('_', '-'));
  /** The English message that a message stands for; the form "other" for all plural forms. */
  const modelOf = (key: string) => english[stemOf(key) === null ? key : `${stemOf(key)}_other`]?.message ?? '';

  it('has the keys of English, with all plural forms that it needs and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(keysFor([...counts.keys()]).sort());
  });

  it('has the same placeholders as English and no empty text', () => {
    const differing = Object.entries(catalogue).filter(([key, { message }]) => {
      const places = placesIn(message);
      const expected = placesIn(modelOf(key));
      const form = key.slice(key.lastIndexOf('_') + 1);
      // A form of a single number may leave out what is known then, such as the number itself.
      const isComplete =
        stemOf(key) !== null && counts.get(form)?.length === 1
          ? places.every((place) => expected.includes(place))
          : places.join() === expected.join();
      return message.trim() === '' || !isComplete;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has no two placeholders without a character in between, which Chromium takes for a named one and refuses', () => {
    // https://developer.chrome.com/docs/extensions/reference/api/i18n#named_placeholders
    const refused = Object.entries(catalogue).filter(([, { message }]) => /\$[\w@]+\$/.test(message));
    expect(refused).toEqual([]);
  });

  it('includes each visible label in its longer accessible name', () => {
    // Voice control finds a control by what it shows: https://www.w3.org/WAI/WCAG22/Understanding/label-in-name.html
    const lacking = Object.entries(catalogue).filter(([key, { message }]) => {
      const name = catalogue[`${key}_for`]?.message.toLowerCase();
      return name !== undefined && !name.includes(message.toLowerCase());
    });
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  it('states its code, which Intl supports', () => {
    const code = catalogue.popup_language?.message ?? '';
    expect(code).toBe(language.replace('_', '-'));
    expect(Intl.DateTimeFormat.supportedLocalesOf(code)).toEqual([code]);
  });

  it('ends each text with punctuation exactly where English does', () => {
    const ends = (text: string) => /[.!?…:。！？：؟]["”»」’)]?$/.test(text);
    const isOpenEnded = (text: string) => /\$\d$/.test(text);
    const differing = Object.entries(catalogue).filter(([key, { message }]) => {
      const isEitherOpen = isOpenEnded(message) || isOpenEnded(modelOf(key));
      return !isEitherOpen && ends(message) !== ends(modelOf(key));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has a name and a description within the limits of the stores', () => {
    expect(catalogue.extension_name?.message.length).toBeLessThanOrEqual(75);
    expect(catalogue.extension_description?.message.length).toBeLessThanOrEqual(132);
  });
});
