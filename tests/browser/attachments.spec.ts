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
  from?: Uploader['does'];
  to: Uploader | null;
  /** Chosen before. The page shows these, but its input holds only the last choice. */
  earlier?: ReturnType<typeof fileOf>[];
  files: ReturnType<typeof fileOf>[];
}

interface Transferred {
  /** The page that opens in ChatGPT. */
  next: Page;
  note: BannerProbe;
}

/** Claude during an issue, in a tab from which files are transferred again and again. */
async function openClaude({ loopback, understudy }: { loopback: Loopback; understudy: Understudy }) {
  await understudy.isReady();
  loopback.seek(45_000);
  await understudy.tick();
  const page = await understudy.context.newPage();
  const banner = new BannerProbe(page);
  return {
    page,
    /** Chooses files in Claude, types a draft, continues in ChatGPT, and closes what has opened after `look`. */
    async transfer({ from = 'keeps', to, earlier, files }: Case, look: (transferred: Transferred) => Promise<void>) {
      loopback.overrideSite('claude.ai', { load: { kind: 'well', uploader: { does: from } } });
      loopback.overrideSite('chatgpt.com', to && { load: { kind: 'well', uploader: to } });
      await page.goto('https://claude.ai/chat/1');
      await page.locator('.ProseMirror').click();
      await page.keyboard.type(DRAFT);
      if (earlier !== undefined) await uploaderOf(page).setInputFiles(earlier);
      await uploaderOf(page).setInputFiles(files);
      await expect.poll(() => banner.text()).toContain(english('banner_continue'));
      await banner.click(english('banner_continue'));
      await expect.poll(() => banner.text()).toContain(english('banner_files_may_come'));
      const opened = understudy.context.waitForEvent('page');
      await banner.click('ChatGPT');
      const next = await opened;
      await look({ next, note: new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER') });
      // A draft that is still on its way would be shown in this tab again.
      await expect.poll(() => understudy.transfers()).toEqual([]);
      await next.close();
    },
  };
}

test('files in the composer come along unchanged, as far as the target accepts them and 10 MB allow, and the note counts the others', async ({
  loopback,
  understudy,
}) => {
  const { page, transfer } = await openClaude({ loopback, understudy });

  await test.step('files in the composer come along, unchanged, and nothing is sent', () =>
    transfer({ to: { does: 'keeps' }, files: [REPORT, NOTES] }, async ({ next, note }) => {
      await expect.poll(() => note.text()).toContain('2 files came along.');
      await expect(next.locator('textarea')).toHaveValue(DRAFT);
      expect(await heldBy(next)).toEqual([
        ['report.pdf', 'application/pdf', 3],
        ['notes.txt', 'text/plain', 3],
      ]);
      expect(await heldBy(page)).toHaveLength(2);
      await expect(next.locator('article')).toHaveCount(0);
      await note.settled();
      await next.screenshot({ path: 'test-results/pictures/transferred-with-files.png' });
    }));

  await test.step('files that the target takes out of its input count once it shows them', () =>
    transfer({ to: { does: 'clears' }, files: [REPORT] }, async ({ next, note }) => {
      await expect.poll(() => note.text()).toContain('1 file came along.');
      await expect(next.locator('.attachment-tile')).toHaveText(['report.pdf']);
    }));

  await test.step('a target that accepts one kind of file gets only those, and the note counts the others', () =>
    transfer({ to: { does: 'keeps', accept: '.pdf' }, files: [NOTES, REPORT] }, async ({ next, note }) => {
      await expect
        .poll(() => note.text())
        .toContain('1 of 2 files came along; the other stayed in Claude. ChatGPT doesn’t accept 1 file here.');
      expect(await heldBy(next)).toEqual([['report.pdf', 'application/pdf', 3]]);
    }));

  await test.step('files that the first chat shows but no longer holds are counted as staying', () =>
    transfer({ to: { does: 'keeps' }, earlier: [NOTES], files: [REPORT] }, async ({ next, note }) => {
      await expect.poll(() => note.text()).toContain('1 of 2 files came along; the other stayed in Claude.');
      expect((await heldBy(next)).map(([name]) => name)).toEqual(['report.pdf']);
    }));

  await test.step('9 MB come along, and a second file above 10 MB in all is said to stay', () => {
    const files = [fileOf('big.pdf', 'application/pdf', 9_000_000), fileOf('more.pdf', 'application/pdf', 1_000_001)];
    return transfer({ to: { does: 'keeps' }, files }, async ({ next, note }) => {
      await expect
        .poll(() => note.text())
        .toContain(`1 of 2 files came along; the other stayed in Claude. ${english('transfer_files_limit')}`);
      expect(await heldBy(next)).toEqual([['big.pdf', 'application/pdf', 9_000_000]]);
    });
  });
});

test('the note says that files stay where the target has no uploader or refuses them, and where the first chat has emptied its input', async ({
  loopback,
  understudy,
}) => {
  const { page, transfer } = await openClaude({ loopback, understudy });

  for (const [what, to] of [
    ['has no uploader', null],
    ['refuses them', { does: 'refuses' }],
  ] as const) {
    await test.step(`the note says that files stay where the target ${what}`, () =>
      transfer({ to, files: [REPORT] }, async ({ note }) => {
        await expect
          .poll(() => note.text())
          .toContain('Attached files stayed in Claude. ChatGPT doesn’t accept 1 file here.');
        expect(await heldBy(page)).toHaveLength(1);
      }));
  }

  await test.step('the note says that files stay where the first chat has emptied its input', () =>
    transfer({ from: 'clears', to: { does: 'keeps' }, files: [REPORT] }, async ({ next, note }) => {
      await expect.poll(() => note.text()).toContain(english('transfer_files_stay', 'Claude'));
      expect(await heldBy(next)).toEqual([]);
    }));
});
