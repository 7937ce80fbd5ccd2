import { expect, it } from 'vitest';
import { BUILT_IN, fallbackTarget } from '@/utils/assistants/lookups';
import type { OwnPage } from '@/utils/model/status-page';

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
    const page: OwnPage = {
      id: 'page:1',
      name: 'Library',
      platform: 'statuspage',
      address: 'https://status.example.org',
      pageId: null,
      isCorsOpen: true,
      core: [{ id: 'c1', name: 'Chat' }],
      features: [],
      chatUrl,
    };
    expect(fallbackTarget('page:1', { ownChats: [], ownPages: [page] })?.url).toBe(chatUrl);
  },
);
