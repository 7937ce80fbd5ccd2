import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/world/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** claude.ai, Claude API, Claude Code, Claude Cowork: the four that real incidents name together. */
const HIT = ['rwppv331jlwc', 'k8w3r06qmzrp', 'yyzkbfz2thpt', 'bpp5gb3hpjcl'];

export const claudeOutage: Scenario = {
  name: 'claude-outage',
  title: 'Claude goes down and comes back; ChatGPT is well throughout',
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
        // Green a minute before the incident is closed, as on the real page.
        ...componentMoments(300 * SECOND, 'operational', HIT),
      ],
      incidents: [
        {
          id: 'x7d2kq9v5m3t',
          title: 'Many requests to Claude fail',
          titleEdits: [{ at: 150 * SECOND, title: 'Most requests to Claude fail, in the app and the API' }],
          impact: 'major',
          componentIds: HIT,
          updates: [
            {
              at: 40 * SECOND,
              label: 'investigating',
              text: 'Many messages end in an error since a few minutes ago. We are finding out why.',
            },
            {
              at: 95 * SECOND,
              label: 'update',
              text: 'The errors hit all models. Conversations that are saved are not in danger.',
            },
            { at: 150 * SECOND, label: 'update', text: 'It has become worse: most messages fail now.' },
            {
              at: 210 * SECOND,
              label: 'identified',
              text: 'A change to how requests are spread over our machines is the cause. It is being taken back.',
            },
            {
              at: 270 * SECOND,
              label: 'monitoring',
              text: 'The change is taken back and errors are falling. We watch.',
            },
            { at: 360 * SECOND, label: 'resolved', text: 'Messages go through as they should again.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      ...CALM_SITE,
      // Messages fail some time before the status page says so.
      sends: [{ from: 25 * SECOND, until: 290 * SECOND, behaviour: { kind: 'status', status: 529 } }],
    },
  },
};
