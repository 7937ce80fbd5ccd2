import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A Chromium that can load extensions: the one you name, the machine's, or Playwright's own. Null when there is none. */
export function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    chromium.executablePath(),
  ];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
