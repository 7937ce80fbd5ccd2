import { expect, it, vi } from 'vitest';

const contains = vi.hoisted(() => vi.fn(async () => true));
vi.mock('webextension-polyfill', () => ({ default: { permissions: { contains } } }));

const { probeSite } = await import('@/utils/browser/page-requests');

it('probeSite requests nothing when the permission cannot be read', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  contains.mockRejectedValueOnce(new Error('No answer'));
  expect(await probeSite('https://claude.ai/new')).toEqual({ kind: 'not_allowed' });
  expect(fetched).not.toHaveBeenCalled();
});
