import { expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/assistants/lookups';

it.each([
  ['https://claude.ai/chat/1', 'claude'],
  ['https://github.com/copilot/c/1', 'copilot'],
  ['https://github.com/copilot', 'copilot'],
  ['https://github.com/copilot-friends/something/issues/new', undefined],
  ['https://github.com/someone/something/issues/new', undefined],
  ['https://claude.ai.example.com/', undefined],
  ['http://claude.ai/', undefined],
  ['about:blank', undefined],
  ['', undefined],
])('chatAt(%j) is %s', (address, id) => {
  expect(BUILT_IN.chatAt(address)?.id).toBe(id);
});
