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

const typed = (drafts: KeptDraft[], text: string) => withKept(drafts, { tabId: 1, text, isAnew: false }, [], NOON);
const begun = (drafts: KeptDraft[], text: string, evidence: EvidenceEvent[] = []) =>
  withKept(drafts, { tabId: 1, text, isAnew: true }, evidence, NOON);

describe('what is kept of a tab', () => {
  it('is what stands in its composer now', () => {
    expect(typed([draft()], 'A whole one')).toEqual([draft({ text: 'A whole one', at: NOON })]);
  });

  it('is what stood there, once the composer is empty', () => {
    const cleared = typed([draft()], '  \n');
    expect(cleared).toEqual([draft({ clearedAt: NOON })]);
    expect(withKept(cleared, { tabId: 1, text: '', isAnew: false }, [], NOON + SECOND)).toEqual(cleared);
  });

  it('is nothing where nothing was ever typed', () => {
    expect(typed([], '')).toEqual([]);
  });

  it('is what a reload lost too, beside what is begun after it', () => {
    expect(begun([draft()], 'Hello')).toMatchObject([{ text: 'Hello' }, { text: 'Half a thought', clearedAt: null }]);
  });

  it('is what left with a message that failed too, and nothing else that left', () => {
    const cleared = draft({ clearedAt: NOON - MINUTE });
    const failed = sent(NOON - MINUTE, { outcome: 'failed' });
    expect(begun([cleared], 'Hello', [failed])).toMatchObject([{ text: 'Hello' }, { clearedAt: null }]);
    expect(begun([cleared], 'Hello')).toMatchObject([{ text: 'Hello' }]);
  });

  it('is kept once, where it is typed or put back again', () => {
    expect(begun([draft()], 'Half a thought, and more')).toMatchObject([{ text: 'Half a thought, and more' }]);
  });

  it('leaves other tabs alone, and keeps no more than five', () => {
    const many = Array.from({ length: 5 }, (_, index) => draft({ tabId: index + 2 }));
    const kept = typed(many, 'New');
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
    ['of its own tab, too', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { tabId: 1 })], false],
    [
      'is not erased by a message from another tab',
      draft({ clearedAt: NOON - MINUTE }),
      [sent(NOON, { tabId: 2 })],
      true,
    ],
    ['whose message failed stays', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { outcome: 'failed' })], true],
    ['is not erased by an earlier message', draft({ clearedAt: NOON - MINUTE }), [sent(NOON - 2 * MINUTE)], true],
    ['nor by a page that loaded', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { what: 'page' })], true],
  ])('%s', (_, one, evidence, stays) => {
    expect(tidyDrafts([one], evidence, NOON)).toEqual(stays ? [one] : []);
  });
});

it('whose message failed is no longer taken for one that may arrive, and stays for the day', () => {
  const failed = sent(NOON - 6 * MINUTE, { outcome: 'failed' });
  expect(tidyDrafts([draft({ clearedAt: NOON - 6 * MINUTE })], [failed], NOON)).toEqual([draft()]);
});

describe('offered in a tab', () => {
  it('is what was lost, before what may have been sent', () => {
    const both = [draft({ text: 'Hello', clearedAt: NOON }), draft()];
    expect(draftFor(both, [], 1, [1])?.text).toBe('Half a thought');
    expect(draftFor(both, [sent(NOON, { outcome: 'failed' })], 1, [1])?.text).toBe('Hello');
  });

  it('is its own', () => {
    expect(draftFor([draft(), draft({ tabId: 2, text: 'Other' })], [], 2, [1, 2])?.text).toBe('Other');
  });

  it('is the newest of a tab that is gone, as after a crash', () => {
    const gone = [draft({ tabId: 8, at: NOON - HOUR }), draft({ tabId: 9, text: 'Newest' })];
    expect(draftFor(gone, [], 1, [1])?.text).toBe('Newest');
  });

  it('is not that of another tab that is open', () => {
    expect(draftFor([draft({ tabId: 2 })], [], 1, [1, 2])).toBeNull();
  });
});
