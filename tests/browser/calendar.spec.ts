import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { english } from '@/tests/fakes/english';
import { expect } from './expect';
import { test } from './fixtures';

/** Offsets of the scenario `maintenance`. */
const ANNOUNCED = 30 * 60_000;
const MOVED = 100 * 60_000;
const MIGRATION = 'Scheduled database migration';

test.use({ scenario: 'maintenance' });

/** Presses the button of a maintenance, and reads the file that the browser saves. */
async function saved(page: Page, name: string) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await downloading;
  const text = await readFile(await download.path(), 'utf8');
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined);
  return {
    file: download.suggestedFilename(),
    uid: event.uid,
    sequence: Number(event.sequence),
    summary: event.summary,
    startsAt: event.startDate.toJSDate().getTime(),
    status: event.component.getFirstPropertyValue('status'),
  };
}

test('a planned maintenance is saved from the popup and, after it moved, replaced from the history page', async ({
  loopback,
  understudy,
}) => {
  loopback.seek(ANNOUNCED);
  await understudy.tick();
  const popup = await understudy.openPopup();
  await popup.locator('[data-assistant="claude"] [aria-expanded]').first().click();
  const first = await saved(popup, english('calendar_save_for', MIGRATION));
  expect(first.file).toMatch(/^maintenance-claude-\d{4}-\d\d-\d\d\.ics$/);
  expect(first).toMatchObject({ summary: `Claude: ${MIGRATION}`, status: 'CONFIRMED' });
  await popup.close();

  // The sequence counts seconds, of which a fast machine needs less than one.
  const second = () => Math.floor(Date.now() / 1_000);
  const before = second();
  await expect.poll(second).toBeGreaterThan(before);
  loopback.seek(MOVED);
  await understudy.tick();
  const page = await understudy.openHistory('#claude');
  const moved = await saved(page, english('calendar_save_for', MIGRATION));
  expect(moved.uid).toBe(first.uid);
  expect(moved.sequence).toBeGreaterThan(first.sequence);
  expect(moved.startsAt).not.toBe(first.startsAt);
});
