import { expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { readResponse } from '@/utils/browser/response';

const readWith = (status: number, retryAfter: string | null) =>
  readResponse(new Response('', { status, headers: retryAfter === null ? {} : { 'retry-after': retryAfter } }), NOON);

it.each([
  ['seconds', '120', NOON + 120_000],
  ['no second at all', '0', NOON],
  ['seconds between blanks', ' 120 ', NOON + 120_000],
  ['a date', new Date(NOON + 3_600_000).toUTCString(), NOON + 3_600_000],
  ['nothing', null, null],
  ['nothing, said', '', null],
  ['more seconds than anybody means', '99999999999', null],
  ['words', 'after lunch', null],
])('a page that turns away and says when to come back by %s is heard', async (_, header, retryAt) => {
  expect(await readWith(429, header)).toEqual({ ok: false, failure: { kind: 'rate_limited', retryAt } });
});

it('one that is down and says when to come back is left alone as well, and one that does not say is just down', async () => {
  const failure = { kind: 'rate_limited', retryAt: NOON + 60_000 };
  expect(await readWith(503, '60')).toEqual({ ok: false, failure });
  expect(await readWith(503, 'soon')).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
  expect(await readWith(503, null)).toEqual({ ok: false, failure: { kind: 'http_error', status: 503 } });
});
