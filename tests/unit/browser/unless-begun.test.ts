import { beforeEach, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { oncePerBrowserSession } = await import('@/utils/browser/storage');

const begin = vi.fn<() => Promise<void>>();

beforeEach(() => {
  browser.storage = new FakeStorage();
  begin.mockReset().mockResolvedValue();
});

it('oncePerBrowserSession runs once per browser session', async () => {
  await oncePerBrowserSession(begin);
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(1);
  browser.storage = new FakeStorage();
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('oncePerBrowserSession runs again after a failure', async () => {
  begin.mockRejectedValueOnce(new Error('No icon today'));
  await expect(oncePerBrowserSession(begin)).rejects.toThrow();
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('oncePerBrowserSession runs again when the worker was killed while running', async () => {
  begin.mockReturnValueOnce(new Promise(() => undefined));
  void oncePerBrowserSession(begin);
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});
