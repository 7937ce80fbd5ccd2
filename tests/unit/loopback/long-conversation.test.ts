import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chatgptSite } from '@/tests/loopback/chat-sites/chatgpt-site';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import { type LongConversation, longTurns, markdownOfTurn } from '@/tests/loopback/chat-sites/long-conversation';
import type { Loopback } from '@/tests/loopback/loopback';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { READ_ENDPOINTS } from '@/utils/content/conversation/endpoint';
import { askLoopback } from './ask-loopback';

const LONG: LongConversation = { shape: 'by-index', count: 200, length: 400_000, endpoint: 'well' };
const SITES = [
  ['claude', claudeSite],
  ['chatgpt', chatgptSite],
] as const;

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy });
});
afterEach(() => {
  for (const [, { host }] of SITES) loopback.overrideSite(host, null);
});
afterAll(() => loopback.close());

const ask = (path: string, host: string, conversation: LongConversation) => {
  loopback.overrideSite(host, { load: { kind: 'well', conversation } });
  return askLoopback(loopback, `https://${host}${path}`);
};

it('a long conversation has its messages and its length', () => {
  const turns = longTurns(LONG);
  expect(turns).toHaveLength(200);
  expect(turns.map(markdownOfTurn).join('').length).toBeGreaterThan(400_000);
});

it.each(SITES)('the endpoint of %s answers with the conversation of its page', async (id, { host, chatPath, read }) => {
  const { body } = await ask(read?.path ?? '', host, LONG);
  const endpoint = READ_ENDPOINTS[id];
  const conversation = endpoint.parse(endpoint.idIn(chatPath) ?? '', JSON.parse(body));
  expect(conversation).toEqual({
    kind: 'complete',
    turns: longTurns(LONG).map((turn) => ({ from: turn.from, text: markdownOfTurn(turn), named: 0 })),
  });
});

it.each(SITES)('the endpoint of %s can be down, or answer for another site', async (id, { host, chatPath, read }) => {
  const endpoint = READ_ENDPOINTS[id];
  expect((await ask(read?.path ?? '', host, { ...LONG, endpoint: 'down' })).status).toBe(503);
  const { body } = await ask(read?.path ?? '', host, { ...LONG, endpoint: 'foreign' });
  expect(endpoint.parse(endpoint.idIn(chatPath) ?? '', JSON.parse(body))).toBeNull();
});

it('an empty conversation and the endpoint without a long one are those of before', async () => {
  const { body } = await ask(claudeSite.newPaths[0], claudeSite.host, LONG);
  expect(body).not.toContain('data-rows');
  loopback.overrideSite(claudeSite.host, null);
  expect((await askLoopback(loopback, `https://claude.ai${claudeSite.read?.path}`)).status).toBe(404);
});
