import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { MINUTE, SECOND } from './duration';

const CONVERSATIONS = '01JMXBNJXGV1T5GT2M9XA83XNG';

export const chatgptDegraded: Scenario = {
  name: 'chatgpt-degraded',
  title: 'ChatGPT is slow for some users; the incident names no component and is backdated',
  isReconstructed: false,
  note: 'Made up. Backdated times and incidents without components are recorded habits of status.openai.com.',
  durationMs: 7 * MINUTE,
  pages: {
    'status.openai.com': {
      ...CALM_PAGE,
      componentMoments: [
        { at: 30 * SECOND, componentId: CONVERSATIONS, level: 'degraded' },
        { at: 5 * MINUTE, componentId: CONVERSATIONS, level: 'operational' },
      ],
      incidents: [
        {
          id: '01K8V3N6P9R2S5T8W1X4Y7Z0A3',
          title: 'Slow responses',
          titleEdits: [{ at: 2 * MINUTE, title: 'Slow responses on free and paid plans' }],
          impact: 'minor',
          componentIds: [],
          updates: [
            {
              at: 30 * SECOND,
              shownAt: -14 * MINUTE,
              label: 'investigating',
              text: 'We are investigating slow response times for some users.',
            },
            {
              at: 4 * MINUTE,
              shownAt: 2 * MINUTE,
              label: 'monitoring',
              text: 'We have added capacity and are monitoring the recovery.',
            },
            { at: 6 * MINUTE, label: 'resolved', text: 'Response times have returned to normal.' },
          ],
        },
      ],
    },
  },
  sites: { 'chatgpt.com': CALM_SITE },
};
