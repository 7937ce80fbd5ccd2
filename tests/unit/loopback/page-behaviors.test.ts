import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PageBehavior } from '@/tests/loopback/behavior';
import type { Loopback } from '@/tests/loopback/loopback';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { identifyPage } from '@/utils/platforms/detect';
import { explainBody } from '@/utils/platforms/read-body';
import { type Ask, abortUnanswered, askLoopback } from './ask-loopback';

const HOST = 'status.claude.com';
const SUMMARY = `https://${HOST}/api/v2/summary.json`;

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy });
});
afterEach(() => loopback.override(HOST, null));
afterAll(() => loopback.close());

function ask(behavior: PageBehavior, how: Ask = {}) {
  loopback.override(HOST, behavior);
  return askLoopback(loopback, SUMMARY, how);
}

describe('a misbehaving loopback page', () => {
  it('returns HTML instead of JSON', async () => {
    const { status, headers, body } = await ask({ kind: 'html' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toMatch(/^<!doctype html>/);
  });

  it('drops the connection', async () => {
    await expect(ask({ kind: 'dropped' })).rejects.toThrow(/hang up|ECONNRESET/);
    expect(loopback.requests.at(-1)?.status).toBeNull();
  });

  it('stalls after the headers', async () => {
    loopback.override(HOST, { kind: 'stalled' });
    expect((await abortUnanswered(loopback, SUMMARY)).status).toBe(200);
  });

  it('is slow but correct', async () => {
    loopback.override(HOST, { kind: 'slow', delayMs: 600_000 });
    expect((await abortUnanswered(loopback, SUMMARY)).status).toBeNull();
    expect((await ask({ kind: 'slow', delayMs: 1 })).status).toBe(200);
  });

  it('truncates the JSON', async () => {
    const { headers, body } = await ask({ kind: 'truncated' });
    expect(headers['content-type']).toMatch(/json/);
    expect(body.startsWith('{')).toBe(true);
    expect(() => JSON.parse(body)).toThrow();
  });

  it('returns an error status and retry-after', async () => {
    const bare = await ask({ kind: 'status', status: 500 });
    expect([bare.status, bare.headers['retry-after']]).toEqual([500, undefined]);
    expect(bare.headers['access-control-allow-origin']).toBe('*');
    const { status, headers } = await ask({ kind: 'status', status: 429, retryAfterSeconds: 120 });
    expect([status, headers['retry-after']]).toEqual([429, '120']);
  });

  it('returns a sign-in page or a challenge with status 200', async () => {
    for (const kind of ['sign-in', 'open-challenge'] as const) {
      const { status, headers, body } = await ask({ kind });
      expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
      expect(explainBody(body)).toBe(kind === 'sign-in' ? 'sign_in' : 'challenge');
    }
  });

  it('returns an older copy', async () => {
    const updatedAt = async (behavior: PageBehavior) =>
      Date.parse(JSON.parse((await ask(behavior)).body).page.updated_at);
    const byMs = 30 * 86_400_000;
    expect((await updatedAt({ kind: 'well' })) - (await updatedAt({ kind: 'older-copy', byMs }))).toBeGreaterThan(
      byMs / 2,
    );
  });

  it('returns the page of another platform', async () => {
    expect(identifyPage((await ask({ kind: 'incidentio' })).body, HOST)?.platform).toBe('incidentio');
  });

  it('redirects', async () => {
    const { status, headers } = await ask({ kind: 'redirect', to: 'https://elsewhere.example/' });
    expect([status, headers.location]).toEqual([302, 'https://elsewhere.example/']);
  });

  it('returns a challenge with status 403', async () => {
    const { status, headers } = await ask({ kind: 'challenge' });
    expect([status, headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  it('returns JSON with the wrong content type', async () => {
    const { headers, body } = await ask({ kind: 'wrong-type' });
    expect([headers['content-type'], headers.etag]).toEqual(['text/plain', undefined]);
    expect(JSON.parse(body)).toHaveProperty('page.id', 'tymt9n04zgry');
  });

  it('returns no components', async () => {
    expect(JSON.parse((await ask({ kind: 'empty' })).body)).toHaveProperty('components', []);
  });

  it('returns another page id', async () => {
    const { page } = JSON.parse((await ask({ kind: 'wrong-page' })).body) as { page: { id: string } };
    expect(page.id).not.toBe('tymt9n04zgry');
  });

  it('sends an endless body', async () => {
    await expect(ask({ kind: 'endless' }, { maxBytes: 1_000_000 })).rejects.toThrow('too large');
  });

  it('follows the scenario again after the override is removed', async () => {
    await ask({ kind: 'status', status: 500 });
    loopback.override(HOST, null);
    expect((await askLoopback(loopback, SUMMARY)).status).toBe(200);
  });
});
