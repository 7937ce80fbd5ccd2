import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { checkHash, LIST_HASH, placeOf, popupCheck } from '@/utils/ui/popup/state';

describe('placeOf', () => {
  it.each(ASSISTANT_IDS)('opens the check of %s', (id) => {
    expect(placeOf(checkHash(id))).toEqual({ at: 'check', assistantId: id });
  });

  it.each(['', '#', LIST_HASH, '#checks=claude', '#Check', 'check'])('opens the list for "%s"', (hash) => {
    expect(placeOf(hash)).toEqual({ at: 'list' });
  });

  it.each([checkHash(null), '#check=', '#check=nobody', '#check=__proto__'])(
    'asks for an assistant for "%s"',
    (hash) => {
      expect(placeOf(hash)).toEqual({ at: 'check', assistantId: null });
    },
  );
});

describe('popupCheck', () => {
  const hrefOf = (...input: [Parameters<typeof popupCheck>[0], Parameters<typeof popupCheck>[1]]) =>
    popupCheck(...input, englishAt(NOON)).link.href;

  it('links to the chat in the active tab, else to the only watched assistant, else asks', () => {
    expect(hrefOf(['claude', 'chatgpt'], 'gemini')).toBe('#check=gemini');
    expect(hrefOf(['chatgpt'], null)).toBe('#check=chatgpt');
    expect(hrefOf(['claude', 'chatgpt'], null)).toBe('#check');
    expect(hrefOf([], null)).toBe('#check');
  });

  it('asks about all assistants, watched ones first', () => {
    const { links } = popupCheck(['copilot'], null, englishAt(NOON)).choice;
    expect(links.map(({ label }) => label).slice(0, 4)).toEqual(['GitHub Copilot', 'Claude', 'ChatGPT', 'Gemini']);
    expect(links).toHaveLength(ASSISTANT_IDS.length);
  });
});

it.each([
  ['https://claude.ai/chat/1', 'claude'],
  ['https://github.com/copilot/c/1', 'copilot'],
  ['https://github.com/someone/something', null],
  ['https://example.com/', null],
  ['', null],
])('chatAt(%j) is %j', (address, id) => {
  expect(BUILT_IN.chatAt(address)?.id ?? null).toBe(id);
});
