import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** claude.ai, Claude API, Claude Code, Claude Cowork: the four that real incidents name together. */
const HIT = ['rwppv331jlwc', 'k8w3r06qmzrp', 'yyzkbfz2thpt', 'bpp5gb3hpjcl'];

export const claudeOutage: Scenario = {
  name: 'claude-outage',
  title: 'Claude goes down and recovers; ChatGPT stays up',
  isReconstructed: false,
  note: 'Made up, and much faster than life. The order of steps is that of recorded incidents on status.claude.com.',
  durationMs: 7 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(40 * SECOND, 'partial_outage', HIT),
        ...componentMoments(150 * SECOND, 'major_outage', HIT),
        ...componentMoments(270 * SECOND, 'partial_outage', HIT),
        // Operational a minute before the incident is resolved, as on the real page.
        ...componentMoments(300 * SECOND, 'operational', HIT),
      ],
      incidents: [
        {
          id: 'x7d2kq9v5m3t',
          title: 'Elevated errors on Claude',
          titleEdits: [{ at: 150 * SECOND, title: 'Major outage of claude.ai and the Claude API' }],
          impact: 'major',
          componentIds: HIT,
          updates: [
            {
              at: 40 * SECOND,
              label: 'investigating',
              text: 'We are investigating elevated error rates on claude.ai and the API.',
            },
            {
              at: 95 * SECOND,
              label: 'update',
              text: 'All models are affected. Saved conversations are not affected.',
            },
            {
              at: 150 * SECOND,
              label: 'update',
              text: 'Error rates have increased. Most requests are currently failing.',
            },
            {
              at: 210 * SECOND,
              label: 'identified',
              text: 'The issue has been identified as a load-balancing change. We are rolling it back.',
            },
            {
              at: 270 * SECOND,
              label: 'monitoring',
              text: 'The change has been rolled back and error rates are falling. We are monitoring the results.',
            },
            { at: 360 * SECOND, label: 'resolved', text: 'This incident has been resolved.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      ...CALM_SITE,
      // Messages fail some time before the status page reports it.
      sends: [{ from: 25 * SECOND, until: 290 * SECOND, behavior: { kind: 'status', status: 529 } }],
    },
  },
};
