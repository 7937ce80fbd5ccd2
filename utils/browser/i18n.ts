import browser from 'webextension-polyfill';
import type { Speech, Translate } from '@/utils/i18n/speech';
import * as clock from './clock';

/** The texts of `public/_locales` in the browser's language. */
export const translate: Translate = (key, ...params) => browser.i18n.getMessage(key, params);

/** Speaks the browser's language in the person's time zone, now. */
export function speechNow(): Speech {
  return { t: translate, locale: browser.i18n.getUILanguage(), timeZone: undefined, now: clock.now() };
}

const PAUSE_MS = 50;
/** Three seconds; whatever is shown after that is shown as it is. */
const MOST = 60;

/**
 * Waits until the browser has our texts. Once, in some thousand starts on a machine short of time, a banner stood there with
 * what the maker wrote and without a word of ours: as if a worker of Chromium's may begin before it has them.
 */
export async function haveWords(): Promise<void> {
  for (let tries = 0; tries < MOST && translate('extension_name') === ''; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
