import type { OpinionAnswer, OpinionSourceId, OpinionState } from '@/utils/model/opinion';
import type { GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import { CALM, popup, SUSPECTED, withClaude } from '../pieces';
import { CHECK_STATES } from './check-states';

const FAILING: OpinionAnswer = {
  kind: 'said',
  word: 'affected',
  value: { kind: 'success_rate', last5m: 62.4, last30m: 91 },
  at: null,
  readAt: NOW,
};
const SUCCEEDING: OpinionAnswer = {
  kind: 'said',
  word: 'not_affected',
  value: { kind: 'success_rate', last5m: 99.76, last30m: 99.8 },
  at: null,
  readAt: NOW,
};
const REPORTED: OpinionAnswer = {
  kind: 'said',
  word: 'affected',
  value: { kind: 'reports', lastHour: 48, usualHour: 5.4 },
  at: NOW - MINUTE,
  readAt: NOW,
};
const NOTHING_REPORTED: OpinionAnswer = {
  kind: 'said',
  word: 'not_affected',
  value: { kind: 'reports', lastHour: 1, usualHour: 5.4 },
  at: NOW - MINUTE,
  readAt: NOW,
};
const PAGE_GREEN: OpinionAnswer = {
  kind: 'said',
  word: 'not_affected',
  value: { kind: 'page_word', level: 'operational' },
  at: NOW - 3 * MINUTE,
  readAt: NOW,
};
const LATE: OpinionAnswer = { kind: 'silent', why: 'too_late' };

function answered(answers: Record<OpinionSourceId, OpinionAnswer>): OpinionState {
  const { openrouter, isitdownstatus, aiwatch } = answers;
  return {
    kind: 'answered',
    answers: [
      { id: 'openrouter', isIndependent: true, answer: openrouter },
      { id: 'isitdownstatus', isIndependent: true, answer: isitdownstatus },
      { id: 'aiwatch', isIndependent: false, answer: aiwatch },
    ],
  };
}

const AGREEING = answered({ openrouter: FAILING, isitdownstatus: REPORTED, aiwatch: PAGE_GREEN });

const OPINIONS: Record<string, OpinionState> = {
  asking: { kind: 'asking' },
  affected: AGREEING,
  'not-affected': answered({ openrouter: SUCCEEDING, isitdownstatus: NOTHING_REPORTED, aiwatch: PAGE_GREEN }),
  disagreeing: answered({ openrouter: FAILING, isitdownstatus: NOTHING_REPORTED, aiwatch: PAGE_GREEN }),
  'one-source': answered({ openrouter: FAILING, isitdownstatus: LATE, aiwatch: LATE }),
  'too-old': answered({ openrouter: LATE, isitdownstatus: { ...REPORTED, at: NOW - 25 * MINUTE }, aiwatch: LATE }),
  'no-answer': answered({ openrouter: LATE, isitdownstatus: { kind: 'silent', why: 'unreadable' }, aiwatch: LATE }),
  'some-refused': answered({
    openrouter: FAILING,
    isitdownstatus: { kind: 'silent', why: 'not_allowed' },
    aiwatch: { kind: 'silent', why: 'not_allowed' },
  }),
  refused: { kind: 'refused' },
};

const CHECKED = CHECK_STATES['check-service-possible'];
const inCheck = (opinion: OpinionState): GalleryState =>
  CHECKED?.surface === 'check' ? { ...CHECKED, opinion } : popup(CALM);

export const OPINION_STATES: Record<string, GalleryState> = {
  ...Object.fromEntries(Object.entries(OPINIONS).map(([name, opinion]) => [`check-others-${name}`, inCheck(opinion)])),
  'suspected-others-affected': popup(withClaude('operational', SUSPECTED), { opinions: { claude: AGREEING } }),
  'suspected-others-refused': popup(withClaude('operational', SUSPECTED), {
    opinions: { claude: { kind: 'refused' } },
  }),
};
