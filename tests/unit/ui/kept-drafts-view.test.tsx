import { expect, it } from 'vitest';
import { KeptDraftList } from '@/components/options/drafts-section';
import { english, englishAt } from '@/tests/fakes/english';
import { textOf } from '@/tests/fakes/rendered';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import type { SavedDraft } from '@/utils/model/drafts';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { keptDraftsView, waitingDraftsView } from '@/utils/ui/kept-drafts-view';

const draft = (over: Partial<SavedDraft>): SavedDraft =>
  ({ state: 'typed', assistantId: 'claude', tabId: 1, text: 'Hello', at: NOON, ...over }) as SavedDraft;

const ACTIONS = { copy: async () => true, discardKept: () => undefined };

it('the view of drafts lists the saved drafts of all assistants, newest first', () => {
  const drafts = [
    draft({ at: NOON - HOUR }),
    draft({ tabId: 2, at: NOON - MINUTE }),
    draft({ assistantId: 'chatgpt', at: NOON - 2 * MINUTE }),
  ];
  const kept = keptDraftsView({ drafts, events: {} }, englishAt(NOON));
  expect(kept.map(({ name, at }) => [name, at])).toEqual([
    ['Claude', NOON - MINUTE],
    ['ChatGPT', NOON - 2 * MINUTE],
    ['Claude', NOON - HOUR],
  ]);
  const text = textOf(<KeptDraftList kept={kept} actions={ACTIONS} />, NOON);
  expect(text).toContain(english('kept_said', 'Claude', '11:59'));
  expect(text).not.toContain(english('kept_cut'));
});

it('the view of drafts says of a draft that was too long that only its beginning is saved', () => {
  const kept = keptDraftsView({ drafts: [draft({ isCut: true })], events: {} }, englishAt(NOON));
  const text = textOf(<KeptDraftList kept={kept} actions={ACTIONS} />, NOON);
  expect(text).toContain(`${english('kept_said', 'Claude', '12:00')} ${english('kept_cut')}`);
});

it('the view of drafts omits drafts that were sent or are too old, before the worker has deleted them', () => {
  const sent = { at: NOON, what: 'send', outcome: 'ok', status: 200, how: null } as const;
  const drafts = [
    draft({ state: 'cleared', at: NOON - MINUTE, clearedAt: NOON - MINUTE }),
    draft({ assistantId: 'chatgpt', at: NOON - 25 * HOUR }),
  ];
  expect(keptDraftsView({ drafts, events: { claude: [sent] } }, englishAt(NOON))).toEqual([]);
  expect(keptDraftsView({ drafts, events: {} }, englishAt(NOON))).toHaveLength(1);
});

it('the view of drafts lists drafts that wait apart from the saved ones, oldest first, by their first words', () => {
  const drafts = [
    draft({
      state: 'waiting',
      tabId: 2,
      at: NOON - HOUR,
      text: '\n Why does this loop skip items?\nHere is the code.',
    }),
    draft({ state: 'waiting', assistantId: 'chatgpt', at: NOON - 8 * 24 * HOUR }),
    draft({ state: 'waiting', at: NOON - 2 * HOUR, text: 'x'.repeat(100) }),
    draft({ tabId: 3 }),
  ];
  expect(keptDraftsView({ drafts, events: {} }, englishAt(NOON)).map(({ tabId }) => tabId)).toEqual([3]);
  const memory = { kept: { drafts }, options: DEFAULT_OPTIONS, readable: [] };
  expect(waitingDraftsView(memory, englishAt(NOON)).map(({ firstWords }) => firstWords)).toEqual([
    `${'x'.repeat(59)}…`,
    'Why does this loop skip items?',
  ]);
});

it('the view of drafts offers to fill a waiting draft in where its site is granted or takes it in the address, and to copy it elsewhere', () => {
  const drafts = [
    draft({ state: 'waiting', tabId: 1, at: NOON - 4 * MINUTE }),
    draft({ state: 'waiting', tabId: 2, at: NOON - 3 * MINUTE, text: 'x'.repeat(20_000) }),
    draft({ state: 'waiting', tabId: 3, at: NOON - 2 * MINUTE, assistantId: 'deepseek' }),
  ];
  const areFillable = (readable: readonly AssistantId[]) =>
    waitingDraftsView({ kept: { drafts }, options: DEFAULT_OPTIONS, readable }, englishAt(NOON)).map(
      ({ isFillable }) => isFillable,
    );
  expect(areFillable([])).toEqual([true, false, false]);
  expect(areFillable(['claude', 'deepseek'])).toEqual([true, true, true]);
});
