import { expect, it, vi } from 'vitest';
import { watchTyping } from '@/utils/content/draft/wait';

it.each([
  ['a key', 'keydown', true, true],
  ['an input method', 'compositionstart', true, true],
  ['a dropped text', 'drop', true, true],
  ['a text pasted with the mouse', 'paste', true, true],
  ['the paste that fills a draft in', 'paste', false, false],
])('of %s, watchTyping says whether the user did it', (_, type, isTrusted, isTyping) => {
  const listeners = new Map<string, (event: object) => void>();
  vi.stubGlobal('addEventListener', (name: string, listener: (event: object) => void) => listeners.set(name, listener));
  const isTypingNow = watchTyping(new AbortController().signal);
  expect(isTypingNow()).toBe(false);
  listeners.get(type)?.({ isTrusted });
  expect(isTypingNow()).toBe(isTyping);
});
