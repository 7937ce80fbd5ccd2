import { expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { NOW } from '@/tests/gallery/moments';
import { CALM, episode, TROUBLE } from '@/tests/gallery/pieces';
import type { Status } from '@/utils/model/status';
import { rowReaction } from '@/utils/ui/popup/row';

const CLAUDE = { id: 'claude', name: 'Claude' } as const;
const RECOVERED: Status = {
  ...CALM,
  recoveries: { claude: { episode: episode(), endedAt: NOW, isEndKnown: true } },
};
const says = (what: 'works' | 'broken', episodeId = 'claude-1') => ({
  reactions: { claude: { episodeId, level: 'partial_outage' as const, says: what, at: NOW } },
});

test.each<[string, Status, boolean, string | null]>([
  ['shows nothing: all is well', CALM, false, null],
  ['shows popup_react_works: in trouble', TROUBLE, false, 'popup_react_works'],
  ['shows popup_reacted_works: in trouble, answered', { ...TROUBLE, ...says('works') }, false, 'popup_reacted_works'],
  [
    'shows popup_react_works: an answer to an earlier trouble',
    { ...TROUBLE, ...says('works', 'claude-0') },
    false,
    'popup_react_works',
  ],
  ['shows popup_react_works: back, but once broken', { ...TROUBLE, ...says('broken') }, false, 'popup_react_works'],
  ['shows popup_react_broken: just recovered', RECOVERED, true, 'popup_react_broken'],
  ['shows nothing: recovered long ago', RECOVERED, false, null],
  [
    'shows popup_reacted_broken: recovered, answered',
    { ...RECOVERED, ...says('broken') },
    true,
    'popup_reacted_broken',
  ],
])('rowReaction %s', (_, status, isRecovered, key) => {
  const shown = rowReaction(status, CLAUDE, isRecovered, englishAt(NOW));
  const words = shown?.said?.text ?? shown?.offer?.label ?? null;
  expect(words).toBe(key === null ? null : english(key as Parameters<typeof english>[0]));
});

test('rowReaction names the assistant in the undo button', () => {
  const shown = rowReaction({ ...TROUBLE, ...says('works') }, CLAUDE, false, englishAt(NOW));
  expect(shown?.said).toMatchObject({
    undo: english('popup_react_undo'),
    undoFor: english('popup_react_undo_for', 'Claude'),
  });
});
