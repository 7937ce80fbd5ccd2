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

it('is begun once, until the browser forgets the session', async () => {
  await oncePerBrowserSession(begin);
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(1);
  browser.storage = new FakeStorage();
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('a beginning that failed is made again by the next worker', async () => {
  begin.mockRejectedValueOnce(new Error('No icon today'));
  await expect(oncePerBrowserSession(begin)).rejects.toThrow();
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('a worker that died half-way has not begun', async () => {
  begin.mockReturnValueOnce(new Promise(() => undefined));
  void oncePerBrowserSession(begin);
  await oncePerBrowserSession(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});
