import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { answerSite } from '@/utils/app/commands';
import { handOverFiles } from '@/utils/app/continue-elsewhere';
import { endTransfer, fillInstruction } from '@/utils/app/draft-transfers';
import type { TransferredFile } from '@/utils/model/drafts';

const CHATGPT = 'https://chatgpt.com/';
/** The tab that "Continue in …" opens: the fake browser numbers its tabs from 1. */
const TAB = 1;
const ORIGIN = 9;
const fileNamed = (name: string): TransferredFile => ({ name, type: 'text/plain', base64: 'YQ==' });
const TWO = [fileNamed('a.txt'), fileNamed('b.txt')];
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  browser.files = { files: TWO, total: 2, isLimited: false };
});

const press = (hasFiles: boolean, isPrivate = false, ports = browser.ports()) =>
  answerSite(
    ports,
    { address: 'https://claude.ai/chat/1', tabId: ORIGIN, isPrivate },
    { type: 'continue', to: 'chatgpt', draft: 'Read these', hasFiles },
  );
const idOf = () => browser.latestTransfer?.id ?? 0;
const handOver = (tabId = TAB, address = CHATGPT, id = idOf()) => handOverFiles(browser.ports(), tabId, address, id);

describe('files in the composer', () => {
  it('are remembered by their tab when "Continue in …" is pressed, and only if there are some', async () => {
    await press(false);
    expect(browser.heldFiles).toEqual([]);
    browser.now += 2_000;
    await press(true);
    expect(browser.heldFiles).toEqual([{ tabId: ORIGIN, id: idOf() }]);
  });

  it('are not remembered if the target cannot be filled in, and are said to stay', async () => {
    const hasAccess = async (patterns: readonly string[]) => patterns.every((one) => one.includes('claude.ai'));
    expect(await press(true, false, { ...browser.ports(), hasAccess })).toMatchObject({
      copied: expect.stringContaining(english('transfer_files_stay', 'Claude')),
    });
    expect(browser.heldFiles).toEqual([]);
  });

  it('go to the tab that was opened for them, and to no other', async () => {
    await press(true);
    expect(await handOver(TAB + 1)).toBeNull();
    expect(await handOver(TAB, 'https://claude.ai/new')).toBeNull();
    expect(await handOver(TAB, CHATGPT, idOf() + 1)).toBeNull();
    expect(await handOver()).toMatchObject({ files: TWO });
  });

  it('are handed over once, and are then no longer said to stay', async () => {
    await press(true);
    await handOver();
    expect(await handOver()).toBeNull();
    expect(await fillInstruction(browser.ports(), TAB, CHATGPT)).toMatchObject({ filesStay: null });
  });

  it('are never stored', async () => {
    await press(true);
    await handOver();
    expect(JSON.stringify(browser.drafts)).not.toContain('a.txt');
  });

  it('come along from a private window too', async () => {
    await press(true, true);
    expect(await handOver()).toMatchObject({ files: TWO });
  });

  it('are not handed over after the transfer has ended or expired', async () => {
    await press(true);
    const id = idOf();
    await endTransfer(browser.ports(), TAB, CHATGPT, { id, outcome: 'exact' });
    expect(await handOver(TAB, CHATGPT, id)).toBeNull();
    browser.now += 2_000;
    await press(true);
    browser.now += 11 * 60_000;
    expect(await handOverFiles(browser.ports(), 2, CHATGPT, idOf())).toBeNull();
  });
});

describe('the sentence about files', () => {
  const saidFor = async (count: number) => {
    await press(true);
    return (await handOver())?.said[count];
  };

  it('counts those that came along', async () => {
    expect(await saidFor(2)).toBe('2 files came along.');
  });

  it('names a single one', async () => {
    browser.files = { files: [fileNamed('a.txt')], total: 1, isLimited: false };
    expect(await saidFor(1)).toBe('1 file came along.');
  });

  it('says how many of them the target did not accept', async () => {
    expect(await saidFor(1)).toBe(
      '1 of 2 files came along; the other stayed in Claude. ChatGPT doesn’t accept 1 file here.',
    );
  });

  it('says that all stayed because the target accepts none', async () => {
    expect(await saidFor(0)).toBe('Attached files stayed in Claude. ChatGPT doesn’t accept 2 files here.');
  });

  it('says that others were too large', async () => {
    browser.files = { files: TWO, total: 3, isLimited: true };
    expect(await saidFor(2)).toBe(
      '2 of 3 files came along; the other stayed in Claude. At most 10 files with 10 MB in all come along.',
    );
  });

  it('counts files that the page showed but no longer held', async () => {
    browser.files = { files: [fileNamed('a.txt')], total: 3, isLimited: false };
    expect(await saidFor(1)).toBe('1 of 3 files came along; the other 2 stayed in Claude.');
  });

  it('says that all stayed if the page holds none', async () => {
    browser.files = { files: [], total: 2, isLimited: false };
    expect(await saidFor(0)).toBe('Attached files stayed in Claude.');
  });
});
