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

it('readResponse treats a 503 with a valid retry-after as rate limited, otherwise as an error', async () => {
  const failure = { kind: 'rate_limited', retryAt: NOON + 60_000 };
  expect(await readWith(503, '60')).toEqual({ ok: false, failure });
  expect(await readWith(503, 'soon')).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
  expect(await readWith(503, null)).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
});
