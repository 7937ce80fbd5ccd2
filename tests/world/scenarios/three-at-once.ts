import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/world/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** claude.ai and Claude API. */
const CLAUDE_HIT = ['rwppv331jlwc', 'k8w3r06qmzrp'];
/** Conversations and Login. */
const CHATGPT_HIT = ['01JMXBNJXGV1T5GT2M9XA83XNG', '01JMXBNJXG1S2D9V65P1ZZTD94'];
/** Copilot, and the models that it borrows. */
const COPILOT_HIT = ['pjmpxvq2cmr2', 'cnnb39dkkk82'];

export const threeAtOnce: Scenario = {
  name: 'three-at-once',
  title: 'Claude, ChatGPT and Copilot fall within one minute and come back at different times',
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
          title: 'Claude is out of reach',
          impact: 'critical',
          componentIds: CLAUDE_HIT,
          updates: [
            { at: 60 * SECOND, label: 'investigating', text: 'Nothing answers. We are looking for the cause.' },
            { at: 3 * MINUTE, label: 'identified', text: 'The network between us and the world is the cause.' },
            { at: 5 * MINUTE, label: 'resolved', text: 'Our side of the network is whole again.' },
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
          title: 'Many cannot sign in or write',
          impact: 'major',
          componentIds: [],
          updates: [
            { at: 75 * SECOND, label: 'investigating', text: 'Signing in and writing fail for many. We look into it.' },
            { at: 6 * MINUTE, label: 'monitoring', text: 'Traffic takes another way now. We watch.' },
            { at: 8 * MINUTE, label: 'resolved', text: 'Everybody can sign in and write.' },
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
          title: 'Copilot does not answer',
          impact: 'major',
          componentIds: COPILOT_HIT,
          updates: [
            { at: 100 * SECOND, label: 'investigating', text: 'Copilot leaves many questions without an answer.' },
            { at: 9 * MINUTE, label: 'monitoring', text: 'Answers come again, but slowly.' },
            { at: 11 * MINUTE, label: 'resolved', text: 'Copilot answers as before.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      ...CALM_SITE,
      sends: [{ from: 50 * SECOND, until: 290 * SECOND, behaviour: { kind: 'dropped' } }],
    },
    'chatgpt.com': {
      ...CALM_SITE,
      sends: [{ from: 60 * SECOND, until: 6 * MINUTE, behaviour: { kind: 'status', status: 500 } }],
    },
    'github.com': {
      ...CALM_SITE,
      sends: [{ from: 80 * SECOND, until: 9 * MINUTE, behaviour: { kind: 'status', status: 503 } }],
    },
  },
};
