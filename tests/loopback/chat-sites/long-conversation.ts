import { escapeHtml } from '@/tests/loopback/escape-html';
import { type Dice, makeDice } from '@/tests/loopback/pages/dice';
import type { ChatPart, ChatTurn } from './loopback-site';

/** A long conversation in place of the short one of a site. */
export interface LongConversation {
  /** How the page holds it: all messages at once, or some at a time, identified as claude.ai and chatgpt.com do. */
  shape: 'plain' | 'by-index' | 'by-turn-id';
  /** Number of messages; `length` is the total of their characters, at least. */
  count: number;
  length: number;
  /** How the site's own endpoint for reading a conversation answers. */
  endpoint: 'well' | 'down' | 'foreign' | 'silent';
  /** Number of the oldest messages that the page does not hold. */
  withheld?: number;
  /** Scripts in messages, a wrong number of messages, older messages without end, or rows that are filled later. */
  hostility?: 'scripts' | 'lie' | 'endless' | 'late';
}

const WORDS = 'the tide turns before a boat can leave its harbor and every rope has to be coiled by hand'.split(' ');

const sentence = (dice: Dice): string =>
  `${Array.from({ length: dice.between(6, 14) }, () => dice.oneOf(WORDS as [string, ...string[]])).join(' ')}.`;

function partsOf(dice: Dice, number: number, length: number): ChatPart[] {
  const parts: ChatPart[] = [{ kind: 'text', text: `Message ${number}.` }];
  for (let written = 0; written < length; ) {
    const isCode = dice.between(1, 5) === 1;
    const lines = Array.from({ length: dice.between(2, 5) }, () => sentence(dice));
    const text = lines.join(isCode ? '\n' : ' ');
    parts.push(isCode ? { kind: 'code', language: 'Text', code: text } : { kind: 'text', text });
    written += text.length;
  }
  return parts;
}

/** The messages, which are the same in each call. Each begins with its number, from 1. */
export function longTurns({ count, length }: Pick<LongConversation, 'count' | 'length'>): ChatTurn[] {
  const dice = makeDice(count + length);
  return Array.from({ length: count }, (_, index) => ({
    from: index % 2 === 0 ? 'person' : 'assistant',
    parts: partsOf(dice, index + 1, length / count),
  }));
}

/** Notes whether a script of a message runs: in the page's own nodes, which its script marks, or in a copy of them. */
const HOSTILE =
  '<p>See <a href="javascript:globalThis.isHit=1">this</a>' +
  `<img src="/x.png" alt="A map" onerror="globalThis[this.isOwn ? 'isShown' : 'isHit'] = 1"></p>` +
  "<script>globalThis[document.currentScript?.isOwn ? 'isShown' : 'isHit'] = 1</script>" +
  '<template><p>In a template</p></template>';

function rowAttributes({ shape, count, hostility }: LongConversation, index: number, from: ChatTurn['from']): string {
  const role = from === 'person' ? 'user' : 'assistant';
  switch (shape) {
    case 'plain':
      return '';
    case 'by-index':
      return `data-index="${index}"`;
    case 'by-turn-id': {
      const size = hostility === 'lie' ? Math.floor(count / 4) : count;
      return `data-turn-id="turn-${index}" data-turn="${role}" aria-posinset="${index + 1}" aria-setsize="${size}"`;
    }
  }
}

/** One message as the site renders it, inside the row that its page adds and removes. */
export function longRow(conversation: LongConversation, { from, parts }: ChatTurn, index: number): string {
  const { shape, hostility } = conversation;
  const role = from === 'person' ? 'user' : 'assistant';
  const own = {
    plain: `data-from="${from}"`,
    'by-index': from === 'person' ? 'data-testid="user-message"' : '',
    'by-turn-id': `data-message-author-role="${role}"`,
  }[shape];
  const claude = shape === 'by-index' && from === 'assistant' ? ' font-claude-response' : '';
  const body = parts
    .map((part) =>
      part.kind === 'code'
        ? `<figure><figcaption>${escapeHtml(part.language)}</figcaption><pre><code>${escapeHtml(part.code)}</code></pre></figure>`
        : `<p>${escapeHtml(part.text)}</p>`,
    )
    .join('');
  const trap = hostility === 'scripts' ? HOSTILE : '';
  return `<div class="row" ${rowAttributes(conversation, index, from)}><article class="turn" data-side="${from}"><div class="said${claude}" ${own}>${body}${trap}</div></article></div>`;
}

/** A message as the endpoint of its site knows it. */
export function markdownOfTurn({ parts }: ChatTurn): string {
  return parts.map((part) => (part.kind === 'code' ? `\`\`\`text\n${part.code}\n\`\`\`` : part.text)).join('\n\n');
}

const ROOT = '00000000-0000-4000-8000-000000000000';

/** The answer of claude.ai's endpoint, in the shape that public exporters describe. */
export function claudeAnswer(id: string, turns: readonly ChatTurn[]): object {
  const uuid = (index: number) => `message-${index}`;
  return {
    uuid: id,
    name: 'A conversation',
    current_leaf_message_uuid: uuid(turns.length - 1),
    chat_messages: turns.map((turn, index) => ({
      uuid: uuid(index),
      parent_message_uuid: index === 0 ? ROOT : uuid(index - 1),
      index,
      sender: turn.from === 'person' ? 'human' : 'assistant',
      text: '',
      content: [{ type: 'text', text: markdownOfTurn(turn) }],
      attachments: [],
      files: [],
    })),
  };
}

/** The answer of chatgpt.com's endpoint, in the shape that public exporters describe. */
export function chatgptAnswer(id: string, turns: readonly ChatTurn[]): object {
  const nodes = turns.map((turn, index) => [
    `node-${index}`,
    {
      id: `node-${index}`,
      parent: index === 0 ? 'root' : `node-${index - 1}`,
      children: index + 1 < turns.length ? [`node-${index + 1}`] : [],
      message: {
        id: `node-${index}`,
        author: { role: turn.from === 'person' ? 'user' : 'assistant' },
        recipient: 'all',
        content: { content_type: 'text', parts: [markdownOfTurn(turn)] },
        metadata: {},
      },
    },
  ]);
  return {
    conversation_id: id,
    current_node: `node-${turns.length - 1}`,
    mapping: { root: { id: 'root', parent: null, children: ['node-0'], message: null }, ...Object.fromEntries(nodes) },
  };
}
