import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COUNT_EVERY_MS, countdown } from '@/components/banner/dom';

const page = { hidden: false };
beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal('document', page);
});
afterEach(() => vi.unstubAllGlobals());

it('counts down only while the tab is visible and the card is not in use', () => {
  const card = { isInUse: false, matches: () => card.isInUse };
  const isOver = countdown(card, 2 * COUNT_EVERY_MS);
  expect(isOver()).toBe(false);
  page.hidden = true;
  expect([isOver(), isOver()]).toEqual([false, false]);
  page.hidden = false;
  card.isInUse = true;
  expect([isOver(), isOver()]).toEqual([false, false]);
  card.isInUse = false;
  expect(isOver()).toBe(true);
});
