import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { copilotSite } from '@/tests/loopback/chat-sites/copilot-site';
import { geminiSite } from '@/tests/loopback/chat-sites/gemini-site';
import { LOOPBACK_SITES } from '@/tests/loopback/chat-sites/loopback-sites';
import { sendUrl } from '@/tests/loopback/chat-sites/send-url';
import type { Loopback } from '@/tests/loopback/loopback';
import { CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { claudeOutage } from '@/tests/loopback/scenarios/claude-outage';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { abortUnanswered, askLoopback } from './ask-loopback';

/** Answers stream faster than a person reads, because these tests wait for many of them. */
const WORD_MS = 1;
const FAST = { from: 0, until: null, behavior: { kind: 'well', wordMs: WORD_MS } } as const;

/** The outage of Claude, with fast answers everywhere. */
const SCENARIO: Scenario = {
  ...claudeOutage,
  sites: Object.fromEntries(
    LOOPBACK_SITES.map(({ host }) => {
      const { loads, sends } = claudeOutage.sites[host] ?? CALM_SITE;
      return [host, { loads, sends: [FAST, ...sends] }];
    }),
  ),
};

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: SCENARIO });
});
afterEach(() => {
  loopback.seek(0);
  for (const { host } of LOOPBACK_SITES) loopback.overrideSite(host, null);
});
afterAll(() => loopback.close());

const COMPOSERS = { rich: 'class="ProseMirror"', quill: 'class="ql-editor"', plain: '<textarea' };

describe.each(LOOPBACK_SITES)('the stand-in for $host', (site) => {
  const { host, chatPath, composer, newPaths, answer } = site;
  const url = sendUrl(site).href;
  const send = () => askLoopback(loopback, url, { method: 'POST' });

  it.each([chatPath, ...newPaths])('serves %s under a strict content security policy', async (path) => {
    const { status, headers, body } = await askLoopback(loopback, `https://${host}${path}`);
    const policy = String(headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(body).toContain(`<script type="module" nonce="${nonce}">`);
    expect(body).toContain(COMPOSERS[composer]);
  });

  it('can drop its page or answer with a status', async () => {
    loopback.overrideSite(host, { load: { kind: 'dropped' } });
    await expect(askLoopback(loopback, `https://${host}/`)).rejects.toThrow();
    loopback.overrideSite(host, { load: { kind: 'status', status: 503 } });
    expect((await askLoopback(loopback, `https://${host}/`)).status).toBe(503);
    expect((await send()).status).toBe(200);
  });

  it('streams the answer to a message word by word', async () => {
    const { headers, body } = await send();
    expect(headers['content-type']).toBe('text/event-stream');
    const words = [...body.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as { text: string });
    expect(words.map(({ text }) => text).join('')).toBe(answer);
  });

  it.each([529, 500, 429, 401])('can answer a message with %i', async (status) => {
    loopback.overrideSite(host, { send: { kind: 'status', status } });
    expect((await send()).status).toBe(status);
    expect((await askLoopback(loopback, `https://${host}/`)).status).toBe(200);
  });

  it('can end a stream at once or in its middle, or begin it late', async () => {
    loopback.overrideSite(host, { send: { kind: 'error-event' } });
    expect(await send()).toMatchObject({ status: 200, body: expect.stringMatching(/^event: error\n/) });
    loopback.overrideSite(host, { send: { kind: 'empty' } });
    expect(await send()).toMatchObject({ status: 200, body: '' });
    loopback.overrideSite(host, { send: { kind: 'cut' } });
    await expect(send()).rejects.toThrow();
    loopback.overrideSite(host, { send: { kind: 'slow', delayMs: 20, wordMs: WORD_MS } });
    expect((await send()).body).toContain('data: ');
  });

  it('can drop a message or leave it unanswered', async () => {
    loopback.overrideSite(host, { send: { kind: 'dropped' } });
    await expect(send()).rejects.toThrow(/hang up|ECONNRESET/);
    loopback.overrideSite(host, { send: { kind: 'hang' } });
    expect((await abortUnanswered(loopback, url, { method: 'POST' })).status).toBeNull();
  });
});

it('the stand-in for claude.ai fails messages according to the scenario', async () => {
  loopback.seek(60_000);
  const path = '/api/organizations/a/chat_conversations/b/completion';
  expect((await askLoopback(loopback, `https://claude.ai${path}`, { method: 'POST' })).status).toBe(529);
});

describe('the stand-in for github.com', () => {
  const { href } = sendUrl(copilotSite);

  it('has its composer only on the chat page', async () => {
    const { body } = await askLoopback(loopback, 'https://github.com/');
    const [page, stash] = body.split('<template');
    expect(page).not.toContain('<textarea');
    expect(page).toContain('<a data-soft href="/copilot">');
    expect(stash).toContain('<textarea');
    expect((await askLoopback(loopback, 'https://github.com/copilot')).body.split('<template')[0]).toContain(
      '<textarea',
    );
  });

  it('accepts messages on a separate host that allows only its own pages', async () => {
    const asked = await askLoopback(loopback, href, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-headers']).toContain('content-type');
    for (const send of [{ kind: 'well' }, { kind: 'status', status: 503 }] as const) {
      loopback.overrideSite('github.com', { send });
      const { headers } = await askLoopback(loopback, href, { method: 'POST' });
      expect(headers['access-control-allow-origin']).toBe('https://github.com');
    }
  });

  it('answers 404 on other paths and hosts', async () => {
    const { origin, pathname } = sendUrl(copilotSite);
    expect((await askLoopback(loopback, `${origin}/copilot`)).status).toBe(404);
    expect((await askLoopback(loopback, `https://github.com${pathname}`, { method: 'POST' })).status).toBe(404);
  });
});

it('the stand-in for Gemini accepts messages for several accounts', async () => {
  const path = sendUrl(geminiSite).pathname;
  expect((await askLoopback(loopback, `https://gemini.google.com/u/1${path}?rt=c`, { method: 'POST' })).status).toBe(
    200,
  );
});
