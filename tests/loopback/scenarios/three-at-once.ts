import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** claude.ai and Claude API. */
const CLAUDE_HIT = ['rwppv331jlwc', 'k8w3r06qmzrp'];
/** Conversations and Login. */
const CHATGPT_HIT = ['01JMXBNJXGV1T5GT2M9XA83XNG', '01JMXBNJXG1S2D9V65P1ZZTD94'];
/** Copilot and its model providers. */
const COPILOT_HIT = ['pjmpxvq2cmr2', 'cnnb39dkkk82'];

export const threeAtOnce: Scenario = {
  name: 'three-at-once',
  title: 'Claude, ChatGPT and Copilot fail within one minute and recover at different times',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 13 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(60 * SECOND, 'major_outage', CLAUDE_HIT),
        ...componentMoments(5 * MINUTE, 'operational', CLAUDE_HIT),
      ],
      incidents: [
        {
          id: 'r1c7z4n0m8tx',
          title: 'claude.ai is unavailable',
          impact: 'critical',
          componentIds: CLAUDE_HIT,
          updates: [
            { at: 60 * SECOND, label: 'investigating', text: 'We are investigating an outage of claude.ai.' },
            {
              at: 3 * MINUTE,
              label: 'identified',
              text: 'The issue has been identified as a network problem. We are working with our carrier.',
            },
            {
              at: 5 * MINUTE,
              label: 'resolved',
              text: 'Network connectivity has been restored. This incident has been resolved.',
            },
          ],
        },
      ],
    },
    'status.openai.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(75 * SECOND, 'partial_outage', CHATGPT_HIT),
        ...componentMoments(8 * MINUTE, 'operational', CHATGPT_HIT),
      ],
      incidents: [
        {
          id: '01K9B7D2F4H6K8N1Q3S5V7X9Z0',
          title: 'Issues with sign-in and conversations',
          impact: 'major',
          componentIds: [],
          updates: [
            {
              at: 75 * SECOND,
              label: 'investigating',
              text: 'We are investigating issues with sign-in and sending messages.',
            },
            {
              at: 6 * MINUTE,
              label: 'monitoring',
              text: 'Traffic has been rerouted and we are monitoring the recovery.',
            },
            { at: 8 * MINUTE, label: 'resolved', text: 'All impacted services have now fully recovered.' },
          ],
        },
      ],
    },
    'www.githubstatus.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(100 * SECOND, 'partial_outage', COPILOT_HIT),
        ...componentMoments(9 * MINUTE, 'degraded', COPILOT_HIT),
        ...componentMoments(11 * MINUTE, 'operational', COPILOT_HIT),
      ],
      incidents: [
        {
          id: 'j5f2v9k6p3ql',
          title: 'Copilot is not responding',
          impact: 'major',
          componentIds: COPILOT_HIT,
          updates: [
            {
              at: 100 * SECOND,
              label: 'investigating',
              text: 'We are investigating reports of Copilot requests timing out.',
            },
            {
              at: 9 * MINUTE,
              label: 'monitoring',
              text: 'Copilot is recovering. Responses are still slower than usual.',
            },
            { at: 11 * MINUTE, label: 'resolved', text: 'This incident has been resolved.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      ...CALM_SITE,
      sends: [{ from: 50 * SECOND, until: 290 * SECOND, behavior: { kind: 'dropped' } }],
    },
    'chatgpt.com': {
      ...CALM_SITE,
      sends: [{ from: 60 * SECOND, until: 6 * MINUTE, behavior: { kind: 'status', status: 500 } }],
    },
    'github.com': {
      ...CALM_SITE,
      sends: [{ from: 80 * SECOND, until: 9 * MINUTE, behavior: { kind: 'status', status: 503 } }],
    },
  },
};
