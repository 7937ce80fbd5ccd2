import { readFileSync } from 'node:fs';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { sampleHistory } from '@/tests/fakes/sample-history';
import { CLAUDE_CORE } from '@/tests/fakes/samples';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { test } from './fixtures';
import { seedHistory } from './seed-history';

const PARTIAL = 45_000;
const TITLE = 'Elevated errors on Claude';

test('an outage is stored in the history, explained in the notification log, and shown without the database', async ({
  loopback,
  understudy,
}) => {
  loopback.seek(PARTIAL);
  await understudy.tick();
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: `Claude ${english('level_partial_outage')}` }).click();
  const opening = understudy.context.waitForEvent('page');
  await popup.getByRole('link', { name: english('history_link_for', 'Claude') }).click();
  const page = await opening;
  await expect(page.getByRole('heading', { level: 1, name: english('history_heading') })).toBeVisible();
  await expect(page).toHaveURL(/history\.html#claude$/);
  await expect(page.locator('.heads [data-assistant="claude"]')).toHaveAttribute('data-verdict', 'trouble');
  await expect(page.locator('.heads [data-assistant="claude"]')).toHaveAttribute('data-level', 'partial_outage');

  await test.step('readings are stored, and the popup links to them', async () => {
    const entry = page.getByRole('button', { name: TITLE, exact: true });
    await expect(entry).toBeVisible();
    await entry.click();
    await expect(
      page
        .getByRole('list', { name: english('popup_updates') })
        .getByRole('listitem')
        .first(),
    ).toBeVisible();
    // The database keeps it longer than the status does.
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            new Promise((resolve) => {
              indexedDB.open('history').onsuccess = ({ target }) => {
                const { result: database } = target as IDBOpenDBRequest;
                const request = database.transaction('incidents').objectStore('incidents').getAll();
                request.onsuccess = () => {
                  database.close();
                  resolve(request.result.map(({ value }) => value.title));
                };
              };
            }),
        ),
      )
      .toContain(TITLE);
  });

  await test.step('the notification log opens by its address or by keyboard, and its bug report can be copied', async () => {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${understudy.id}/history.html#log`);
    const opener = page.getByRole('button', { name: english('popup_why') });
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('.decisions li').first()).toBeInViewport();
    await expect(page.locator('.decisions')).toContainText(english('decision_about_started'));
    await expect(page.getByRole('heading', { name: english('health_heading') })).toBeVisible();
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.title = text;
      };
      Object.assign(navigator.clipboard, { writeText });
    });
    await page.getByRole('button', { name: english('popup_why_report') }).click();
    await expect(page.getByText(english('popup_copied'))).toBeVisible();
    const { verdicts, decisions } = JSON.parse(await page.title());
    expect(verdicts.claude).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
    expect(decisions).toContainEqual(expect.objectContaining({ assistantId: 'claude', about: 'started' }));

    await page.goto(`chrome-extension://${understudy.id}/history.html#claude`);
    await page.reload();
    await expect(opener).toHaveAttribute('aria-expanded', 'false');
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opener).toBeFocused();
    await expect(page.locator('.decisions li').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('.decisions')).toHaveCount(0);
  });

  await test.step('an assistant without data says so once, without charts, search and export', async () => {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${understudy.id}/history.html#perplexity`);
    await expect(page.getByText(english('history_empty'))).toBeVisible();
    const parts = [
      page.getByRole('searchbox'),
      page.getByRole('button', { name: english('history_export'), exact: true }),
      page.getByRole('checkbox', { name: english('history_as_table') }),
      page.getByRole('heading', { name: english('history_uptime') }),
    ];
    for (const part of parts) await expect(part).toHaveCount(0);
    await page.getByRole('link', { name: 'Claude', exact: true }).click();
    for (const part of parts) await expect(part).toBeVisible();
  });

  await test.step('a refused database is reported, and the last weeks are still shown', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Not in a private window', 'SecurityError');
      };
    });
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${understudy.id}/history.html#claude`);
    await expect(page.getByText(english('history_refused'))).toBeVisible();
    await expect(page.locator('.timeline > li').first()).toBeVisible();
  });
});

test('the history page searches, exports and reports months of incidents, by keyboard and at every width', async ({
  understudy,
}) => {
  await understudy.tick();
  const page = await understudy.openHistory('#compare');
  const now = Date.now();
  await seedHistory(page, [{ assistantId: 'claude', core: CLAUDE_CORE, days: 300 }], now);

  await test.step('it works by keyboard alone and finds search terms', async () => {
    await page.getByRole('link', { name: 'Claude', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: english('history_pattern') })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Claude', exact: true })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Claude', exact: true })).toHaveAttribute('aria-current', 'page');

    const entries = page.locator('.timeline > li');
    await expect(entries).toHaveCount(20);
    await page.getByRole('button', { name: english('history_more') }).focus();
    await page.keyboard.press('Enter');
    await expect(entries).toHaveCount(40);
    await expect(entries.nth(20).getByRole('button')).toBeFocused();

    await page.getByLabel(english('history_search')).focus();
    await page.keyboard.type('sign-in');
    await expect(entries.first()).toContainText('Sign-in failures');
    await expect(page.getByRole('status')).toContainText(englishLike('history_found', /\d+/, /\d+/));
    await page.keyboard.type(' nobody wrote this');
    await expect(page.getByRole('status')).toHaveText(english('history_nothing_found'));
    await page.getByLabel(english('history_search')).fill('');
    await page.getByRole('combobox', { name: english('history_level') }).selectOption(english('level_major_outage'));
    await expect(entries.first()).toContainText('The chat is unavailable');

    const opener = entries.first().getByRole('button').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await expect(opener).toBeFocused();
    await expect(entries.first()).toContainText('This incident has been resolved.');

    await page.getByRole('checkbox', { name: english('history_as_table') }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('table').first()).toBeVisible();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).not.toBe('none');
  });

  await test.step('it says what was changed and what was said at a minute, and hands in a report', async () => {
    await page.goto(`chrome-extension://${understudy.id}/history.html#claude`);
    await page.reload();
    const { incidents } = sampleHistory({ now, days: 300, core: CLAUDE_CORE, other: 'other' });
    // Every fifth was retitled; the newest of those.
    const changed = incidents.filter((_, index) => index % 5 === 0).at(-1);
    const minute = await page.evaluate(
      (at) => {
        return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
      },
      (changed?.startedAt ?? 0) + 10 * 60_000,
    );
    await page.getByLabel(english('history_minute_at')).fill(minute);
    await page.getByRole('button', { name: english('history_minute_show'), exact: true }).click();
    await expect(page.locator('.answered')).toContainText('Some errors');
    await expect(page.locator('.answered')).toContainText(changed?.title ?? '');

    const entry = page.locator('.timeline > li', { hasText: english('history_changed') }).first();
    await entry.getByRole('button').first().click();
    await expect(entry.locator('.reworded')).toContainText('Some errors');
    await entry.getByRole('button', { name: english('report_open'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: english('report_markdown') }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('understudy-report-claude.md');
    const markdown = readFileSync(await download.path(), 'utf8');
    expect(markdown).toContain(`> We are looking into reports of failing requests.`);
    expect(markdown).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.report-bar')).toBeHidden();
    await page.screenshot({ path: 'test-results/pictures/history-report-print.png', fullPage: true });
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: english('report_back') }).click();
    await expect(entry.getByRole('button', { name: english('report_open'), exact: true })).toBeFocused();
    await page.getByRole('button', { name: english('history_export'), exact: true }).click();
    await page.getByRole('button', { name: english('report_open_month') }).click();
    await page.getByRole('button', { name: english('report_back') }).click();
    await expect(page.getByRole('button', { name: english('history_export'), exact: true })).toBeFocused();
  });

  await test.step('it exports everything as a table and as JSON', async () => {
    for (const [name, ending] of [
      [english('history_export_csv'), 'csv'],
      [english('history_export_json'), 'json'],
    ] as const) {
      await page.getByRole('button', { name: english('history_export'), exact: true }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const download = await saving;
      expect(download.suggestedFilename()).toBe(`understudy-history-claude.${ending}`);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text.match(/made-up-\d+/g)?.length).toBeGreaterThan(90);
    }
  });

  await test.step('it has no accessibility violations and does not overflow, in light and dark mode', async () => {
    await page.setViewportSize({ width: 1000, height: 900 });
    for (const hash of ['#claude', '#compare']) {
      await page.goto(`chrome-extension://${understudy.id}/history.html${hash}`);
      await page.reload();
      await expect(page.locator('.timeline > li').first()).toBeVisible();
      // The order of the built style sheets differs from that of the imports.
      for (const level of [1, 2] as const) {
        const heading = page.getByRole('heading', { level }).first();
        await expect(heading).toHaveCSS('font-weight', '600');
        await expect(heading).toHaveCSS('font-size', '16px');
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // The themes differ in colors alone.
        expect(await violationsOf(page, colorScheme === 'light' ? 'all' : 'colors')).toEqual([]);
      }
      for (const width of [320, 380, 700, 1000]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });
});
