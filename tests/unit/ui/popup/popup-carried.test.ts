import { expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import type { Carry } from '@/utils/model/carry';
import { popupCarried } from '@/utils/ui/popup/popup-carried';

const CARRY: Carry = { from: 'claude', to: 'chatgpt', text: 'Hello', startedAt: NOON, tabId: null };

it('says for whom it was and until when it is kept', () => {
  const carried = popupCarried(CARRY, [], englishAt(NOON + MINUTE));
  expect(carried).toMatchObject({ said: { text: 'Your draft to ChatGPT is kept until 12:10.' }, text: 'Hello' });
});

it('names nobody where the chat that it was for has been removed', () => {
  const carried = popupCarried({ ...CARRY, to: 'own:1' }, [], englishAt(NOON + MINUTE));
  expect(carried?.said.text).toBe('Your draft is kept until 12:10.');
});

it.each([
  ['none is on its way', null, NOON],
  ['its ten minutes are over', CARRY, NOON + 11 * MINUTE],
])('there is nothing to fetch when %s', (_, carry, now) => {
  expect(popupCarried(carry, [], englishAt(now))).toBeNull();
});
