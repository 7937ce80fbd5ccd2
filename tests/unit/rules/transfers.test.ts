import { describe, expect, it } from 'vitest';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import type { DraftTransfer } from '@/utils/model/drafts';
import { activeTransfers, type NewTransfer, withTransfer } from '@/utils/rules/fallbacks/drafts';

const NEXT: NewTransfer = {
  from: 'claude',
  to: 'chatgpt',
  text: 'Hello',
  startedAt: NOON,
  tabId: null,
  originTabId: 9,
  isPrivate: false,
};

function fill(texts: readonly string[]): DraftTransfer[] {
  return texts.reduce<DraftTransfer[]>((all, text) => withTransfer(all, { ...NEXT, text }).transfers, []);
}

describe('withTransfer', () => {
  it('gives every transfer its own id, even within one millisecond', () => {
    expect(new Set(fill(['a', 'b', 'c']).map(({ id }) => id)).size).toBe(3);
  });

  it('keeps at most ten transfers and drops the oldest', () => {
    const texts = Array.from({ length: 12 }, (_, index) => String(index));
    expect(fill(texts).map(({ text }) => text)).toEqual(texts.slice(2));
  });

  it('drops the oldest transfers above the total size and never the newest', () => {
    const long = 'x'.repeat(1_000_000);
    expect(fill([long, `${long}2`, `${long}3`]).map(({ text }) => text)).toEqual([`${long}3`]);
    expect(fill(['a', long.repeat(3)])).toHaveLength(1);
  });

  it('activeTransfers drops a text after ten minutes and an empty transfer after a second', () => {
    const all = fill(['Hello', '']);
    expect(activeTransfers(all, NOON + 1_000)).toHaveLength(2);
    expect(activeTransfers(all, NOON + 1_001).map(({ text }) => text)).toEqual(['Hello']);
    expect(activeTransfers(all, NOON + 10 * MINUTE + 1)).toEqual([]);
  });

  it('activeTransfers drops transfers dated in the future', () => {
    expect(activeTransfers(fill(['Hello']), NOON - 11 * MINUTE)).toEqual([]);
  });
});
