import browser from 'webextension-polyfill';
import * as clock from './clock';

const NAME = 'watch';
/** Goes on ringing by itself if a round dies before it could set the next wake-up. */
const SAFETY_MINUTES = 5;

/** Replaces any earlier wake-up. Browsers ring at most every 30 seconds. */
export async function wakeAt(at: number): Promise<void> {
  await browser.alarms.create(NAME, { when: clock.realTimeOf(at), periodInMinutes: SAFETY_MINUTES });
}
