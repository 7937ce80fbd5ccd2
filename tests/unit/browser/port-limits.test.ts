import { expect, it, vi } from 'vitest';
import { FakeBrowser } from '@/tests/fakes/fake-ports';

const neverSettles = () => new Promise<never>(() => undefined);
const browser = { scripting: { getRegisteredContentScripts: neverSettles } };
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { placeBanners } = await import('@/utils/browser/banners');
const { boundedPorts } = await import('@/utils/browser/real-ports');

it('a browser that never answers about scripts ends placeBanners without a failed call', async () => {
  vi.useFakeTimers();
  const onFailure = vi.fn<(call: string) => void>();
  const placed = boundedPorts({ ...new FakeBrowser().ports(), placeBanners }, onFailure).placeBanners([]);
  // It may reject before it is awaited.
  placed.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(placed).resolves.toBeUndefined();
  expect(onFailure).not.toHaveBeenCalled();
  vi.useRealTimers();
});
