import { CALM_PAGE, type Scenario } from '@/tests/world/scenario';
import { componentMoments } from './component-moments';
import { MINUTE } from './duration';

/** claude.ai and Claude API. */
const HIT = ['rwppv331jlwc', 'k8w3r06qmzrp'];

export const reopened: Scenario = {
  name: 'reopened',
  title: 'An incident at Claude is closed, and opened again eight minutes later',
  isReconstructed: false,
  note: 'Made up. That a reopened incident keeps the moment of its first end was recorded on status.openai.com.',
  durationMs: 36 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(MINUTE, 'partial_outage', HIT),
        ...componentMoments(10 * MINUTE, 'operational', HIT),
        ...componentMoments(18 * MINUTE, 'degraded', HIT),
        ...componentMoments(28 * MINUTE, 'operational', HIT),
      ],
      incidents: [
        {
          id: 'd6t1p8x3fk0w',
          title: 'Messages to Claude fail',
          titleEdits: [{ at: 20 * MINUTE, title: 'Messages to Claude fail, and answers are slow' }],
          impact: 'major',
          componentIds: HIT,
          updates: [
            { at: MINUTE, label: 'investigating', text: 'Messages end in an error. We are looking for the cause.' },
            { at: 5 * MINUTE, label: 'identified', text: 'A store of sessions is full. We make room.' },
            { at: 10 * MINUTE, label: 'resolved', text: 'There is room again, and messages go through.' },
            { at: 18 * MINUTE, label: 'investigating', text: 'It has begun again, more mildly. We look once more.' },
            {
              at: 23 * MINUTE,
              shownAt: 19 * MINUTE,
              label: 'identified',
              text: 'Since a few minutes we know what fills the store.',
            },
            { at: 28 * MINUTE, label: 'monitoring', text: 'What filled it is turned off. We watch.' },
            { at: 34 * MINUTE, label: 'resolved', text: 'It stays empty. This time it is over.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [],
      sends: [{ from: 0, until: 9 * MINUTE, behaviour: { kind: 'status', status: 500 } }],
    },
  },
};
