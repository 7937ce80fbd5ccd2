import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readText } from './source-files';

type Catalogue = Record<string, { message: string }>;
const FOLDER = 'public/_locales';
const languages = readdirSync(path.join(ROOT, FOLDER));
const read = (language: string): Catalogue => JSON.parse(readText(`${FOLDER}/${language}/messages.json`));
const english = read('en');
const placesIn = (text: string) => [...new Set([...text.matchAll(/\$\d/g)].map(([place]) => place))].sort();

it('English and at least one other language exist', () => {
  expect(languages).toContain('en');
  expect(languages.length).toBeGreaterThan(1);
});

it('each plural has the forms one and other', () => {
  const lonely = Object.keys(english).filter((key) => {
    const [, stem, form] = /^(.+)_(one|other)$/.exec(key) ?? [];
    return stem !== undefined && english[`${stem}_${form === 'one' ? 'other' : 'one'}`] === undefined;
  });
  expect(lonely).toEqual([]);
});

describe.each(languages)('the language %s', (language) => {
  const catalogue = read(language);

  it('has the same keys as English in the same order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  it('has the same placeholders as English and no empty text', () => {
    const differing = Object.entries(english).filter(([key, { message }]) => {
      const text = catalogue[key]?.message ?? '';
      return text.trim() === '' || placesIn(text).join() !== placesIn(message).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
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
    const ends = (text = '') => /[.!?…:]$/.test(text);
    const differing = Object.entries(english).filter(([key, { message }]) => {
      return !/\$\d$/.test(message) && ends(message) !== ends(catalogue[key]?.message);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has a name and a description within the limits of the stores', () => {
    expect(catalogue.extension_name?.message.length).toBeLessThanOrEqual(75);
    expect(catalogue.extension_description?.message.length).toBeLessThanOrEqual(132);
  });
});
