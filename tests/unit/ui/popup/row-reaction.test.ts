import { expect, test } from 'vitest';
import { english } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { NOW } from '@/tests/gallery/moments';
import { CALM, episode, TROUBLE } from '@/tests/gallery/pieces';
import type { Status } from '@/utils/model/status';
import { type OfferedReaction, offeredReaction } from '@/utils/ui/popup/row';

const RECOVERED: Status = {
  ...CALM,
  recoveries: { claude: { episode: episode(), endedAt: NOW, isEndKnown: true } },
};
const says = (what: 'works' | 'broken', episodeId = 'claude-1') => ({
  reactions: { claude: { episodeId, level: 'partial_outage' as const, says: what, at: NOW } },
});
const offered = (what: OfferedReaction['says']): OfferedReaction => ({ says: what, isGiven: false });
const given = (what: OfferedReaction['says']): OfferedReaction => ({ says: what, isGiven: true });

test.each<[string, Status, boolean, OfferedReaction | null]>([
  ['is null without an outage', CALM, false, null],
  ['offers "works" during an outage', TROUBLE, false, offered('works')],
  ['returns a given answer', { ...TROUBLE, ...says('works') }, false, given('works')],
  ['ignores an answer to an earlier outage', { ...TROUBLE, ...says('works', 'claude-0') }, false, offered('works')],
  ['offers "works" again if the outage is back', { ...TROUBLE, ...says('broken') }, false, offered('works')],
  ['offers "broken" after a recovery', RECOVERED, true, offered('broken')],
  ['is null long after a recovery', RECOVERED, false, null],
  ['returns an answer that was given after a recovery', { ...RECOVERED, ...says('broken') }, true, given('broken')],
])('offeredReaction %s', (_, status, isRecovered, reaction) => {
  expect(offeredReaction(status, 'claude', isRecovered)).toEqual(reaction);
});

test.each<[string, Status, string]>([
  ['a button during an outage', TROUBLE, `>${english('popup_react_works')}</button>`],
  ['a button after a recovery', RECOVERED, `>${english('popup_react_broken')}</button>`],
  ['the answer during an outage', { ...TROUBLE, ...says('works') }, english('popup_reacted_works')],
  ['the answer after a recovery', { ...RECOVERED, ...says('broken') }, english('popup_reacted_broken')],
  [
    'an undo button that names the assistant',
    { ...TROUBLE, ...says('works') },
    `aria-label="${english('popup_react_undo_for', 'Claude')}">${english('popup_react_undo')}</button>`,
  ],
])('the row shows %s', (_, status, text) => {
  expect(rowMarkup(popupMarkup({ status }, NOW), 'claude')).toContain(text);
});
