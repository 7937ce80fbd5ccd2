import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { SavedDraft } from '@/utils/model/drafts';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';

const draft = (over: Partial<SavedDraft>): SavedDraft =>
  ({ state: 'typed', assistantId: 'claude', tabId: 1, text: 'Hello', at: NOON, ...over }) as SavedDraft;

it('lists what is kept of everybody, the newest first, by whom and when', () => {
  const drafts = [
    draft({ at: NOON - HOUR }),
    draft({ tabId: 2, at: NOON - MINUTE }),
    draft({ assistantId: 'chatgpt', at: NOON - 2 * MINUTE }),
  ];
  const kept = keptDraftsView({ drafts, events: {} }, englishAt(NOON));
  expect(kept.map(({ said }) => said.text)).toEqual([
    english('kept_said', 'Claude', '11:59'),
    english('kept_said', 'ChatGPT', '11:58'),
    english('kept_said', 'Claude', '11:00'),
  ]);
  expect(kept[0]).toMatchObject({ assistantId: 'claude', at: NOON - MINUTE });
});

it('offers nothing that was sent, or that is too old, although nobody has erased it yet', () => {
  const sent = { at: NOON, what: 'send', outcome: 'ok', status: 200, how: null } as const;
  const drafts = [
    draft({ state: 'cleared', at: NOON - MINUTE, clearedAt: NOON - MINUTE }),
    draft({ assistantId: 'chatgpt', at: NOON - 25 * HOUR }),
  ];
  expect(keptDraftsView({ drafts, events: { claude: [sent] } }, englishAt(NOON))).toEqual([]);
  expect(keptDraftsView({ drafts, events: {} }, englishAt(NOON))).toHaveLength(1);
});
