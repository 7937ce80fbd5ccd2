import { describe, expect, it } from 'vitest';
import { READ_ENDPOINTS } from '@/utils/content/conversation/endpoint';
import { checkAgainstPage, withinLimits } from '@/utils/content/conversation/read-conversation';
import type { Conversation, Turn } from '@/utils/model/conversation';

const { claude, chatgpt } = READ_ENDPOINTS;
const ID = '8c2d9e74-1b35-4f6a-a0c7-2e9d3b5f7a60';
const ORGANIZATION = '3f1b6c52-7a0e-4c1d-9d2a-5b8e0f4a6c11';
const ROOT = '00000000-0000-4000-8000-000000000000';

const person = (text: string): Turn => ({ from: 'person', text, named: 0 });
const assistant = (text: string): Turn => ({ from: 'assistant', text, named: 0 });

describe('the endpoint of claude.ai', () => {
  const message = (uuid: string, parent: string, sender: string, over: object = {}) => ({
    uuid,
    parent_message_uuid: parent,
    sender,
    text: '',
    content: [{ type: 'text', text: `Text of ${uuid}` }],
    ...over,
  });
  const answer = (messages: object[], leaf: string, over: object = {}) => ({
    uuid: ID,
    current_leaf_message_uuid: leaf,
    chat_messages: messages,
    ...over,
  });
  const PAIR = [message('a', ROOT, 'human'), message('b', 'a', 'assistant')];

  it('is known by the address of the page and by what the page itself requested', () => {
    expect(claude.idIn(`/chat/${ID}`)).toBe(ID);
    expect(claude.idIn('/new')).toBeNull();
    expect(claude.idIn('/chat/../admin')).toBeNull();
    expect(claude.pathOf(ID, ['https://claude.ai/api/account'])).toBeNull();
    const own = `https://claude.ai/api/organizations/${ORGANIZATION}/chat_conversations/${ID}?tree=True`;
    const other = `https://claude.ai/api/organizations/${ID}/usage`;
    expect(claude.pathOf(ID, [own, other])).toBe(
      `/api/organizations/${ORGANIZATION}/chat_conversations/${ID}?tree=True&rendering_mode=messages`,
    );
  });

  it('follows the branch of the page and leaves out abandoned answers', () => {
    const messages = [...PAIR, message('c', 'a', 'assistant'), message('d', 'c', 'human')];
    expect(claude.parse(ID, answer(messages, 'd'))).toEqual({
      kind: 'complete',
      turns: [person('Text of a'), assistant('Text of c'), person('Text of d')],
    });
  });

  it('names files and documents in one line each, and leaves out thoughts', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm' },
      { type: 'text', text: 'Here it is.' },
      { type: 'tool_use', name: 'artifacts', input: { title: 'Plan\nB', content: '…' } },
    ];
    const messages = [
      message('a', ROOT, 'human', { attachments: [{ file_name: 'notes.txt' }], files: [{ file_name: 'cat.png' }] }),
      message('b', 'a', 'assistant', { content }),
    ];
    expect(claude.parse(ID, answer(messages, 'b'))).toEqual({
      kind: 'complete',
      turns: [
        { from: 'person', text: 'Text of a\n\n[file: notes.txt]\n\n[file: cat.png]', named: 2 },
        { from: 'assistant', text: 'Here it is.\n\n[document: Plan B]', named: 1 },
      ],
    });
  });

  it('says that messages are missing if a parent is', () => {
    expect(claude.parse(ID, answer([message('b', 'gone', 'assistant')], 'b'))).toEqual({
      kind: 'partial',
      turns: [assistant('Text of b')],
      total: null,
      isEnd: true,
      stoppedBy: 'page',
    });
  });

  it.each([
    ['about another conversation', answer(PAIR, 'b', { uuid: ORGANIZATION })],
    ['with an unknown sender', answer([message('a', ROOT, 'tool')], 'a')],
    ['without its last message', answer(PAIR, 'z')],
    ['without messages', answer([], 'b')],
    ['of another shape', { items: [] }],
    ['that is no object', '<html>'],
  ])('rejects an answer %s', (_, raw) => {
    expect(claude.parse(ID, raw)).toBeNull();
  });

  it('does not follow messages in a circle', () => {
    const circle = [message('a', 'b', 'human'), message('b', 'a', 'assistant')];
    expect(claude.parse(ID, answer(circle, 'b'))).toMatchObject({ kind: 'partial', total: null });
  });
});

describe('the endpoint of chatgpt.com', () => {
  const node = (parent: string | null, role: string | null, over: object = {}) => ({
    parent,
    message:
      role === null
        ? null
        : {
            author: { role },
            recipient: 'all',
            content: { content_type: 'text', parts: [`By ${role}`] },
            metadata: {},
            ...over,
          },
  });

  it('reads the branch of the page, without instructions, thoughts and tools, and joins the parts of an answer', () => {
    const mapping = {
      root: node(null, null),
      s: node('root', 'system'),
      u: node('s', 'user'),
      t: node('u', 'assistant', { content: { content_type: 'thoughts', thoughts: [] } }),
      a: node('t', 'assistant'),
      tool: node('a', 'tool'),
      b: node('tool', 'assistant', { content: { content_type: 'text', parts: ['More'] } }),
      other: node('u', 'assistant'),
      hidden: node('b', 'user', { metadata: { is_visually_hidden_from_conversation: true } }),
    };
    expect(chatgpt.parse(ID, { conversation_id: ID, current_node: 'hidden', mapping })).toEqual({
      kind: 'complete',
      turns: [person('By user'), assistant('By assistant\n\nMore')],
    });
  });

  it('names images and files once', () => {
    const content = { content_type: 'multimodal_text', parts: [{ content_type: 'image_asset_pointer' }, 'Look'] };
    const metadata = { attachments: [{ name: 'cat.png' }] };
    const mapping = { u: node(null, 'user', { content, metadata }) };
    expect(chatgpt.parse(ID, { current_node: 'u', mapping })).toEqual({
      kind: 'complete',
      turns: [{ from: 'person', text: 'Look\n\n[file: cat.png]', named: 1 }],
    });
  });

  it.each([
    [
      'about another conversation',
      { conversation_id: ORGANIZATION, current_node: 'u', mapping: { u: node(null, 'user') } },
    ],
    ['without its last message', { current_node: 'z', mapping: { u: node(null, 'user') } }],
    ['of claude.ai', { uuid: ID, chat_messages: [] }],
  ])('rejects an answer %s', (_, raw) => {
    expect(chatgpt.parse(ID, raw)).toBeNull();
  });
});

describe('checkAgainstPage', () => {
  const TURNS = [person('Why?'), assistant('Because.'), person('Continue'), assistant('And so on.')];
  const answer: Conversation = { kind: 'complete', turns: TURNS };

  it('accepts an answer with the messages that are in the page', () => {
    expect(checkAgainstPage(answer, TURNS.slice(2))).toEqual(answer);
    expect(checkAgainstPage(answer, TURNS.slice(0, 2))).toEqual(answer);
  });

  it('adds a message that failed, also one with the text of an earlier message', () => {
    const failed = person('Continue');
    expect(checkAgainstPage(answer, [...TURNS, failed])).toEqual({ kind: 'complete', turns: [...TURNS, failed] });
  });

  it.each([
    ['an answer that was cut off', TURNS.slice(0, 3), TURNS],
    ['the answer to a message that failed', TURNS.slice(0, 2), TURNS],
    [
      'earlier messages, one of which may also be the last',
      [
        person('Q1'),
        assistant('A1'),
        person('ok'),
        assistant('A2'),
        person('Q2'),
        assistant('A3'),
        person('ok'),
        assistant('A4'),
      ],
      [person('ok'), assistant('A2'), person('Q2'), assistant('A3')],
    ],
  ])('has the page read if it shows %s', (_, known, shown) => {
    expect(checkAgainstPage({ kind: 'complete', turns: known }, shown)).toBeNull();
  });

  const THREE = [person('One'), assistant('R1'), person('Two'), assistant('R2'), person('Three'), assistant('R3')];
  it.each([
    [
      'another branch',
      THREE,
      [...THREE.slice(0, 2), person('Two edited'), assistant('R2b'), person('Other three'), assistant('R3b')],
    ],
    ['another branch that failed', THREE, [...THREE.slice(0, 2), person('Two edited')]],
    ['the messages in another order', THREE, [person('Two'), assistant('R2'), person('One'), assistant('R1')]],
    [
      'a message that failed before another went through',
      [person('One'), assistant('R1'), person('Three'), assistant('R3')],
      [person('One'), assistant('R1'), person('Failed two'), person('Three'), assistant('R3')],
    ],
    [
      'a message without letters that failed before another went through',
      [person('One'), assistant('R1'), person('Three'), assistant('R3')],
      [person('One'), assistant('R1'), person('?!'), person('Three'), assistant('R3')],
    ],
    [
      'repeated messages, the last of which may have failed',
      [person('One'), assistant('R1'), person('Go'), assistant('R2'), person('Go'), assistant('R3')],
      [person('Go'), assistant('R3'), person('Go')],
    ],
  ])('has the page read if it shows %s', (_, known, shown) => {
    expect(checkAgainstPage({ kind: 'complete', turns: known }, shown)).toBeNull();
  });

  it('adds messages that failed behind the last one of the answer, also one without letters', () => {
    const failed = [person('Four'), person('👍')];
    const shown = [...THREE.slice(4), ...failed];
    expect(checkAgainstPage({ kind: 'complete', turns: THREE }, shown)?.turns).toEqual([...THREE, ...failed]);
  });

  it('accepts an answer of which the page holds the first and the last messages', () => {
    const known: Conversation = { kind: 'complete', turns: THREE };
    expect(checkAgainstPage(known, [...THREE.slice(0, 2), ...THREE.slice(4)])).toEqual(known);
  });

  it('accepts an answer that names images and files in another way than the page', () => {
    const known: Conversation = { kind: 'complete', turns: [person('Look\n\n[file: cat.png]'), ...THREE.slice(1)] };
    expect(checkAgainstPage(known, [person('[image: Uploaded image]\n\nLook'), ...THREE.slice(1)])).toEqual(known);
  });

  it('rejects an answer about something else', () => {
    expect(checkAgainstPage(answer, [person('What is for dinner?')])).toBeNull();
  });
});

it('a conversation beyond the limits of the reader is cut from its oldest message on, and says so', () => {
  const turns = [person('x'.repeat(50)), assistant('y'.repeat(50)), person('z')];
  const limits = { turns: 10, characters: 60, ms: 1 };
  expect(withinLimits({ kind: 'complete', turns }, limits)).toEqual({
    kind: 'partial',
    turns: turns.slice(1),
    total: 3,
    isEnd: true,
    stoppedBy: 'limit',
  });
  expect(withinLimits({ kind: 'complete', turns }, { ...limits, characters: 101 })).toEqual({
    kind: 'complete',
    turns,
  });
});
