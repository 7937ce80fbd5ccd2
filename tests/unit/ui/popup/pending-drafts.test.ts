import { expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { popupMarkup } from '@/tests/fakes/popup-markup';
import { aTransfer, MINUTE, NOON } from '@/tests/fakes/samples';
import type { DraftTransfer } from '@/utils/model/drafts';
import { pendingDrafts } from '@/utils/ui/popup/state';

const TRANSFER = aTransfer({ originTabId: 9 });

const pending = (transfers: DraftTransfer[], { isPrivate = false, now = NOON + MINUTE } = {}) =>
  pendingDrafts(transfers, isPrivate, now);
const markup = (transfer: DraftTransfer) => popupMarkup({ transfers: [transfer] }, NOON + MINUTE);

it('the popup shows the target and the expiry of a transfer, but not its text', () => {
  expect(markup(TRANSFER)).toContain(english('popup_transfer', 'ChatGPT', '12:10'));
  expect(markup(TRANSFER)).not.toContain(TRANSFER.text);
});

it('the popup names no target if the chat was removed', () => {
  expect(markup({ ...TRANSFER, to: 'own:1' })).toContain(english('popup_transfer_plain', '12:10'));
});

it.each<[string, DraftTransfer[], number]>([
  ['there is no transfer', [], NOON],
  ['the transfer expired', [TRANSFER], NOON + 11 * MINUTE],
  ['the transfer is a fallback test', [{ ...TRANSFER, from: 'sample' }], NOON],
  ['the transfer has no text', [{ ...TRANSFER, text: '' }], NOON],
])('pendingDrafts lists nothing when %s', (_, transfers, now) => {
  expect(pending(transfers, { now })).toEqual([]);
});

it('pendingDrafts lists pending transfers, newest first', () => {
  const all = [TRANSFER, { ...TRANSFER, id: 2, text: 'Second', startedAt: NOON + 1 }];
  expect(pending(all).map(({ id, text }) => [id, text])).toEqual([
    [2, 'Second'],
    [1, 'Hello'],
  ]);
});

it('pendingDrafts lists drafts from private windows only in private windows', () => {
  const all = [TRANSFER, { ...TRANSFER, id: 2, text: 'Secret', isPrivate: true }];
  expect(pending(all).map(({ text }) => text)).toEqual(['Hello']);
  expect(pending(all, { isPrivate: true }).map(({ text }) => text)).toEqual(['Secret', 'Hello']);
});
