import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { german } from '@/tests/fakes/other-languages';
import { NOON } from '@/tests/fakes/samples';
import { plural } from '@/utils/i18n/moments';

const browser = vi.hoisted(() => ({
  i18n: { getMessage: (_key: string): string => '', getUILanguage: (): string => 'en' },
  runtime: { getURL: (path: string) => path },
  storage: { session: { get: async () => ({}), set: async () => undefined } },
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));

/** The files of the package that were read. */
let read: string[];
/** A file is there once this resolves. */
let arrival: (path: string) => Promise<void>;

/** A context of the extension that has just begun, in a browser of this language. */
async function contextIn(uiLanguage: string, getMessage: (key: never) => string = english) {
  vi.resetModules();
  browser.i18n = { getMessage: getMessage as never, getUILanguage: () => uiLanguage };
  return import('@/utils/browser/i18n');
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  read = [];
  arrival = async () => undefined;
  vi.stubGlobal('fetch', async (path: string) => {
    read.push(path);
    await arrival(path);
    return { json: async () => JSON.parse(readFileSync(`public/${path}`, 'utf8')) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('setLanguage', () => {
  it('reads nothing if the browser speaks the chosen language already', async () => {
    const { setLanguage, translate } = await contextIn('en-GB');
    await setLanguage('browser');
    await setLanguage('en');
    expect(translate('level_unknown')).toBe('Unknown');
    expect(read).toEqual([]);
  });

  it('reads the texts of another language once, and fills in their parameters', async () => {
    const { setLanguage, speechNow, translate } = await contextIn('en-GB');
    await setLanguage('de');
    await setLanguage('de');
    expect(read).toEqual(['_locales/de/messages.json']);
    expect(translate('headline_operational', 'Claude')).toBe(german('headline_operational', 'Claude'));
    expect(speechNow()).toMatchObject({ locale: 'de', now: NOON });
    await setLanguage('browser');
    expect(translate('headline_operational', 'Claude')).toBe('Claude is operational.');
  });

  it('keeps the latest of two choices, even if the files arrive in another order', async () => {
    const { setLanguage, translate } = await contextIn('en');
    let arrive: () => void = () => undefined;
    arrival = (path) => (path.includes('/de/') ? new Promise((resolve) => (arrive = resolve)) : Promise.resolve());
    const slow = setLanguage('de');
    await setLanguage('en');
    arrive();
    await slow;
    expect(translate('level_unknown')).toBe('Unknown');
  });

  it('leaves the language of the browser if a file cannot be read', async () => {
    const { setLanguage, translate } = await contextIn('en');
    arrival = () => Promise.reject(new TypeError('Failed to fetch'));
    await setLanguage('de');
    expect(translate('level_unknown')).toBe('Unknown');
  });

  it.each([
    ['pt-PT', 'pt-BR'],
    ['es-419', 'es'],
    ['de-AT', 'de'],
  ])('speaks %s as %s where the browser itself falls back to English', async (uiLanguage, expected) => {
    const { setLanguage, speechNow, translate } = await contextIn(uiLanguage);
    await setLanguage('browser');
    expect(translate('popup_language')).toBe(expected);
    // The locale names the region, which decides how dates and numbers look.
    expect(speechNow().locale).toBe(uiLanguage);
  });

  it.each(['zh-TW', 'ru', 'sr-Latn'])('speaks %s as English, which has no closer language', async (uiLanguage) => {
    const { setLanguage, speechNow, translate } = await contextIn(uiLanguage);
    await setLanguage('browser');
    expect(translate('popup_language')).toBe('en');
    // Dates in another language than the sentence around them could not be read.
    expect(speechNow().locale).toBe('en');
  });
});

describe('plural', () => {
  const speech = { locale: 'pl', timeZone: 'UTC', now: NOON };
  const forms = (known: Record<string, string>) => ({ ...speech, t: (key: string) => known[key] ?? '' });

  it('takes the form that the language has for the count', () => {
    const t = forms({
      waiting_count_one: '1',
      waiting_count_few: '2',
      waiting_count_many: '5',
      waiting_count_other: '',
    });
    expect([1, 2, 5, 22].map((count) => plural('waiting_count', count, t))).toEqual(['1', '2', '5', '2']);
  });

  it('takes the form "other" where the language lacks a form', () => {
    expect(plural('waiting_count', 1, forms({ waiting_count_other: 'other' }))).toBe('other');
  });
});

/** Time in ms that setting the language waits if the messages are available after this many attempts. */
async function waited(attempts: number): Promise<number> {
  let calls = 0;
  const { setLanguage } = await contextIn('en', (key) => (calls++ < attempts ? '' : english(key)));
  const from = Date.now();
  const done = setLanguage('browser');
  await vi.runAllTimersAsync();
  await done;
  return Date.now() - from;
}

it('setting the language does not wait when the browser has loaded our messages', async () => {
  expect(await waited(0)).toBe(0);
});

it('setting the language waits until the browser has loaded our messages', async () => {
  expect(await waited(4)).toBe(200);
});

it('setting the language stops waiting for the browser after three seconds', async () => {
  expect(await waited(Number.POSITIVE_INFINITY)).toBe(3_000);
});
