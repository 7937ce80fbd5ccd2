import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { Uploader } from '@/tests/loopback/behavior';
import type { Loopback } from '@/tests/loopback/loopback';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import type { Understudy } from './understudy';

const fileOf = (name: string, mimeType: string, bytes = 3) => ({ name, mimeType, buffer: Buffer.alloc(bytes, 'a') });
const REPORT = fileOf('report.pdf', 'application/pdf');
const NOTES = fileOf('notes.txt', 'text/plain');
const DRAFT = 'Read these';

const uploaderOf = (page: Page) => page.locator('input[type="file"]');
/** Names, types and sizes of the files that an input holds. */
const heldBy = (page: Page) =>
  uploaderOf(page).evaluate((input) =>
    [...((input as HTMLInputElement).files ?? [])].map(({ name, type, size }) => [name, type, size]),
  );

interface Case {
  loopback: Loopback;
  understudy: Understudy;
  from?: Uploader['does'];
  to: Uploader | null;
  /** Chosen before. The page shows these, but its input holds only the last choice. */
  earlier?: ReturnType<typeof fileOf>[];
  files: ReturnType<typeof fileOf>[];
}

/** Chooses files in Claude, types a draft, and continues in ChatGPT. */
async function carry({ loopback, understudy, from = 'keeps', to, earlier, files }: Case) {
  loopback.overrideSite('claude.ai', { load: { kind: 'well', uploader: { does: from } } });
  if (to !== null) loopback.overrideSite('chatgpt.com', { load: { kind: 'well', uploader: to } });
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  await page.locator('.ProseMirror').click();
  await page.keyboard.type(DRAFT);
  if (earlier !== undefined) await uploaderOf(page).setInputFiles(earlier);
  await uploaderOf(page).setInputFiles(files);
  loopback.seek(45_000);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain(english('banner_files_may_come'));
  const opened = understudy.context.waitForEvent('page');
  await banner.click('ChatGPT');
  const next = await opened;
  await next.waitForLoadState();
  return { page, next, note: new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER') };
}

test('files in the composer come along, unchanged, and nothing is sent', async ({ loopback, understudy }) => {
  const { page, next, note } = await carry({ loopback, understudy, to: { does: 'keeps' }, files: [REPORT, NOTES] });
  await expect.poll(() => note.text()).toContain('2 files came along.');
  await expect(next.locator('textarea')).toHaveValue(DRAFT);
  expect(await heldBy(next)).toEqual([
    ['report.pdf', 'application/pdf', 3],
    ['notes.txt', 'text/plain', 3],
  ]);
  expect(await heldBy(page)).toHaveLength(2);
  await expect(next.locator('article')).toHaveCount(0);
  await note.settled();
  await next.screenshot({ path: 'test-results/pictures/carried-with-files-light.png' });
  await next.emulateMedia({ colorScheme: 'dark' });
  await next.screenshot({ path: 'test-results/pictures/carried-with-files-dark.png' });
});

test('files that the target takes out of its input count once it shows them', async ({ loopback, understudy }) => {
  const { next, note } = await carry({ loopback, understudy, to: { does: 'clears' }, files: [REPORT] });
  await expect.poll(() => note.text()).toContain('1 file came along.');
  await expect(next.locator('.attachment-tile')).toHaveText(['report.pdf']);
});

test('a target that accepts one kind of file gets only those, and the note counts the others', async ({
  loopback,
  understudy,
}) => {
  const to: Uploader = { does: 'keeps', accept: '.pdf' };
  const { next, note } = await carry({ loopback, understudy, to, files: [NOTES, REPORT] });
  await expect
    .poll(() => note.text())
    .toContain('1 of 2 files came along; the other stayed in Claude. ChatGPT doesn’t accept 1 file here.');
  expect(await heldBy(next)).toEqual([['report.pdf', 'application/pdf', 3]]);
});

for (const [what, to] of [
  ['has no uploader', null],
  ['refuses them', { does: 'refuses' }],
] as const) {
  test(`the note says that files stay where the target ${what}`, async ({ loopback, understudy }) => {
    const { page, note } = await carry({ loopback, understudy, to, files: [REPORT] });
    await expect
      .poll(() => note.text())
      .toContain('Attached files stayed in Claude. ChatGPT doesn’t accept 1 file here.');
    expect(await heldBy(page)).toHaveLength(1);
  });
}

test('the note says that files stay where the first chat has emptied its input', async ({ loopback, understudy }) => {
  const { next, note } = await carry({
    loopback,
    understudy,
    from: 'clears',
    to: { does: 'keeps' },
    files: [REPORT],
  });
  await expect.poll(() => note.text()).toContain(english('transfer_files_stay', 'Claude'));
  expect(await heldBy(next)).toEqual([]);
});

test('files that the first chat shows but no longer holds are counted as staying', async ({ loopback, understudy }) => {
  const to: Uploader = { does: 'keeps' };
  const { next, note } = await carry({ loopback, understudy, to, earlier: [NOTES], files: [REPORT] });
  await expect.poll(() => note.text()).toContain('1 of 2 files came along; the other stayed in Claude.');
  expect((await heldBy(next)).map(([name]) => name)).toEqual(['report.pdf']);
});

test('9 MB come along, and a second file above 10 MB in all is said to stay', async ({ loopback, understudy }) => {
  const files = [fileOf('big.pdf', 'application/pdf', 9_000_000), fileOf('more.pdf', 'application/pdf', 1_000_001)];
  const { next, note } = await carry({ loopback, understudy, to: { does: 'keeps' }, files });
  await expect
    .poll(() => note.text(), { timeout: 20_000 })
    .toContain(`1 of 2 files came along; the other stayed in Claude. ${english('transfer_files_limit')}`);
  expect(await heldBy(next)).toEqual([['big.pdf', 'application/pdf', 9_000_000]]);
});
