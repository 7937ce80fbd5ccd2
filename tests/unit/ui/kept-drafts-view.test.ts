import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { SavedDraft } from '@/utils/model/drafts';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';

const draft = (over: Partial<SavedDraft>): SavedDraft => ({
  tabId: 1,
  text: 'Hello',
  at: NOON,
  clearedAt: null,
  ...over,
});

it('keptDraftsView lists saved drafts of all assistants, newest first', () => {
  const drafts = {
    claude: [draft({ at: NOON - HOUR }), draft({ tabId: 2, at: NOON - MINUTE })],
    chatgpt: [draft({ at: NOON - 2 * MINUTE })],
  };
  const kept = keptDraftsView({ drafts, events: {} }, englishAt(NOON));
  expect(kept.map(({ said }) => said.text)).toEqual([
    english('kept_said', 'Claude', '11:59'),
    english('kept_said', 'ChatGPT', '11:58'),
    english('kept_said', 'Claude', '11:00'),
  ]);
  expect(kept[0]).toMatchObject({ assistantId: 'claude', at: NOON - MINUTE });
});

it('keptDraftsView omits drafts that were sent or are too old', () => {
  const sent = { at: NOON, what: 'send', outcome: 'ok', status: 200, how: null } as const;
  const drafts = { claude: [draft({ clearedAt: NOON - MINUTE })], chatgpt: [draft({ at: NOON - 25 * HOUR })] };
  expect(keptDraftsView({ drafts, events: { claude: [sent] } }, englishAt(NOON))).toEqual([]);
  expect(keptDraftsView({ drafts, events: {} }, englishAt(NOON))).toHaveLength(1);
});
