import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { KeptDraft } from '@/utils/model/kept-draft';
import { draftFor, tidyDrafts, withKept } from '@/utils/rules/kept-drafts';

const draft = (over: Partial<KeptDraft> = {}): KeptDraft => ({
  tabId: 1,
  text: 'Half a thought',
  at: NOON - MINUTE,
  clearedAt: null,
  ...over,
});

const sent = (at: number, over: Partial<EvidenceEvent> = {}): EvidenceEvent => ({
  at,
  what: 'send',
  outcome: 'ok',
  status: 200,
  how: null,
  ...over,
});

describe('what is kept of a tab', () => {
  it('is what stands in its composer now', () => {
    expect(withKept([draft()], { tabId: 1, text: 'A whole one' }, NOON)).toEqual([
      draft({ text: 'A whole one', at: NOON }),
    ]);
  });

  it('is what stood there, once the composer is empty', () => {
    const cleared = withKept([draft()], { tabId: 1, text: '  \n' }, NOON);
    expect(cleared).toEqual([draft({ clearedAt: NOON })]);
    expect(withKept(cleared, { tabId: 1, text: '' }, NOON + SECOND)).toEqual(cleared);
  });

  it('is nothing where nothing was ever typed', () => {
    expect(withKept([], { tabId: 1, text: '' }, NOON)).toEqual([]);
  });

  it('leaves other tabs alone, and keeps no more than five', () => {
    const many = Array.from({ length: 5 }, (_, index) => draft({ tabId: index + 2 }));
    const kept = withKept(many, { tabId: 1, text: 'New' }, NOON);
    expect(kept.map(({ tabId }) => tabId)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a draft', () => {
  it.each<[string, KeptDraft, EvidenceEvent[], boolean]>([
    ['that stands in its composer stays', draft(), [sent(NOON)], true],
    ['is erased after a day', draft({ at: NOON - 24 * HOUR }), [], false],
    ['of a clock that was set back is erased as well', draft({ at: NOON + 25 * HOUR }), [], false],
    ['that was cleared stays for ten minutes', draft({ clearedAt: NOON - 9 * MINUTE }), [], true],
    ['and no longer', draft({ clearedAt: NOON - 10 * MINUTE }), [], false],
    ['whose message went through is erased', draft({ clearedAt: NOON - MINUTE }), [sent(NOON)], false],
    ['whose message failed stays', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { outcome: 'failed' })], true],
    ['is not erased by an earlier message', draft({ clearedAt: NOON - MINUTE }), [sent(NOON - 2 * MINUTE)], true],
    ['nor by a page that loaded', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { what: 'page' })], true],
  ])('%s', (_, one, evidence, stays) => {
    expect(tidyDrafts([one], evidence, NOON)).toEqual(stays ? [one] : []);
  });
});

describe('offered in a tab', () => {
  it('is its own', () => {
    expect(draftFor([draft(), draft({ tabId: 2, text: 'Other' })], 2, [1, 2])?.text).toBe('Other');
  });

  it('is the newest of a tab that is gone, as after a crash', () => {
    const gone = [draft({ tabId: 8, at: NOON - HOUR }), draft({ tabId: 9, text: 'Newest' })];
    expect(draftFor(gone, 1, [1])?.text).toBe('Newest');
  });

  it('is not that of another tab that is open', () => {
    expect(draftFor([draft({ tabId: 2 })], 1, [1, 2])).toBeNull();
  });
});
