import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_SITES } from '@/tests/world/chat-sites/world-sites';
import { claudeOutage } from '@/tests/world/scenarios/claude-outage';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { askWorld } from './ask-world';

let world: World;
beforeAll(async () => {
  world = await startWorld({ scenario: claudeOutage });
});
afterEach(() => {
  world.seek(0);
  for (const { host } of WORLD_SITES) world.overrideSite(host, null);
});
afterAll(() => world.close());

describe.each(WORLD_SITES)('the stand-in for $host', ({ host, chatPath, composer, newPaths, sendPath, answer }) => {
  const send = () => askWorld(world, `https://${host}${sendPath}`, { method: 'POST' });

  it.each([chatPath, ...newPaths])('serves %s under a strict policy', async (path) => {
    const { status, headers, body } = await askWorld(world, `https://${host}${path}`);
    const policy = String(headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(body).toContain(`<script type="module" nonce="${nonce}">`);
    expect(body).toContain(composer === 'rich' ? 'class="ProseMirror"' : '<textarea');
  });

  it('can drop its page, or answer a status for it', async () => {
    world.overrideSite(host, { load: { kind: 'dropped' } });
    await expect(askWorld(world, `https://${host}/`)).rejects.toThrow();
    world.overrideSite(host, { load: { kind: 'status', status: 503 } });
    expect((await askWorld(world, `https://${host}/`)).status).toBe(503);
    expect((await send()).status).toBe(200);
  });

  it('answers a message word by word', async () => {
    const { headers, body } = await send();
    expect(headers['content-type']).toBe('text/event-stream');
    const words = [...body.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as { text: string });
    expect(words.map(({ text }) => text).join('')).toBe(answer);
  });

  it.each([529, 500, 429, 401])('can answer a message with %i', async (status) => {
    world.overrideSite(host, { send: { kind: 'status', status } });
    expect((await send()).status).toBe(status);
    expect((await askWorld(world, `https://${host}/`)).status).toBe(200);
  });

  it('can drop a message, or leave it without an answer', async () => {
    world.overrideSite(host, { send: { kind: 'dropped' } });
    await expect(send()).rejects.toThrow(/hang up|ECONNRESET/);
    world.overrideSite(host, { send: { kind: 'hang' } });
    const hanging = askWorld(world, `https://${host}${sendPath}`, { method: 'POST', timeoutMs: 50 });
    await expect(hanging).rejects.toThrow(/abort/);
    expect(world.requests.at(-1)?.status).toBeNull();
  });
});

it('fails sends by the scenario', async () => {
  world.seek(60_000);
  const path = '/api/organizations/a/chat_conversations/b/completion';
  expect((await askWorld(world, `https://claude.ai${path}`, { method: 'POST' })).status).toBe(529);
});
