import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike, headlineStart } from '@/tests/fakes/english-like';
import { violationsOf } from './accessibility';
import { ADDRESS_ANSWERS, addressProbe } from './address-probe';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import type { Understudy } from './understudy';

/** Offsets of the scenario `own-page`. */
const AT = { search: 45_000, assistant: 105_000, over: 400_000 } as const;
const OPEN = 'status.example.org';
const CLOSED = 'status.example.net';
const SINGLE = 'status.example.edu';

/** The globals of the worker that these tests use. */
declare const chrome: { permissions: { contains(what: { origins: string[] }): Promise<boolean> } };

test.use({ scenario: 'own-page' });

async function look(page: Page, address: string): Promise<void> {
  const section = page.getByRole('region', { name: english('own_pages') });
  await section.getByRole('textbox', { name: english('own_page_address') }).fill(address);
  await section.getByRole('button', { name: english('own_page_look') }).press('Enter');
}

const sectionOf = (page: Page) => page.getByRole('region', { name: english('own_pages') });

/** Opens the options page at the form for custom status pages. */
async function openForm(understudy: Understudy): Promise<Page> {
  const page = await understudy.openOptions();
  await page.getByRole('button', { name: english('own_pages') }).click();
  return page;
}

test.describe('a custom page with open CORS', () => {
  test.use({ grants: ['https://chat.example.org/*'] });

  test('a custom page is detected, limited to chosen components, polled, notified about, and removed with all its data', async ({
    loopback,
    understudy,
  }) => {
    const chat = await understudy.context.newPage();
    await chat.goto('https://chat.example.org/talk/19');
    const page = await openForm(understudy);
    const section = sectionOf(page);
    await look(page, `https://${OPEN}/history?page=2`);
    await expect(section.getByRole('status')).toHaveText(english('own_page_found', 'Example Labs', OPEN));
    await expect(section.getByText(english('own_page_gist', 'Statuspage', '3', '0'))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    for (const name of ['Assistant', 'Search', 'Billing']) await section.getByRole('checkbox', { name }).uncheck();
    await section.getByRole('button', { name: english('own_page_watch'), exact: true }).click();
    await expect(section.getByText(english('own_page_no_parts'))).toBeVisible();
    await section.getByRole('checkbox', { name: 'Assistant' }).check();
    await section.getByRole('textbox', { name: english('own_page_chat') }).fill('chat.example.org/talk/19');
    await section.getByRole('button', { name: english('own_page_watch'), exact: true }).press('Enter');
    const row = page.locator('[data-item]', { hasText: 'Example Labs' });
    await expect(row).toContainText(english('own_page_detail_other', '3', OPEN, '1'));
    await expect(row.getByRole('switch')).toBeFocused();

    await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Example Labs'));
    // An outage of an unchosen component does not count.
    loopback.seek(AT.search);
    await understudy.tick();
    await expect.poll(() => understudy.badge()).toBe('');
    loopback.seek(AT.assistant);
    await understudy.tick();
    await expect.poll(() => understudy.badge()).toBe('1');
    await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Example Labs', 'partial_outage'));
    await expect.poll(() => understudy.notifications()).toHaveLength(1);
    await expect.poll(() => new BannerProbe(chat).text()).toContain(headlineStart('Example Labs', 'partial_outage'));
    const popup = await understudy.openPopup();
    await expect(popup.getByRole('button', { name: /Example Labs/ }).first()).toBeVisible();
    await popup.screenshot({ path: 'test-results/pictures/own-page-popup.png' });

    await row.getByRole('button', { name: english('own_page_remove_for', 'Example Labs') }).click();
    await expect(page.getByText(OPEN)).toHaveCount(0);
    await expect(page.getByRole('button', { name: english('assistants_add') })).toBeFocused();
    await expect.poll(() => understudy.badge()).toBe('');
    await expect.poll(async () => Object.keys((await understudy.status())?.pages ?? {}).join()).not.toContain('page:');
    await expect.poll(() => new BannerProbe(chat).read()).toBeNull();
  });

  test('the form for a custom page explains what it cannot read, asks for one host only, and accepts no wildcard', async ({
    loopback,
    understudy,
  }) => {
    const page = await openForm(understudy);
    const section = sectionOf(page);

    await test.step('an address with a wildcard is refused with a message and not requested', async () => {
      await look(page, 'https://*.example.org');
      await expect(section.getByRole('alert')).toHaveText(english('address_has_wildcard'));
      await expect(section.getByRole('textbox', { name: english('own_page_address') })).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      expect(loopback.requests.filter(({ host }) => host.includes('example'))).toEqual([]);
    });

    await test.step('an address with a wildcard requests no wildcard permission', async () => {
      for (const address of ['https://*.example.net', 'https://*/', '*.example.net/history']) {
        await look(page, 'not an address');
        await expect(section.getByRole('alert')).toHaveText(english('own_page_not_an_address'));
        await look(page, address);
        // An address with a message is not looked for, so no later answer offers its permission.
        await expect(section.getByRole('alert')).toHaveText(english('address_has_wildcard'));
        const offered = section.getByRole('button', { name: englishLike('own_page_allow', /.+/) });
        for (const label of await offered.allInnerTexts()) expect(label).not.toContain('*');
        const isGranted = await understudy.worker.evaluate(
          (origins) => chrome.permissions.contains({ origins }),
          ['https://*.example.net/*'],
        );
        expect(isGranted).toBe(false);
      }
    });

    await test.step('an address that is no status page, is already listed, or is no address is explained', async () => {
      await look(page, 'not an address');
      await expect(section.getByRole('alert')).toHaveText(english('own_page_not_an_address'));
      await look(page, `http://${OPEN}`);
      await expect(section.getByRole('alert')).toHaveText(english('own_page_not_https'));
      await look(page, `https://${OPEN}:8443`);
      await expect(section.getByRole('alert')).toHaveText(english('own_page_has_port'));
      await look(page, 'status.claude.com');
      await expect(section.getByRole('alert')).toHaveText(english('own_page_already_there'));
      await look(page, 'chat.example.org');
      await expect(section.getByRole('alert')).toHaveText('');
      await expect(section.getByText(english('own_page_not_known', 'chat.example.org'))).toBeVisible();
      expect(await understudy.options()).toBeUndefined();
    });

    await test.step('a custom page without CORS asks for permission for its host only', async () => {
      await look(page, CLOSED);
      await expect(section.getByText(english('own_page_needs_access', CLOSED))).toBeVisible();
      await expect(section.getByRole('button', { name: english('own_page_allow', CLOSED) })).toBeVisible();
    });

    await test.step('Chromium parses every sample address as expected', async () => {
      // The content security policy of the extension's pages loads no such module.
      await page.goto('about:blank');
      expect(await page.evaluate(await addressProbe())).toEqual(ADDRESS_ANSWERS);
    });
  });
});

test.describe('custom pages with granted hosts', () => {
  test.use({ grants: [`https://${CLOSED}/*`, `https://${SINGLE}/*`] });

  test('custom pages with granted hosts are polled like the others, also after a worker restart', async ({
    loopback,
    understudy,
  }) => {
    const page = await openForm(understudy);
    const section = sectionOf(page);

    await test.step('a page of Better Stack with a single component is added at once and polled', async () => {
      await look(page, SINGLE);
      await expect(section.getByRole('status')).toHaveText(english('own_page_added', 'Example School', SINGLE));
      expect(await violationsOf(page)).toEqual([]);
      const row = page.locator('[data-item]', { hasText: 'Example School' });
      await expect(row).toContainText(english('own_page_detail_one', '1', SINGLE, '1'));
      await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Example School'));
    });

    await test.step('a page with several components is added under a name of its own and polled', async () => {
      await look(page, CLOSED);
      await expect(section.getByRole('status')).toContainText(english('own_page_found', 'Example Net', CLOSED));
      await section.getByRole('textbox', { name: english('own_page_name') }).fill('Our own');
      await section.getByRole('button', { name: english('own_page_watch') }).click();
      await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Our own'));
    });

    await test.step('both are polled by a worker that was restarted', async () => {
      loopback.seek(AT.assistant);
      await understudy.tickAfterKill();
      await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Example School', 'major_outage'));
      const popup = await understudy.openPopup();
      const row = popup.locator('.row', { hasText: 'Our own' });
      await expect(row).toHaveAttribute('data-level', 'degraded');
      await expect(row).toContainText(english('level_degraded'));
    });
  });
});
