import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import type { DraftTransfer } from '@/utils/model/drafts';
import { popupCarried } from '@/utils/ui/popup/view';

const CARRY: DraftTransfer = {
  state: 'in_transit',
  id: 1,
  from: 'claude',
  to: 'chatgpt',
  text: 'Hello',
  startedAt: NOON,
  tabId: null,
  originTabId: 9,
  isPrivate: false,
};

const carried = (transfers: DraftTransfer[], { isPrivate = false, now = NOON + MINUTE } = {}) =>
  popupCarried(transfers, { ownChats: [], ownPages: [], isPrivate }, englishAt(now));

it('popupCarried names the target and the expiry of a transfer', () => {
  expect(carried([CARRY])).toMatchObject([
    { said: { text: english('popup_carried', 'ChatGPT', '12:10') }, text: 'Hello' },
  ]);
});

it('popupCarried names no target if the chat was removed', () => {
  expect(carried([{ ...CARRY, to: 'own:1' }])[0]?.said.text).toBe(english('popup_carried_plain', '12:10'));
});

it.each<[string, DraftTransfer[], number]>([
  ['there is no transfer', [], NOON],
  ['the transfer expired', [CARRY], NOON + 11 * MINUTE],
  ['the transfer is a fallback test', [{ ...CARRY, from: 'sample' }], NOON],
  ['the transfer has no text', [{ ...CARRY, text: '' }], NOON],
])('popupCarried lists nothing when %s', (_, transfers, now) => {
  expect(carried(transfers, { now })).toEqual([]);
});

it('popupCarried lists pending transfers, newest first', () => {
  const all = [CARRY, { ...CARRY, id: 2, text: 'Second', startedAt: NOON + 1 }];
  expect(carried(all).map(({ id, text }) => [id, text])).toEqual([
    [2, 'Second'],
    [1, 'Hello'],
  ]);
});

it('popupCarried lists drafts from private windows only in private windows', () => {
  const all = [CARRY, { ...CARRY, id: 2, text: 'Secret', isPrivate: true }];
  expect(carried(all).map(({ text }) => text)).toEqual(['Hello']);
  expect(carried(all, { isPrivate: true }).map(({ text }) => text)).toEqual(['Secret', 'Hello']);
});
