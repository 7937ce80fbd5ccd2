import browser from 'webextension-polyfill';
import { type Catalog, languageFor, localeFor, type Speech, type Translate, translateBy } from '@/utils/i18n/speech';
import type { Language, LanguageChoice } from '@/utils/model/options';
import * as clock from './clock';
import { logFailure } from './failure-log';

/** Browsers load one language only: the one that they picked for themselves. */
const browserTranslate: Translate = (key, ...params) => browser.i18n.getMessage(key, params);

/** What translates in this context. It is replaced as a whole, so that no text mixes two languages. */
let current: { choice: LanguageChoice | null; translate: Translate } = { choice: null, translate: browserTranslate };

/** The texts of `public/_locales` in the chosen language. */
export const translate: Translate = (key, ...params) => current.translate(key, ...params);

/** IANA name of the device's time zone at this moment; undefined where the browser does not know it. */
function deviceZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  // Chromium's name for a zone that it cannot tell. It accepts no such name.
  return timeZone === 'Etc/Unknown' ? undefined : timeZone;
}

/** The chosen language, the user's time zone and the current time. */
export function speechNow(): Speech {
  const locale = localeFor(translate('popup_language') as Language, browser.i18n.getUILanguage());
  return { t: translate, locale, timeZone: deviceZone(), now: clock.now() };
}

const PAUSE_MS = 50;
/** Three seconds in total. After that, texts may be missing. */
const MAX_TRIES = 60;

/**
 * Waits until the browser has loaded our messages. Workaround: once in thousands of cold starts on a slow machine,
 * `getMessage` returned '' in a new worker of Chromium, and a banner had no text of ours (observed on 2026-11-22; no report
 * of it is known).
 */
async function haveWords(): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES && browserTranslate('extension_name') === ''; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The texts of one language, from the package. */
async function readCatalog(language: Language): Promise<Catalog> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language.replace('-', '_')}/messages.json`));
  return response.json();
}

/** The latest choice; an older one that loads slowly must not replace it. */
let wanted: LanguageChoice | null = null;

/**
 * Makes `translate` speak the chosen language. The catalog of another language than the browser's is read from the
 * package, once in each context. Never rejects: without it, the browser's language stays.
 */
export async function setLanguage(choice: LanguageChoice): Promise<void> {
  wanted = choice;
  if (choice === current.choice) return;
  try {
    await haveWords();
    const language = choice === 'browser' ? languageFor(browser.i18n.getUILanguage()) : choice;
    const isBrowsers = language === browserTranslate('popup_language');
    const next = isBrowsers ? browserTranslate : translateBy(await readCatalog(language));
    if (wanted === choice) current = { choice, translate: next };
  } catch (error) {
    logFailure('setLanguage', error);
  }
}
