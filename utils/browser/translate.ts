import browser from 'webextension-polyfill';
import type { Speech, Translate } from '@/utils/words/speech';
import * as clock from './clock';

/** The texts of `public/_locales` in the browser's language. */
export const translate: Translate = (key, ...params) => browser.i18n.getMessage(key, params);

/** Speaks the browser's language in the person's time zone, now. */
export function speechNow(): Speech {
  return { t: translate, locale: browser.i18n.getUILanguage(), timeZone: undefined, now: clock.now() };
}
