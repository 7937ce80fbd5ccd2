import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { cutDraft, type KeptDrafts, MAX_KEPT_CHARS, type SavedDraft } from '@/utils/model/drafts';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { draftFor, MAX_DRAFTS_BYTES, tidyDrafts, withinBudget, withKept } from '@/utils/rules/fallbacks/drafts';

const draft = (over: Partial<SavedDraft> = {}): SavedDraft => ({
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

const typed = (drafts: SavedDraft[], text: string) => withKept(drafts, { tabId: 1, text, isAnew: false }, [], NOON);
const begun = (drafts: SavedDraft[], text: string, evidence: EvidenceEvent[] = []) =>
  withKept(drafts, { tabId: 1, text, isAnew: true }, evidence, NOON);

describe('withKept', () => {
  it('replaces the saved draft with the current composer text', () => {
    expect(typed([draft()], 'A whole one')).toEqual([draft({ text: 'A whole one', at: NOON })]);
  });

  it('keeps the last text when the composer is cleared', () => {
    const cleared = typed([draft()], '  \n');
    expect(cleared).toEqual([draft({ clearedAt: NOON })]);
    expect(withKept(cleared, { tabId: 1, text: '', isAnew: false }, [], NOON + SECOND)).toEqual(cleared);
  });

  it('saves nothing when nothing was typed', () => {
    expect(typed([], '')).toEqual([]);
  });

  it('keeps a draft lost by a reload beside the new one', () => {
    expect(begun([draft()], 'Hello')).toMatchObject([{ text: 'Hello' }, { text: 'Half a thought', clearedAt: null }]);
  });

  it('keeps a cleared draft whose message failed, and drops other cleared drafts', () => {
    const cleared = draft({ clearedAt: NOON - MINUTE });
    const failed = sent(NOON - MINUTE, { outcome: 'failed' });
    expect(begun([cleared], 'Hello', [failed])).toMatchObject([{ text: 'Hello' }, { clearedAt: null }]);
    expect(begun([cleared], 'Hello')).toMatchObject([{ text: 'Hello' }]);
  });

  it('keeps one copy when the draft is typed or restored again', () => {
    expect(begun([draft()], 'Half a thought, and more')).toMatchObject([{ text: 'Half a thought, and more' }]);
  });

  it('does not change drafts of other tabs and keeps at most five', () => {
    const many = Array.from({ length: 5 }, (_, index) => draft({ tabId: index + 2 }));
    const kept = typed(many, 'New');
    expect(kept.map(({ tabId }) => tabId)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('tidyDrafts', () => {
  it.each<[string, SavedDraft, EvidenceEvent[], boolean]>([
    ['keeps a draft that is still in the composer', draft(), [sent(NOON)], true],
    ['deletes a draft after a day', draft({ at: NOON - 24 * HOUR }), [], false],
    ['deletes a draft dated more than a day in the future', draft({ at: NOON + 25 * HOUR }), [], false],
    ['keeps a cleared draft for ten minutes', draft({ clearedAt: NOON - 9 * MINUTE }), [], true],
    ['deletes a cleared draft after ten minutes', draft({ clearedAt: NOON - 10 * MINUTE }), [], false],
    ['deletes a draft whose message succeeded', draft({ clearedAt: NOON - MINUTE }), [sent(NOON)], false],
    [
      'deletes a draft whose message succeeded in the same tab',
      draft({ clearedAt: NOON - MINUTE }),
      [sent(NOON, { tabId: 1 })],
      false,
    ],
    [
      'keeps a draft when another tab sends a message',
      draft({ clearedAt: NOON - MINUTE }),
      [sent(NOON, { tabId: 2 })],
      true,
    ],
    [
      'keeps a draft whose message failed',
      draft({ clearedAt: NOON - MINUTE }),
      [sent(NOON, { outcome: 'failed' })],
      true,
    ],
    [
      'keeps a draft cleared after the last message',
      draft({ clearedAt: NOON - MINUTE }),
      [sent(NOON - 2 * MINUTE)],
      true,
    ],
    ['keeps a draft when a page loads', draft({ clearedAt: NOON - MINUTE }), [sent(NOON, { what: 'page' })], true],
  ])('%s', (_, one, evidence, stays) => {
    expect(tidyDrafts([one], evidence, NOON)).toEqual(stays ? [one] : []);
  });
});

it('tidyDrafts treats a cleared draft whose message failed as unsent and keeps it', () => {
  const failed = sent(NOON - 6 * MINUTE, { outcome: 'failed' });
  expect(tidyDrafts([draft({ clearedAt: NOON - 6 * MINUTE })], [failed], NOON)).toEqual([draft()]);
});

describe('draftFor', () => {
  it('offers a lost draft before a draft that may have been sent', () => {
    const both = [draft({ text: 'Hello', clearedAt: NOON }), draft()];
    expect(draftFor(both, [], 1, [1])?.text).toBe('Half a thought');
    expect(draftFor(both, [sent(NOON, { outcome: 'failed' })], 1, [1])?.text).toBe('Hello');
  });

  it('offers the draft of the same tab', () => {
    expect(draftFor([draft(), draft({ tabId: 2, text: 'Other' })], [], 2, [1, 2])?.text).toBe('Other');
  });

  it('offers the newest draft of a closed tab, as after a crash', () => {
    const gone = [draft({ tabId: 8, at: NOON - HOUR }), draft({ tabId: 9, text: 'Newest' })];
    expect(draftFor(gone, [], 1, [1])?.text).toBe('Newest');
  });

  it('does not offer the draft of another open tab', () => {
    expect(draftFor([draft({ tabId: 2 })], [], 1, [1, 2])).toBeNull();
  });
});

describe('drafts over the maximum length', () => {
  const long = 'x'.repeat(MAX_KEPT_CHARS - 1);

  it('are truncated and marked as cut', () => {
    const [kept] = withKept([], { tabId: 1, text: `${long}yz`, isAnew: true }, [], NOON);
    expect(kept).toMatchObject({ text: `${long}y`, isCut: true });
  });

  it('stay marked as cut when the content script truncated them', () => {
    expect(withKept([], { tabId: 1, text: 'x', isAnew: true, isCut: true }, [], NOON)).toMatchObject([{ isCut: true }]);
  });

  it('lose the mark once the text is short enough', () => {
    const cut = withKept([], { tabId: 1, text: `${long}yz`, isAnew: true }, [], NOON);
    expect(withKept(cut, { tabId: 1, text: 'Short', isAnew: false }, [], NOON)).not.toContainEqual(
      expect.objectContaining({ text: 'Short', isCut: true }),
    );
  });

  it.each([
    ['an emoji', '\u{1f600}'],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a flag', '\u{1f1e9}\u{1f1ea}'],
    ['a letter with an accent', 'e\u0301'],
  ])('are not truncated inside %s', (_, grapheme) => {
    expect(cutDraft(`${long}${grapheme}z`).text).toBe(long);
    const before = long.slice(0, MAX_KEPT_CHARS - grapheme.length);
    expect(cutDraft(`${before}${grapheme}z`).text).toBe(before + grapheme);
  });
});

describe('withinBudget', () => {
  const of = (at: number, char: string, length: number) => draft({ tabId: at, at, text: char.repeat(length) });
  const bytes = (drafts: KeptDrafts) => new TextEncoder().encode(JSON.stringify(drafts)).length;
  const SIX = [1, 2, 3, 4, 5, 6];

  it.each([
    ['x', MAX_KEPT_CHARS],
    ['ü', MAX_KEPT_CHARS],
    ['語', MAX_KEPT_CHARS],
    ['\u{1f600}', MAX_KEPT_CHARS / 2],
  ])('keeps all drafts below 2 MB and keeps the newest draft of the character %s', (char, length) => {
    const all = { claude: SIX.map((at) => of(at, char, length)), chatgpt: SIX.map((at) => of(at + 10, char, length)) };
    const kept = withinBudget(all);
    expect(bytes(kept)).toBeLessThan(2_000_000);
    expect(kept.chatgpt?.map(({ at }) => at)).toContain(16);
    expect(kept.claude).toEqual([]);
  });

  it('drops nothing while the drafts fit', () => {
    const all = { claude: SIX.map((at) => of(at, 'x', 1_000)) };
    expect(withinBudget(all)).toBe(all);
    expect(MAX_DRAFTS_BYTES).toBeLessThan(2_000_000);
  });
});
