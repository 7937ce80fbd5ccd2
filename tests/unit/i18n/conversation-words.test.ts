import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import {
  amountWords,
  conversationFile,
  conversationText,
  extentWords,
  planConversation,
  transferredConversation,
} from '@/utils/i18n/conversation-words';
import { type Conversation, type ConversationExtent, extentOf, roomFor, type Turn } from '@/utils/model/conversation';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';

const SPEECH = englishAt(NOON);
const turnsOf = (count: number, length = 100): Turn[] =>
  Array.from({ length: count }, (_, index) => ({
    from: index % 2 === 0 ? ('person' as const) : ('assistant' as const),
    text: `${index + 1} `.padEnd(length, 'x'),
    named: 0,
  }));
const complete = (count: number): Conversation => ({ kind: 'complete', turns: turnsOf(count) });
const ALL: ConversationExtent = { taken: 26, read: 26, total: 26, isEnd: true, stoppedBy: null, named: 0 };

describe('how much goes along', () => {
  it.each<[string, Partial<ConversationExtent>, string]>([
    ['everything', {}, 'Included: 26 of 26 messages.'],
    ['a single message', { taken: 1, read: 1, total: 1 }, 'Included: 1 of 1 message.'],
    [
      'what the page holds',
      { taken: 14, read: 14, stoppedBy: 'page' },
      'Included: the last 14 of 26 messages. The page holds no more.',
    ],
    [
      'messages with a gap',
      { taken: 14, read: 14, isEnd: false, stoppedBy: 'page' },
      'Included: 14 of 26 messages. The page holds no more.',
    ],
    ['what fits', { taken: 14 }, 'Included: the last 14 of 26 messages. The rest is too long for ChatGPT.'],
    [
      'what fits of what the page holds',
      { taken: 14, read: 20, stoppedBy: 'page' },
      'Included: the last 14 of 26 messages. The rest is too long for ChatGPT. The page holds no more.',
    ],
    ['an unknown total', { total: null }, 'Included: 26 messages. The page doesn’t say how many there are.'],
    [
      'what fits of an unknown total',
      { total: null, taken: 14 },
      'Included: the last 14 messages. The rest is too long for ChatGPT. The page doesn’t say how many there are.',
    ],
    [
      'what fits of what was read up to a limit',
      { taken: 300, read: 2_000, total: null, stoppedBy: 'limit' },
      'Included: the last 300 messages. The rest is too long for ChatGPT.',
    ],
    [
      'what fits of messages with gaps, in an unknown total',
      { taken: 14, total: null, isEnd: false, stoppedBy: 'unrecognized' },
      'Included: 14 messages. The rest is too long for ChatGPT. The rest isn’t recognized as messages.',
    ],
    [
      'a limit of the reader',
      { taken: 2_000, read: 2_000, total: null, stoppedBy: 'limit' },
      'Included: the last 2,000 messages. Understudy stops reading there.',
    ],
    [
      'a page that jumps',
      { total: null, stoppedBy: 'lost' },
      'Included: the last 26 messages. Earlier messages couldn’t be read.',
    ],
    ['named files', { named: 3 }, 'Included: 26 of 26 messages. 3 images and files are named but not included.'],
  ])('is said for %s', (_, over, said) => {
    expect(extentWords('included', { ...ALL, ...over }, 'ChatGPT', SPEECH)).toBe(said);
  });
});

describe('the text for a target', () => {
  const transfer = (conversation: Conversation, room: number, draft = 'My draft') =>
    transferredConversation(conversation, { name: 'Claude', draft, room }, SPEECH);

  it('has one heading line, the messages by name, and the draft at the end', () => {
    const turns: Turn[] = [
      { from: 'person', text: 'Why?', named: 0 },
      { from: 'assistant', text: 'Because.', named: 0 },
    ];
    const { text, extent } = transfer({ kind: 'complete', turns }, 10_000);
    expect(text).toBe(
      'Conversation from Claude, 2 of 2 messages:\n\n### You\n\nWhy?\n\n### Claude\n\nBecause.\n\n---\n\nMy draft',
    );
    expect(extent).toEqual({ ...ALL, taken: 2, read: 2, total: 2 });
  });

  it('has no rule without a draft', () => {
    expect(transfer(complete(1), 10_000, '').text.endsWith('x')).toBe(true);
  });

  it('is cut from the oldest message on, fits, and says how much it is', () => {
    const { text, extent } = transfer(complete(26), 1_600);
    expect(text.length).toBeLessThanOrEqual(1_600);
    expect(extent.taken).toBeLessThan(26);
    expect(text.startsWith(`Conversation from Claude, the last ${extent.taken} of 26 messages:`)).toBe(true);
    const numbers = [...text.matchAll(/^(\d+) x/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: extent.taken }, (_, index) => 27 - extent.taken + index));
  });

  it('fits for every room in which a message fits', () => {
    for (let room = 400; room < 4_000; room += 37)
      expect(transfer(complete(26), room).text.length).toBeLessThanOrEqual(room);
  });

  it('is everything, and too long, if not even the last message fits', () => {
    const { text, extent } = transfer(complete(26), 120);
    expect(extent).toEqual(ALL);
    expect(text.length).toBeGreaterThan(120);
  });

  it('counts only files of the messages that go along', () => {
    const turns = turnsOf(26).map((turn, index) => ({ ...turn, named: index === 0 ? 2 : 0 }));
    expect(transfer({ kind: 'complete', turns }, 1_600).extent.named).toBe(0);
    expect(transfer({ kind: 'complete', turns }, 100_000).extent.named).toBe(2);
  });
});

it('a file with everything that was read is planned where the text is not filled in, and never for a private window', () => {
  const url = 'https://chatgpt.com/';
  const plan = (isGranted: boolean, isPrivate: boolean, length = 100) => {
    const target = conversationTarget({ url, prefill: null, maxMessage: 1_000 }, isGranted);
    const conversation: Conversation = { kind: 'complete', turns: turnsOf(26, length) };
    return planConversation(conversation, { name: 'Claude', draft: '', target, isPrivate }, SPEECH);
  };
  expect(plan(true, false)).toMatchObject({ file: null, extent: { read: 26 } });
  expect(plan(true, false).text.length).toBeLessThanOrEqual(850);
  expect(plan(false, false).file?.text).toContain('26 of 26 messages');
  // Not even the last message fits.
  expect(plan(true, false, 2_000).file?.text).toContain('26 of 26 messages');
  expect(plan(false, true).file).toBeNull();
});

it('roomFor leaves a margin, and assumes a small limit where none is known', () => {
  expect(roomFor(10_000)).toBe(8_500);
  expect(roomFor(null)).toBe(34_000);
});

it('the file has a title, and says how much it holds', () => {
  const conversation: Conversation = {
    kind: 'partial',
    turns: turnsOf(2, 10),
    total: 26,
    isEnd: true,
    stoppedBy: 'page',
  };
  expect(conversationFile(conversation, 'Claude', SPEECH).text).toBe(
    '# Conversation in Claude\n\nIncluded: the last 2 of 26 messages. The page holds no more.\n\n' +
      '### You\n\n1 xxxxxxxx\n\n### Claude\n\n2 xxxxxxxx\n',
  );
  expect(conversationText(conversation, 'Claude', SPEECH)).toContain(amountWords(extentOf(conversation), SPEECH));
  expect(conversationFile(conversation, 'Microsoft Copilot', SPEECH).name).toMatch(
    /^conversation-microsoft-copilot-\d{4}-\d\d-\d\d\.md$/,
  );
});
