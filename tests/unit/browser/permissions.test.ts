import { beforeEach, expect, it, vi } from 'vitest';

const request = vi.hoisted(() => vi.fn(async () => true));
vi.mock('webextension-polyfill', () => ({ default: { permissions: { request } } }));

const { requestAccess } = await import('@/utils/browser/permissions');

beforeEach(() => request.mockClear());

it.each(['https://status.example.org/*', 'http://localhost/*', 'http://127.0.0.1/*', 'wss://status.example.org/*'])(
  'requestAccess requests %s',
  async (pattern) => {
    expect(await requestAccess([pattern])).toBe(true);
    expect(request).toHaveBeenCalledWith({ origins: [pattern] });
  },
);

it.each([
  'https://*/*',
  'https://*.example.org/*',
  'https://%2A.example.org/*',
  '*://example.org/*',
  'wss://*/*',
  '<all_urls>',
])('requestAccess never requests %s, not even with a single host', async (pattern) => {
  expect(await requestAccess(['https://status.example.org/*', pattern])).toBe(false);
  expect(request).not.toHaveBeenCalled();
});
