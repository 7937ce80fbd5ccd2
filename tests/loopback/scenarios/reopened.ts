import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE } from './duration';

/** claude.ai and Claude API. */
const HIT = ['rwppv331jlwc', 'k8w3r06qmzrp'];

export const reopened: Scenario = {
  name: 'reopened',
  title: 'A Claude incident is resolved, then reopened eight minutes later',
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
          title: 'Elevated errors on claude.ai',
          titleEdits: [{ at: 20 * MINUTE, title: 'Elevated errors and slow responses on Claude' }],
          impact: 'major',
          componentIds: HIT,
          updates: [
            { at: MINUTE, label: 'investigating', text: 'We are investigating elevated error rates on claude.ai.' },
            { at: 5 * MINUTE, label: 'identified', text: 'A store of sessions is full. We make room.' },
            { at: 10 * MINUTE, label: 'resolved', text: 'This incident has been resolved.' },
            {
              at: 18 * MINUTE,
              label: 'investigating',
              text: 'Error rates are elevated again. We are continuing to investigate.',
            },
            {
              at: 23 * MINUTE,
              shownAt: 19 * MINUTE,
              label: 'identified',
              text: 'The issue has been identified as a storage problem. A fix is being implemented.',
            },
            {
              at: 28 * MINUTE,
              label: 'monitoring',
              text: 'A fix has been implemented and we are monitoring the results.',
            },
            {
              at: 34 * MINUTE,
              label: 'resolved',
              text: 'Error rates have stayed normal. This incident has been resolved.',
            },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [],
      sends: [{ from: 0, until: 9 * MINUTE, behavior: { kind: 'status', status: 500 } }],
    },
  },
};
