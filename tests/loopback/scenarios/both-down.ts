import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** claude.ai and Claude API. */
const CLAUDE_HIT = ['rwppv331jlwc', 'k8w3r06qmzrp'];
/** Conversations, Login, Search. */
const CHATGPT_HIT = ['01JMXBNJXGV1T5GT2M9XA83XNG', '01JMXBNJXG1S2D9V65P1ZZTD94', '01JMXBNJXGKKP51D4DEJ2HZJ8Q'];

export const bothDown: Scenario = {
  name: 'both-down',
  title: 'Claude fails, then ChatGPT too; they overlap for three minutes',
  isReconstructed: false,
  note: 'Made up. That several assistants fail together, begin and end minutes apart, was recorded more than once.',
  durationMs: 8 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(30 * SECOND, 'major_outage', CLAUDE_HIT),
        ...componentMoments(5 * MINUTE, 'operational', CLAUDE_HIT),
      ],
      incidents: [
        {
          id: 'h5r8wn3c6y0p',
          title: 'claude.ai is unreachable',
          impact: 'critical',
          componentIds: CLAUDE_HIT,
          updates: [
            {
              at: 30 * SECOND,
              label: 'investigating',
              text: 'We are investigating an outage of claude.ai and the API.',
            },
            { at: 3 * MINUTE, label: 'identified', text: 'A power fault in one of the halls is the cause.' },
            { at: 5 * MINUTE, label: 'resolved', text: 'Power has been restored. All services have recovered.' },
          ],
        },
      ],
    },
    'status.openai.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(2 * MINUTE, 'partial_outage', CHATGPT_HIT),
        ...componentMoments(7 * MINUTE, 'operational', CHATGPT_HIT),
      ],
      incidents: [
        {
          id: '01K9A2C4E6G8J1M3P5R7T9V2X4',
          title: 'Errors with messages and sign-in',
          impact: 'major',
          componentIds: [],
          updates: [
            {
              at: 2 * MINUTE,
              label: 'investigating',
              text: 'We are investigating errors with messages and sign-in.',
            },
            { at: 4 * MINUTE, label: 'monitoring', text: 'We have added capacity and are monitoring the results.' },
            { at: 7 * MINUTE, label: 'resolved', text: 'All impacted services have now fully recovered.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [{ from: 60 * SECOND, until: 4 * MINUTE, behavior: { kind: 'status', status: 503 } }],
      sends: [{ from: 10 * SECOND, until: 5 * MINUTE, behavior: { kind: 'status', status: 500 } }],
    },
    'chatgpt.com': {
      ...CALM_SITE,
      sends: [{ from: 100 * SECOND, until: 6 * MINUTE, behavior: { kind: 'hang' } }],
    },
  },
};
