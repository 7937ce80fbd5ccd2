import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import {
  chatgptAnswer,
  claudeAnswer,
  type LongConversation,
  longRow,
  longTurns,
  markdownOfTurn,
} from '@/tests/loopback/chat-sites/long-conversation';
import type { ChatTurn } from '@/tests/loopback/chat-sites/loopback-site';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { READ_ENDPOINTS } from '@/utils/content/conversation/endpoint';
import { findTurns, numberingOf, seenTurn } from '@/utils/content/conversation/find-turns';
import { markdownOf } from '@/utils/content/conversation/markdown';

const ID = '8c2d9e74-1b35-4f6a-a0c7-2e9d3b5f7a60';
const turnOf = (turn: ChatTurn) => ({ from: turn.from, text: markdownOfTurn(turn), named: 0 });

interface Tree {
  chat_messages: { uuid: string; parent_message_uuid: string }[];
}
interface Mapping {
  mapping: Record<string, { parent: string | null }>;
}

const sizes = fc.record({ count: fc.integer({ min: 1, max: 60 }), length: fc.integer({ min: 1, max: 6_000 }) });
/** Numbers of messages at which an abandoned answer branches off. */
const branches = fc.array(fc.nat(), { maxLength: 5 });

it('every message of 1,000 made-up conversations is read from the answers of both endpoints, and no abandoned one', () => {
  fc.assert(
    fc.property(sizes, branches, (size, starts) => {
      const turns = longTurns(size);
      const whole = { kind: 'complete', turns: turns.map(turnOf) };

      const tree = claudeAnswer(ID, turns) as Tree;
      for (const [index, start] of starts.entries()) {
        const at = tree.chat_messages[start % turns.length];
        if (at !== undefined) tree.chat_messages.splice(start % turns.length, 0, { ...at, uuid: `abandoned-${index}` });
      }
      expect(READ_ENDPOINTS.claude.parse(ID, tree)).toEqual(whole);

      const answer = chatgptAnswer(ID, turns) as Mapping;
      for (const [index, start] of starts.entries()) {
        const at = answer.mapping[`node-${start % turns.length}`];
        if (at !== undefined) answer.mapping[`abandoned-${index}`] = { ...at };
      }
      expect(READ_ENDPOINTS.chatgpt.parse(ID, answer)).toEqual(whole);
    }),
    { numRuns: 1_000, seed: 20 },
  );
});

it('every message of made-up pages is found, with its place and its whole text', () => {
  const pages = fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 1, max: 3_000 }),
    shape: fc.constantFrom('plain', 'by-index', 'by-turn-id'),
  });
  fc.assert(
    fc.property(pages, ({ count, length, shape }) => {
      const conversation: LongConversation = { count, length, shape, endpoint: 'down' };
      const turns = longTurns(conversation);
      const rows = turns.map((turn, index) => longRow(conversation, turn, index)).join('');
      const { document } = parseHTML(`<!doctype html><html><body><main>${rows}</main></body></html>`);
      const { conversation: hints } = BUILT_IN.get(shape === 'by-turn-id' ? 'chatgpt' : 'claude');
      const found = findTurns(document as unknown as ParentNode, hints);
      const numbering = numberingOf(found);
      const places = found.map((turn) => seenTurn(turn, numbering, false).position);
      expect(places).toEqual(turns.map((_, index) => (shape === 'plain' ? null : index)));
      const texts = found.map(({ from, parts }) => ({
        from,
        text: parts.map((part) => markdownOf(part, { keepsLines: () => false }).text).join('\n\n'),
        named: 0,
      }));
      expect(texts).toEqual(turns.map(turnOf));
    }),
    { numRuns: 150, seed: 20 },
  );
});
