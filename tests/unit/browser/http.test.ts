import { beforeEach, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({ permissions: { contains: async () => true } }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { fetchDocument, fetchLocal } = await import('@/utils/browser/http');

/** What a browser makes of a redirect that it was told not to follow: neither status nor target can be seen. */
const redirect = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
const asked: string[] = [];
const answers = new Map<string, () => Response>();

beforeEach(() => {
  asked.length = 0;
  answers.clear();
  vi.stubGlobal('fetch', async (url: string, { redirect: mode }: RequestInit) => {
    expect(mode).toBe('manual');
    asked.push(url);
    return (answers.get(url) ?? redirect)();
  });
});

const read = (url: string, ...hosts: string[]) => fetchDocument({ url, hosts, isCorsOpen: true });
const A = 'https://status.example.org/api/v2/summary.json';
const B = 'https://status.example.com/api/v2/summary.json';

it('reads a document where it is, and asks nowhere else', async () => {
  answers.set(A, () => new Response('{}'));
  expect(await read(A, 'status.example.org', 'status.example.com')).toEqual({ ok: true, body: '{}' });
  expect(asked).toEqual([A]);
});

it('follows no redirect: the page has moved', async () => {
  expect(await read(A, 'status.example.org')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toEqual([A]);
});

it('asks the other hosts of the page for the same document', async () => {
  answers.set(B, () => new Response('{"b":1}'));
  expect(await read(A, 'status.example.org', 'status.example.com')).toEqual({ ok: true, body: '{"b":1}' });
  expect(asked).toEqual([A, B]);
});

it('has moved where every host of the page redirects', async () => {
  expect(await read(A, 'status.example.org', 'status.example.com')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toEqual([A, B]);
});

it('says what the other host answered when that is no redirect', async () => {
  answers.set(B, () => new Response('', { status: 500 }));
  expect(await read(A, 'status.example.org', 'status.example.com')).toMatchObject({
    ok: false,
    failure: { kind: 'http_error', status: 500 },
  });
});

it('follows no redirect of a program on this machine', async () => {
  expect(await fetchLocal('http://localhost:11434/api/tags')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toHaveLength(1);
});
