import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A Chromium that can load extensions: CHROMIUM_PATH, an installed one, or Playwright's. Null if there is none. */
export function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    chromium.executablePath(),
  ];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
