import { existsSync } from 'node:fs';

/** A Firefox: the one you name, or the machine's. Null when there is none. */
export function findFirefox() {
  const places = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
