import browser from 'webextension-polyfill';
import type { Speech, Translate } from '@/utils/i18n/speech';
import * as clock from './clock';

/** The texts of `public/_locales` in the browser's language. */
export const translate: Translate = (key, ...params) => browser.i18n.getMessage(key, params);

/** IANA name of the device's time zone at this moment; undefined where the browser does not know it. */
function deviceZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  // Chromium's name for a zone that it cannot tell. It accepts no such name.
  return timeZone === 'Etc/Unknown' ? undefined : timeZone;
}

/** The browser's language, the user's time zone and the current time. */
export function speechNow(): Speech {
  return { t: translate, locale: browser.i18n.getUILanguage(), timeZone: deviceZone(), now: clock.now() };
}

const PAUSE_MS = 50;
/** Three seconds in total. After that, texts may be missing. */
const MAX_TRIES = 60;

/**
 * Waits until the browser has loaded our messages. Workaround: once in thousands of cold starts on a slow machine,
 * `getMessage` returned '' in a new worker of Chromium, and a banner had no text of ours.
 */
export async function haveWords(): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES && translate('extension_name') === ''; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
