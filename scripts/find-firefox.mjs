import { existsSync } from 'node:fs';

/** A Firefox: FIREFOX_PATH or an installed one. Null if there is none. */
export function findFirefox() {
  const places = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
