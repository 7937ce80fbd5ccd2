import { CALM_PAGE, CALM_SITE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

/** The API only; the chat stays up. */
const CLAUDE_API = ['k8w3r06qmzrp'];
const DEEPSEEK_HIT = ['01KY4ND2PNYT9FY5W4ZH80VGJ4'];
const GROK_HIT = ['grok-com'];
const MICROSOFT_HIT = ['Microsoft Copilot'];
const CURSOR_HIT = ['rflc60xp5jp2'];

export const manyAtOnce: Scenario = {
  name: 'many-at-once',
  title: 'The Claude API fails, and so does Cursor, which depends on it; Grok, DeepSeek and Microsoft Copilot fail too',
  isReconstructed: false,
  note: 'Made up. Assistants that failed with the models they depend on were recorded more than once.',
  durationMs: 10 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(30 * SECOND, 'major_outage', CLAUDE_API),
        ...componentMoments(8 * MINUTE, 'operational', CLAUDE_API),
      ],
      incidents: [
        {
          id: 'q4t8b2x7k1wd',
          title: 'API requests are failing',
          impact: 'major',
          componentIds: CLAUDE_API,
          updates: [
            { at: 30 * SECOND, label: 'investigating', text: 'We are investigating reports of API requests failing.' },
            {
              at: 8 * MINUTE,
              label: 'resolved',
              text: 'API requests are succeeding again. This incident has been resolved.',
            },
          ],
        },
      ],
    },
    'status.cursor.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(50 * SECOND, 'degraded', CURSOR_HIT),
        ...componentMoments(9 * MINUTE, 'operational', CURSOR_HIT),
      ],
    },
    'status.deepseek.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(60 * SECOND, 'partial_outage', DEEPSEEK_HIT),
        ...componentMoments(7 * MINUTE, 'operational', DEEPSEEK_HIT),
      ],
      incidents: [
        {
          id: '6750000000042',
          title: 'Elevated error rates in chat',
          impact: 'major',
          componentIds: DEEPSEEK_HIT,
          updates: [
            { at: 60 * SECOND, label: 'investigating', text: 'We are investigating elevated error rates.' },
            { at: 7 * MINUTE, label: 'resolved', text: 'This incident has been resolved.' },
          ],
        },
      ],
    },
    'status.x.ai': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(70 * SECOND, 'major_outage', GROK_HIT),
        ...componentMoments(6 * MINUTE, 'operational', GROK_HIT),
      ],
      incidents: [
        {
          id: 'made-up-7c1e',
          title: 'Requests are failing',
          impact: 'critical',
          componentIds: GROK_HIT,
          updates: [
            { at: 70 * SECOND, label: 'investigating', text: 'We are investigating reports of requests failing.' },
            {
              at: 6 * MINUTE,
              label: 'resolved',
              text: 'Requests are succeeding again. This incident has been resolved.',
            },
          ],
        },
      ],
    },
    'status.cloud.microsoft': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(80 * SECOND, 'degraded', MICROSOFT_HIT),
        ...componentMoments(5 * MINUTE, 'operational', MICROSOFT_HIT),
      ],
    },
  },
  sites: {
    'grok.com': {
      ...CALM_SITE,
      sends: [{ from: 60 * SECOND, until: 6 * MINUTE, behavior: { kind: 'status', status: 503 } }],
    },
  },
};
