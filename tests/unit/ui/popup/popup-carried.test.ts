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
  popupCarried(transfers, { ownChats: [], isPrivate }, englishAt(now));

it('says for whom it was and until when it is kept', () => {
  expect(carried([CARRY])).toMatchObject([
    { said: { text: english('popup_carried', 'ChatGPT', '12:10') }, text: 'Hello' },
  ]);
});

it('names nobody where the chat that it was for has been removed', () => {
  expect(carried([{ ...CARRY, to: 'own:1' }])[0]?.said.text).toBe(english('popup_carried_plain', '12:10'));
});

it.each<[string, DraftTransfer[], number]>([
  ['none is on its way', [], NOON],
  ['its ten minutes are over', [CARRY], NOON + 11 * MINUTE],
  ['it is a sample', [{ ...CARRY, from: 'sample' }], NOON],
  ['there was no text', [{ ...CARRY, text: '' }], NOON],
])('there is nothing to fetch when %s', (_, transfers, now) => {
  expect(carried(transfers, { now })).toEqual([]);
});

it('lists every transfer that waits, newest first', () => {
  const all = [CARRY, { ...CARRY, id: 2, text: 'Second', startedAt: NOON + 1 }];
  expect(carried(all).map(({ id, text }) => [id, text])).toEqual([
    [2, 'Second'],
    [1, 'Hello'],
  ]);
});

it('offers a draft from a private window in private windows alone', () => {
  const all = [CARRY, { ...CARRY, id: 2, text: 'Secret', isPrivate: true }];
  expect(carried(all).map(({ text }) => text)).toEqual(['Hello']);
  expect(carried(all, { isPrivate: true }).map(({ text }) => text)).toEqual(['Secret', 'Hello']);
});
