import { beforeEach, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { unlessBegun } = await import('@/utils/browser/unless-begun');

const begin = vi.fn<() => Promise<void>>();

beforeEach(() => {
  browser.storage = new FakeStorage();
  begin.mockReset().mockResolvedValue();
});

it('is begun once, until the browser forgets the session', async () => {
  await unlessBegun(begin);
  await unlessBegun(begin);
  expect(begin).toHaveBeenCalledTimes(1);
  browser.storage = new FakeStorage();
  await unlessBegun(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('a beginning that failed is made again by the next worker', async () => {
  begin.mockRejectedValueOnce(new Error('No icon today'));
  await expect(unlessBegun(begin)).rejects.toThrow();
  await unlessBegun(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});

it('a worker that died half-way has not begun', async () => {
  begin.mockReturnValueOnce(new Promise(() => undefined));
  void unlessBegun(begin);
  await unlessBegun(begin);
  expect(begin).toHaveBeenCalledTimes(2);
});
