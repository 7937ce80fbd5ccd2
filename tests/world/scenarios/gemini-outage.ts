import { CALM_PAGE, type Scenario } from '@/tests/world/scenario';
import { MINUTE } from './duration';

const GEMINI = 'npdyhgECDJ6tB66MxXyo';

export const geminiOutage: Scenario = {
  name: 'gemini-outage',
  title: 'Gemini goes down; its dashboard says so late',
  isReconstructed: false,
  note: 'Made up. That incidents are told late, backdated, and stay open while all is well again was recorded.',
  durationMs: 80 * MINUTE,
  pages: {
    'www.google.com': {
      ...CALM_PAGE,
      componentMoments: [
        { at: 12 * MINUTE, componentId: GEMINI, level: 'partial_outage' },
        { at: 28 * MINUTE, componentId: GEMINI, level: 'major_outage' },
        { at: 46 * MINUTE, componentId: GEMINI, level: 'degraded' },
        { at: 58 * MINUTE, componentId: GEMINI, level: 'operational' },
      ],
      incidents: [
        {
          id: 'K2pX9vT4mQ7sD1hW6bNc',
          title: 'Gemini does not answer many of those who write to it',
          impact: 'critical',
          componentIds: [GEMINI],
          updates: [
            {
              at: 12 * MINUTE,
              shownAt: 2 * MINUTE,
              label: 'investigating',
              text: 'Since some minutes, many messages to Gemini stay without an answer. We are looking for the cause.',
            },
            { at: 28 * MINUTE, label: 'update', text: 'It has spread: hardly any message is answered now.' },
            {
              at: 46 * MINUTE,
              label: 'identified',
              text: 'A part that hands out work had stopped. It runs again, and answers come, if slowly.',
            },
            { at: 58 * MINUTE, label: 'monitoring', text: 'Answers come as fast as before. We watch for a while.' },
            { at: 72 * MINUTE, label: 'resolved', text: 'It has stayed well.' },
          ],
        },
      ],
    },
  },
  sites: {
    'gemini.google.com': {
      loads: [],
      sends: [
        { from: 2 * MINUTE, until: 28 * MINUTE, behaviour: { kind: 'status', status: 500 } },
        { from: 28 * MINUTE, until: 46 * MINUTE, behaviour: { kind: 'hang' } },
      ],
    },
  },
};
