import { beforeEach, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({ permissions: { contains: async () => true } }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { fetchDocument, fetchLocal } = await import('@/utils/browser/http');

/** What a browser returns for a redirect in manual mode: neither status nor target is visible. */
const redirect = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
const asked: string[] = [];
const signals = new Set<unknown>();
const answers = new Map<string, () => Response>();

beforeEach(() => {
  asked.length = 0;
  signals.clear();
  answers.clear();
  vi.stubGlobal('fetch', async (url: string, { redirect: mode, signal }: RequestInit) => {
    signals.add(signal);
    expect(mode).toBe('manual');
    asked.push(url);
    return (answers.get(url) ?? redirect)();
  });
});

const read = (url: string, ...hosts: string[]) => fetchDocument({ url, hosts, isCorsOpen: true });
const A = 'https://status.example.org/api/v2/summary.json';
const B = 'https://status.example.com/api/v2/summary.json';

it('fetchDocument reads a document and requests no other host', async () => {
  answers.set(A, () => new Response('{}'));
  expect(await read(A, 'status.example.org', 'status.example.com')).toMatchObject({ ok: true, body: '{}' });
  expect(asked).toEqual([A]);
});

it('fetchDocument measures the time to the response, without that of its body', async () => {
  vi.useFakeTimers();
  const lateBody = {
    pull: (controller: ReadableStreamDefaultController) => {
      vi.advanceTimersByTime(2_000);
      controller.close();
    },
  };
  answers.set(A, () => {
    vi.advanceTimersByTime(300);
    return new Response(new ReadableStream(lateBody, { highWaterMark: 0 }));
  });
  expect(await read(A, 'status.example.org')).toMatchObject({ answeredMs: 300 });
  vi.useRealTimers();
});

it('fetchDocument follows no redirect and reports moved', async () => {
  expect(await read(A, 'status.example.org')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toEqual([A]);
});

it('fetchDocument requests the same document from the other hosts of the page', async () => {
  answers.set(B, () => new Response('{"b":1}'));
  expect(await read(A, 'status.example.org', 'status.example.com')).toMatchObject({ ok: true, body: '{"b":1}' });
  expect(asked).toEqual([A, B]);
});

it('fetchDocument reports moved when every host redirects', async () => {
  expect(await read(A, 'status.example.org', 'status.example.com')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toEqual([A, B]);
});

it('fetchDocument has one time limit for all hosts of the page', async () => {
  await read(A, 'status.example.org', 'status.example.com');
  expect(asked).toHaveLength(2);
  expect(signals.size).toBe(1);
});

it('fetchDocument reports the error of the other host', async () => {
  answers.set(B, () => new Response('', { status: 500 }));
  expect(await read(A, 'status.example.org', 'status.example.com')).toMatchObject({
    ok: false,
    failure: { kind: 'http_error', status: 500 },
  });
});

it('fetchLocal follows no redirect', async () => {
  expect(await fetchLocal('http://localhost:11434/api/tags')).toEqual({ ok: false, failure: { kind: 'moved' } });
  expect(asked).toHaveLength(1);
});
