import { expect, it } from 'vitest';
import { HOUSE_BOT } from '@/tests/fakes/samples';
import { BUILT_IN, fallbackTarget } from '@/utils/assistants/lookups';

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

it.each(['https://chat.example.org/', 'https://chat.example.org/team?model=a#/new', 'https://chat.example.org/#/chat'])(
  'the chat of a custom page is opened at the whole address that was typed: %s',
  (chatUrl) => {
    expect(fallbackTarget('page:1', { ownChats: [], ownPages: [{ ...HOUSE_BOT, chatUrl }] })?.url).toBe(chatUrl);
  },
);
