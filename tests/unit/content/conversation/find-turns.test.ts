import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { findTurns, numberingOf, seenTurn } from '@/utils/content/conversation/find-turns';
import type { ConversationHints } from '@/utils/model/conversation';

const NO_HINTS: ConversationHints = { person: [], assistant: [], endpoint: null };

function find(html: string, hints: ConversationHints = NO_HINTS) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const turns = findTurns(document as unknown as ParentNode, hints);
  const numbering = numberingOf(turns);
  return turns.map((turn) => {
    const { key, position, setSize } = seenTurn(turn, numbering, false);
    return {
      from: turn.from,
      text: turn.parts.map(({ textContent }) => textContent).join('+'),
      key,
      position,
      setSize,
    };
  });
}

it('findTurns finds messages by the hints of claude.ai in numbered rows', () => {
  const html = `<main>
    <div data-index="4"><div data-testid="user-message"><p>Why?</p></div></div>
    <div data-index="5"><div class="font-claude-response">Let me look.</div><div>a tool</div>
      <div class="font-claude-response">Because.</div></div></main>`;
  expect(find(html, BUILT_IN.get('claude').conversation)).toEqual([
    { from: 'person', text: 'Why?', key: 'place 4', position: 4, setSize: null },
    { from: 'assistant', text: 'Let me look.+Because.', key: 'place 5', position: 5, setSize: null },
  ]);
});

it('findTurns finds messages by the roles and ids of chatgpt.com, which numbers its turns from 1', () => {
  const html = `<main>
    <section data-turn-id="a" data-testid="conversation-turn-1" data-turn="user">
      <div data-message-author-role="user" data-message-id="m1">Why?</div></section>
    <section data-turn-id="b" data-testid="conversation-turn-2" data-turn="assistant">
      <div data-message-author-role="assistant" data-message-id="m2">Because</div>
      <div data-message-author-role="assistant" data-message-id="m3">of this.</div></section></main>`;
  expect(find(html, BUILT_IN.get('chatgpt').conversation)).toEqual([
    { from: 'person', text: 'Why?', key: 'data-turn-id a', position: 0, setSize: null },
    { from: 'assistant', text: 'Because+of this.', key: 'data-turn-id b', position: 1, setSize: null },
  ]);
});

it('findTurns reads place and size of an accessible list', () => {
  const html = `<div aria-posinset="3" aria-setsize="26"><p data-role="user">A</p></div>
    <div aria-posinset="4" aria-setsize="26"><p data-role="assistant">B</p></div>`;
  expect(find(html)).toEqual([
    { from: 'person', text: 'A', key: 'place 2', position: 2, setSize: 26 },
    { from: 'assistant', text: 'B', key: 'place 3', position: 3, setSize: 26 },
  ]);
});

it('findTurns gives no key to messages that nothing identifies', () => {
  expect(find('<p data-from="person">A</p><p data-from="assistant">B</p>').map(({ key }) => key)).toEqual([null, null]);
});

it('findTurns tells messages that share a row by their sides', () => {
  const html = '<div data-index="0"><user-query>A</user-query><model-response>B</model-response></div>';
  expect(find(html, BUILT_IN.get('gemini').conversation).map(({ text }) => text)).toEqual(['A', 'B']);
});

it('findTurns takes neither the composer nor a side bar for messages, and no message twice', () => {
  const html = `<nav><a data-role="user">Old chat</a></nav>
    <article data-role="assistant"><div data-author="assistant">B</div></article>
    <form><div data-role="user">draft</div></form>`;
  expect(find(html).map(({ text }) => text)).toEqual(['B']);
});
