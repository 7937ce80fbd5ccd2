import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE } from './duration';

const START = Date.parse('2026-09-03T12:30Z');
/** The offset of a UTC time of that day. */
const at = (time: string) => Date.parse(`2026-09-03T${time}Z`) - START;

/** claude.ai, Claude API, Claude Code, Claude Cowork. */
const CLAUDE_HIT = ['rwppv331jlwc', 'k8w3r06qmzrp', 'yyzkbfz2thpt', 'bpp5gb3hpjcl'];
/** Search, Conversations. */
const CHATGPT_HIT = ['01JMXBNJXGKKP51D4DEJ2HZJ8Q', '01JMXBNJXGV1T5GT2M9XA83XNG'];

/** 3 September 2026 from 12:30 to 17:10 UTC. */
export const septemberThird: Scenario = {
  name: '2026-09-03',
  title: 'An afternoon in September: Claude fails twice, and ChatGPT in between',
  isReconstructed: true,
  note: [
    'Recorded are the times, ids, phases and impacts of the three incidents, the components of Claude,',
    'and that ChatGPT’s feed named Search.',
    'Documented is that the API answered Codex with 404 from 14:39:25.',
    'Made up are all words, that Conversations was degraded with Search and for how long,',
    'and what the chats themselves did: that ChatGPT’s answered with 404 as well is one report.',
  ].join(' '),
  durationMs: 280 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(at('12:37:31.934'), 'partial_outage', CLAUDE_HIT),
        // Operational before the incident is resolved.
        ...componentMoments(at('12:47:15.690'), 'operational', CLAUDE_HIT),
        ...componentMoments(at('13:26:04.201'), 'partial_outage', CLAUDE_HIT),
        ...componentMoments(at('16:23:12.052'), 'operational', CLAUDE_HIT),
      ],
      incidents: [
        {
          id: '288w7p4hk1l1',
          title: 'Elevated errors on Claude Sonnet 5',
          impact: 'major',
          componentIds: CLAUDE_HIT,
          createdAt: at('12:37:31.766'),
          updates: [
            {
              at: at('12:37:31.934'),
              label: 'investigating',
              text: 'We are investigating elevated error rates on Claude Sonnet 5.',
            },
            {
              at: at('12:47:15.690'),
              label: 'monitoring',
              text: 'A fix has been implemented and we are monitoring the results.',
            },
            { at: at('12:56:26.632'), label: 'resolved', text: 'This incident has been resolved.' },
          ],
        },
        {
          id: '461yvfrzpwtt',
          title: 'Elevated errors on multiple models',
          impact: 'major',
          componentIds: CLAUDE_HIT,
          updates: [
            {
              at: at('13:26:04.201'),
              label: 'investigating',
              text: 'We are investigating elevated error rates across multiple models.',
            },
            {
              at: at('14:49:48'),
              label: 'update',
              text: 'We are continuing to investigate. We don’t have an estimate yet. Next update within 30 minutes.',
            },
            {
              at: at('15:25:20.192'),
              label: 'identified',
              text: 'The issue has been identified and a fix is being implemented. Two large models are still affected; other models have recovered.',
            },
            {
              at: at('16:06:42.637'),
              label: 'monitoring',
              text: 'A fix has been deployed and we are monitoring the results.',
            },
            {
              at: at('16:23:12.052'),
              label: 'resolved',
              text: 'Error rates have returned to normal. This incident has been resolved.',
            },
          ],
        },
      ],
    },
    'status.openai.com': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(at('14:58:23'), 'degraded', CHATGPT_HIT),
        ...componentMoments(at('16:55:49'), 'operational', CHATGPT_HIT),
      ],
      incidents: [
        {
          id: '01M1KWEDH417T2CF44YYHZDFCR',
          title: 'Elevated error rates in ChatGPT and Codex',
          impact: 'minor',
          componentIds: [],
          updates: [
            {
              at: at('14:58:23'),
              shownAt: at('14:43:00'),
              label: 'investigating',
              text: 'We are investigating elevated error rates.',
              edits: [{ at: at('16:22:41'), text: 'We are investigating elevated error rates for some users.' }],
            },
            {
              at: at('15:50:41'),
              shownAt: at('15:17:00'),
              label: 'monitoring',
              text: 'We have applied a mitigation and are monitoring the recovery.',
              edits: [{ at: at('16:44:18'), text: 'We have applied the mitigation and are monitoring the recovery.' }],
            },
            { at: at('16:55:49'), label: 'resolved', text: 'All impacted services have now fully recovered.' },
          ],
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [],
      sends: [
        { from: at('12:34:00'), until: at('12:45:00'), behavior: { kind: 'status', status: 529 } },
        { from: at('13:22:00'), until: at('16:10:00'), behavior: { kind: 'status', status: 529 } },
      ],
    },
    'chatgpt.com': {
      loads: [],
      sends: [{ from: at('14:39:25'), until: at('15:17:00'), behavior: { kind: 'status', status: 404 } }],
    },
  },
};
