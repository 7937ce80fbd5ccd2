import { expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { readResponse } from '@/utils/browser/response';

const readWith = (status: number, retryAfter: string | null) =>
  readResponse(new Response('', { status, headers: retryAfter === null ? {} : { 'retry-after': retryAfter } }), NOON);

it.each([
  ['seconds', '120', NOON + 120_000],
  ['zero seconds', '0', NOON],
  ['seconds with surrounding blanks', ' 120 ', NOON + 120_000],
  ['a date', new Date(NOON + 3_600_000).toUTCString(), NOON + 3_600_000],
  ['no header', null, null],
  ['an empty header', '', null],
  ['too many seconds', '99999999999', null],
  ['text', 'after lunch', null],
])('readResponse reads retry-after of a 429 response: %s', async (_, header, retryAt) => {
  expect(await readWith(429, header)).toEqual({ ok: false, failure: { kind: 'rate_limited', retryAt } });
});

const HTML = { 'content-type': 'text/html; charset=UTF-8' };

it.each([202, 403, 405])('readResponse reports a web page with status %i as bot protection', async (status) => {
  const response = new Response('<!doctype html><title>Please wait</title>', { status, headers: HTML });
  expect(await readResponse(response, NOON)).toEqual({ ok: false, failure: { kind: 'challenge' } });
});

it.each<[number, string, object]>([
  [403, 'application/json', { kind: 'http_error', status: 403 }],
  [405, 'text/plain', { kind: 'http_error', status: 405 }],
  [404, 'text/html', { kind: 'http_error', status: 404 }],
  [500, 'text/html', { kind: 'http_error', status: 500 }],
  [429, 'text/html', { kind: 'rate_limited', retryAt: null }],
])('readResponse does not report status %i with %s as bot protection', async (status, type, failure) => {
  const response = new Response('-', { status, headers: { 'content-type': type } });
  expect(await readResponse(response, NOON)).toEqual({ ok: false, failure });
});

it('readResponse reads JSON with status 202', async () => {
  const response = new Response('{}', { status: 202, headers: { 'content-type': 'application/json' } });
  expect(await readResponse(response, NOON)).toEqual({ ok: true, body: '{}' });
});

it('readResponse treats a 503 with a valid retry-after as rate limited, otherwise as an error', async () => {
  const failure = { kind: 'rate_limited', retryAt: NOON + 60_000 };
  expect(await readWith(503, '60')).toEqual({ ok: false, failure });
  expect(await readWith(503, 'soon')).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
  expect(await readWith(503, null)).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
});
