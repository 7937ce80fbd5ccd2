import { beforeEach, expect, it, vi } from 'vitest';
import type { ConversationHints, ConversationReading } from '@/utils/model/conversation';

/** What the site answers to each request, and what the page shows. */
let answers: ((answer: ConversationReading | null) => void)[] = [];
let shown: ConversationReading;
vi.mock('@/utils/content/conversation/endpoint', () => ({
  askEndpoint: () => new Promise((answer) => answers.push(answer)),
  READ_ENDPOINTS: {},
}));
vi.mock('@/utils/content/conversation/find-turns', () => ({ findTurns: () => [] }));
vi.mock('@/utils/content/conversation/page-view', () => ({ pageView: () => null }));
vi.mock('@/utils/content/conversation/accumulate', () => ({ accumulate: async () => shown }));

const { readConversation } = await import('@/utils/content/conversation/read-conversation');

const HINTS: ConversationHints = { person: [], assistant: [], endpoint: 'claude' };
const reading = (text: string): ConversationReading => ({
  kind: 'complete',
  turns: [{ from: 'person', text, named: 0 }],
});
const read = () => readConversation(HINTS, '/new');
const go = (pathname: string) => vi.stubGlobal('location', { pathname });

beforeEach(() => {
  answers = [];
  shown = reading('In the page');
  vi.stubGlobal('document', {});
  vi.stubGlobal('understudyReading', undefined);
  go('/chat/1');
});

it('two presses in one conversation share a reading', async () => {
  const both = Promise.all([read(), read()]);
  expect(answers).toHaveLength(1);
  answers[0]?.(reading('One'));
  expect(await both).toEqual([reading('One'), reading('One')]);
});

it('a press in another conversation gets that one, after the reading that runs', async () => {
  const one = read();
  go('/chat/2');
  const two = read();
  expect(answers).toHaveLength(1);
  answers[0]?.(reading('One'));
  expect(await one).toEqual(reading('One'));
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(reading('Two'));
  expect(await two).toEqual(reading('Two'));
});

it('a press in a conversation that was left while another reading ran reads nothing', async () => {
  const one = read();
  go('/chat/2');
  const two = read();
  go('/chat/3');
  answers[0]?.(reading('One'));
  await one;
  expect(await two).toEqual({ kind: 'none', why: 'unreadable' });
});

it.each([
  ['is not read for the one that was asked for', '/chat/1', '/chat/2', { kind: 'none', why: 'unreadable' }],
  ['is read if it is the same, which was new', '/new', '/chat/2', reading('In the page')],
  ['is read if its path has got longer', '/g/1', '/g/1/c/2', reading('In the page')],
])('what the page shows by now %s', async (_, from, to, expected) => {
  go(from);
  const asked = read();
  go(to);
  answers[0]?.(null);
  expect(await asked).toEqual(expected);
});
