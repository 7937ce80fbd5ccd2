import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { DAY, HOUR, MINUTE } from './duration';

export const healthy: Scenario = {
  name: 'healthy',
  title: 'All systems operational',
  isReconstructed: false,
  note: 'Made up. Each page still lists an incident that ended days ago, as real pages do.',
  durationMs: 10 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      incidents: [
        {
          id: 'q4m8vz2k7x1d',
          title: 'Delayed exports',
          impact: 'minor',
          componentIds: ['0qbwn08sd68x'],
          updates: [
            { at: -2 * DAY, label: 'investigating', text: 'We are investigating slow exports from the console.' },
            { at: -2 * DAY + HOUR, label: 'resolved', text: 'Export times have returned to normal.' },
          ],
        },
      ],
    },
    'status.openai.com': {
      ...CALM_PAGE,
      incidents: [
        {
          id: '01K7Q0Z3M5T8V2W4X6Y8A1B3C5',
          title: 'Uploads failing for some users',
          impact: 'minor',
          componentIds: [],
          updates: [
            { at: -4 * DAY, label: 'identified', text: 'The issue affecting large uploads has been identified.' },
            { at: -4 * DAY + 2 * HOUR, label: 'resolved', text: 'Uploads are working normally again.' },
          ],
        },
      ],
    },
  },
  sites: {},
};
