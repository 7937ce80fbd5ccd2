import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import { cutDraft, detached, MAX_KEPT_CHARS, type SavedDraft } from '@/utils/model/drafts';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { draftFor, MAX_DRAFTS_BYTES, tidyDrafts, withAutosaved, withinBudget } from '@/utils/rules/fallbacks/drafts';

const draft = (over: Partial<SavedDraft> = {}): SavedDraft =>
  ({
    state: 'typed',
    assistantId: 'claude',
    tabId: 1,
    text: 'Half a thought',
    at: NOON - MINUTE,
    ...over,
  }) as SavedDraft;
const cleared = (clearedAt: number, over: Partial<SavedDraft> = {}) => draft({ ...over, state: 'cleared', clearedAt });

const sent = (at: number, over: Partial<EvidenceEvent> = {}): EvidenceEvent => ({
  at,
  what: 'send',
  outcome: 'ok',
  status: 200,
  how: null,
  ...over,
});

const typed = (drafts: SavedDraft[], text: string) =>
  withAutosaved(drafts, { assistantId: 'claude', tabId: 1, text, isNewText: false }, [], NOON);
const begun = (drafts: SavedDraft[], text: string, evidence: EvidenceEvent[] = []) =>
  withAutosaved(drafts, { assistantId: 'claude', tabId: 1, text, isNewText: true }, evidence, NOON);

describe('a draft of an earlier browser session', () => {
  const earlier = detached(draft());

  it('belongs to no tab, and keeps a key of its own', () => {
    expect(earlier.tabId).toBeLessThan(0);
    expect(detached(earlier)).toBe(earlier);
    expect(detached(draft({ tabId: 0 })).tabId).not.toBe(earlier.tabId);
    expect(draftFor([earlier, draft({ text: 'Own', at: NOON - HOUR })], [], 1, [1])?.text).toBe('Own');
    expect(draftFor([earlier], [], 1, [1])).toBe(earlier);
  });

  it('is neither replaced by what another tab with its id holds, nor taken for cleared', () => {
    expect(typed([earlier], 'Something else')).toEqual([draft({ text: 'Something else', at: NOON }), earlier]);
    expect(typed([earlier], '')).toEqual([earlier]);
  });

  it('is continued by the tab that still holds it', () => {
    expect(typed([earlier], 'Half a thought, and more')).toEqual([
      draft({ text: 'Half a thought, and more', at: NOON, begunAt: NOON - MINUTE }),
    ]);
    expect(begun([earlier], 'Half a thought')).toHaveLength(1);
  });

  it('is dropped once its message has gone through in any tab', () => {
    expect(
      tidyDrafts([detached(cleared(NOON))], { claude: [sent(NOON + SECOND, { tabId: 4 })] }, NOON + SECOND),
    ).toEqual([]);
  });
});

describe('withAutosaved', () => {
  it('replaces the saved draft with the current composer text', () => {
    expect(typed([draft()], 'A whole one')).toEqual([draft({ text: 'A whole one', at: NOON })]);
  });

  it('marks the saved draft as cleared when the composer is empty', () => {
    const after = typed([draft()], '  \n');
    expect(after).toEqual([cleared(NOON)]);
    expect(
      withAutosaved(after, { assistantId: 'claude', tabId: 1, text: '', isNewText: false }, [], NOON + SECOND),
    ).toEqual(after);
  });

  it('leaves a draft that was lost alone where the one in the composer was discarded or waits', () => {
    const lost = draft({ state: 'offered', text: 'Lost' });
    expect(typed([lost], 'Hello again')).toEqual([draft({ text: 'Hello again', at: NOON }), lost]);
    expect(typed([lost], '')).toEqual([lost]);
  });

  it('finds the draft in the composer after the clock was set back, too', () => {
    const lost = draft({ state: 'offered', text: 'Lost', at: NOON + MINUTE });
    expect(typed([lost, draft()], 'A whole one')).toEqual([draft({ text: 'A whole one', at: NOON }), lost]);
  });

  it('saves nothing when nothing was typed', () => {
    expect(typed([], '')).toEqual([]);
  });

  it('offers what a reload lost, beside the text begun after it', () => {
    expect(begun([draft()], 'Hello')).toMatchObject([{ text: 'Hello' }, { text: 'Half a thought', state: 'offered' }]);
  });

  it('offers a draft whose message failed or may still fail, and drops one that was sent', () => {
    const left = cleared(NOON - MINUTE);
    const failed = sent(NOON - MINUTE, { outcome: 'failed' });
    expect(begun([left], 'Hello', [failed])).toMatchObject([{ text: 'Hello' }, { state: 'offered' }]);
    expect(begun([left], 'Hello')).toMatchObject([{ text: 'Hello' }, left]);
    expect(begun([left], 'Hello', [sent(NOON - MINUTE)])).toMatchObject([{ text: 'Hello' }]);
  });

  it('offers a draft that was lost while the next one was typed, before a success of the next could count for both', () => {
    const lost = cleared(NOON - MINUTE, { text: 'Lost', at: NOON - 2 * MINUTE });
    const failed = sent(NOON - SECOND, { outcome: 'failed' });
    const next = { assistantId: 'claude', tabId: 1, text: '', isNewText: false } as const;
    const after = withAutosaved([draft({ at: NOON - SECOND }), lost], next, [failed], NOON);
    expect(after).toMatchObject([{ state: 'cleared' }, { text: 'Lost', state: 'offered' }]);
  });

  it('drops what was probably sent first where there are too many', () => {
    const many = Array.from({ length: 4 }, (_, index) => draft({ tabId: index + 2 }));
    const kept = begun([cleared(NOON - SECOND), ...many], 'Hello');
    expect(kept.map(({ tabId }) => tabId)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps the time at which the draft was begun through later edits', () => {
    const [first] = begun([], 'Half');
    const [second] = withAutosaved(
      first ? [first] : [],
      { assistantId: 'claude', tabId: 1, text: 'Half a', isNewText: false },
      [],
      NOON + SECOND,
    );
    expect(second).toMatchObject({ at: NOON + SECOND, begunAt: NOON });
    const [other] = withAutosaved(
      second ? [second] : [],
      { assistantId: 'claude', tabId: 1, text: 'Hello', isNewText: false },
      [],
      NOON + MINUTE,
    );
    expect(other?.begunAt).toBeUndefined();
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
    ['keeps a cleared draft for ten minutes', cleared(NOON - 9 * MINUTE), [], true],
    ['deletes a cleared draft after ten minutes', cleared(NOON - 10 * MINUTE), [], false],
    ['deletes a draft whose message succeeded', cleared(NOON - MINUTE), [sent(NOON)], false],
    [
      'deletes a draft whose message succeeded in the same tab',
      cleared(NOON - MINUTE),
      [sent(NOON, { tabId: 1 })],
      false,
    ],
    ['keeps a draft when another tab sends a message', cleared(NOON - MINUTE), [sent(NOON, { tabId: 2 })], true],
    [
      'keeps a draft when a message that was sent before it was begun succeeds late',
      cleared(NOON - 20 * SECOND, { at: NOON - 30 * SECOND, begunAt: NOON - 40 * SECOND }),
      [
        sent(NOON - 22 * SECOND, { startedAt: NOON - 41 * SECOND }),
        sent(NOON - 19 * SECOND, { startedAt: NOON - 21 * SECOND, outcome: 'failed' }),
      ],
      true,
    ],
    [
      'deletes a draft whose message was sent while its last letters were saved',
      cleared(NOON - 20 * SECOND, { at: NOON - 30 * SECOND, begunAt: NOON - 40 * SECOND }),
      [sent(NOON, { startedAt: NOON - 31 * SECOND })],
      false,
    ],
    ['keeps a draft whose message failed', cleared(NOON - MINUTE), [sent(NOON, { outcome: 'failed' })], true],
    ['deletes a draft whose answer was short', cleared(NOON - MINUTE), [sent(NOON, { outcome: 'brief' })], false],
    [
      'keeps a draft whose answer ended at once, which may be an error',
      cleared(NOON - MINUTE),
      [sent(NOON, { outcome: 'brief', isAtOnce: true })],
      true,
    ],
    [
      'deletes a draft whose message was answered after an answer that ended at once',
      cleared(NOON - MINUTE),
      [sent(NOON - SECOND, { outcome: 'brief', isAtOnce: true }), sent(NOON)],
      false,
    ],
    ['keeps a draft cleared after the last message', cleared(NOON - MINUTE), [sent(NOON - 2 * MINUTE)], true],
    ['keeps a draft when a connection opens', cleared(NOON - MINUTE), [sent(NOON, { what: 'handshake' })], true],
    ['keeps a draft when a page loads', cleared(NOON - MINUTE), [sent(NOON, { what: 'page' })], true],
  ])('%s', (_, one, evidence, stays) => {
    expect(tidyDrafts([one], { claude: evidence }, NOON)).toEqual(stays ? [one] : []);
  });
});

it('tidyDrafts treats a cleared draft whose message failed as unsent and keeps it', () => {
  const failed = sent(NOON - 6 * MINUTE, { outcome: 'failed' });
  expect(tidyDrafts([cleared(NOON - 6 * MINUTE)], { claude: [failed] }, NOON)).toEqual([draft({ state: 'offered' })]);
});

describe('the draft offered in a tab', () => {
  it('is the one that surely was not sent, before one that may have been', () => {
    const both = [cleared(NOON, { text: 'Hello' }), draft()];
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

  it('is kept cut, and says so', () => {
    const [kept] = withAutosaved([], { assistantId: 'claude', tabId: 1, text: `${long}yz`, isNewText: true }, [], NOON);
    expect(kept).toMatchObject({ text: `${long}y`, isCut: true });
  });

  it('is still known as cut when the script in the tab has cut it', () => {
    expect(
      withAutosaved([], { assistantId: 'claude', tabId: 1, text: 'x', isNewText: true, isCut: true }, [], NOON),
    ).toMatchObject([{ isCut: true }]);
  });

  it('is whole again once it is short enough', () => {
    const cut = withAutosaved([], { assistantId: 'claude', tabId: 1, text: `${long}yz`, isNewText: true }, [], NOON);
    expect(
      withAutosaved(cut, { assistantId: 'claude', tabId: 1, text: 'Short', isNewText: false }, [], NOON),
    ).not.toContainEqual(expect.objectContaining({ text: 'Short', isCut: true }));
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

  it('are not truncated inside a surrogate pair when one grapheme is longer than what is segmented', () => {
    const joined = `x${'\u{1f468}\u200d'.repeat(MAX_KEPT_CHARS)}`;
    expect(cutDraft(joined).text.isWellFormed()).toBe(true);
  });
});

describe('all drafts together', () => {
  const of = (assistantId: AssistantId) => (at: number, char: string, length: number) =>
    draft({ assistantId, tabId: at, at, text: char.repeat(length) });
  const bytes = (drafts: readonly SavedDraft[]) => new TextEncoder().encode(JSON.stringify(drafts)).length;
  const SIX = [1, 2, 3, 4, 5, 6];

  it.each([
    ['x', MAX_KEPT_CHARS],
    ['ü', MAX_KEPT_CHARS],
    ['語', MAX_KEPT_CHARS],
    ['\u{1f600}', MAX_KEPT_CHARS / 2],
  ])('keeps all drafts below 2 MB and keeps the newest draft of the character %s', (char, length) => {
    const all = [
      ...SIX.map((at) => of('claude')(at, char, length)),
      ...SIX.map((at) => of('chatgpt')(at + 10, char, length)),
    ];
    const kept = withinBudget(all);
    expect(bytes(kept)).toBeLessThan(2_000_000);
    expect(kept.map(({ at }) => at)).toContain(16);
    expect(kept.filter(({ assistantId }) => assistantId === 'claude')).toEqual([]);
  });

  it('give way to those that wait, however old these are', () => {
    const waiting = { ...of('claude')(0, '語', MAX_KEPT_CHARS), state: 'waiting' } as SavedDraft;
    const kept = withinBudget([...SIX.map((at) => of('chatgpt')(at, '語', MAX_KEPT_CHARS)), waiting]);
    expect(kept).toContain(waiting);
    expect(bytes(kept)).toBeLessThan(2_000_000);
  });

  it('lose nothing as long as they fit', () => {
    const all = SIX.map((at) => of('claude')(at, 'x', 1_000));
    expect(withinBudget(all)).toBe(all);
    expect(MAX_DRAFTS_BYTES).toBeLessThan(2_000_000);
  });
});
