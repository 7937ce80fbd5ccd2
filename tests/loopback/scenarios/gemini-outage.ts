import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { MINUTE } from './duration';

const GEMINI = 'npdyhgECDJ6tB66MxXyo';

export const geminiOutage: Scenario = {
  name: 'gemini-outage',
  title: 'Gemini goes down; its dashboard reports it late',
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
          title: 'Gemini is failing to respond for a large number of users',
          impact: 'critical',
          componentIds: [GEMINI],
          updates: [
            {
              at: 12 * MINUTE,
              shownAt: 2 * MINUTE,
              label: 'investigating',
              text: 'We are investigating reports that Gemini is not responding. We will provide an update by the next hour.',
            },
            {
              at: 28 * MINUTE,
              label: 'update',
              text: 'The issue is affecting a growing number of users. Most requests are currently failing.',
            },
            {
              at: 46 * MINUTE,
              label: 'identified',
              text: 'The root cause was a stopped scheduling service. It has been restarted and response times are improving.',
            },
            {
              at: 58 * MINUTE,
              label: 'monitoring',
              text: 'Response times have returned to normal. We are monitoring the recovery.',
            },
            { at: 72 * MINUTE, label: 'resolved', text: 'The problem with Gemini has been resolved.' },
          ],
        },
      ],
    },
  },
  sites: {
    'gemini.google.com': {
      loads: [],
      sends: [
        { from: 2 * MINUTE, until: 28 * MINUTE, behavior: { kind: 'status', status: 500 } },
        { from: 28 * MINUTE, until: 46 * MINUTE, behavior: { kind: 'hang' } },
      ],
    },
  },
};
