import { beforeEach, expect, it, vi } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';
import { startSession } from '@/utils/app/round';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { oncePerBrowserSession } = await import('@/utils/browser/storage');

const begin = vi.fn<() => Promise<void>>();

beforeEach(() => {
  browser.storage = new FakeStorage();
  begin.mockReset().mockResolvedValue();
});

it('oncePerBrowserSession runs once per browser session', async () => {
  await oncePerBrowserSession('sessionInitialized', begin);
  await oncePerBrowserSession('sessionInitialized', begin);
  expect(begin).toHaveBeenCalledTimes(1);
  browser.storage = new FakeStorage();
  await oncePerBrowserSession('sessionInitialized', begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('oncePerBrowserSession runs again after a failure', async () => {
  begin.mockRejectedValueOnce(new Error('No icon today'));
  await expect(oncePerBrowserSession('sessionInitialized', begin)).rejects.toThrow();
  await oncePerBrowserSession('sessionInitialized', begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('oncePerBrowserSession runs again when the worker was killed while running', async () => {
  begin.mockReturnValueOnce(new Promise(() => undefined));
  void oncePerBrowserSession('sessionInitialized', begin);
  await oncePerBrowserSession('sessionInitialized', begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('a start that is repeated after a failed round keeps the tabs of drafts typed since', async () => {
  const fake = new FakeBrowser();
  fake.options = { ...fake.options, keepsDrafts: true };
  const full = { ...fake.ports(), writeStatus: () => Promise.reject(new Error('No room')) };
  await expect(startSession(full, createMutex(), oncePerBrowserSession)).rejects.toThrow();
  fake.drafts = {
    ...fake.drafts,
    saved: [{ state: 'typed', assistantId: 'claude', tabId: 7, text: 'Half', at: NOON }],
  };
  await startSession(fake.ports(), createMutex(), oncePerBrowserSession);
  expect(fake.drafts.saved.map(({ tabId }) => tabId)).toEqual([7]);
});
