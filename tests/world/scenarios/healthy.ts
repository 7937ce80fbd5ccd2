import { CALM_PAGE, type Scenario } from '@/tests/world/scenario';
import { DAY, HOUR, MINUTE } from './duration';

export const healthy: Scenario = {
  name: 'healthy',
  title: 'All is well',
  isReconstructed: false,
  note: 'Made up. Each page still lists an incident that ended days ago, as real pages do.',
  durationMs: 10 * MINUTE,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      incidents: [
        {
          id: 'q4m8vz2k7x1d',
          title: 'Exports took longer than usual',
          impact: 'minor',
          componentIds: ['0qbwn08sd68x'],
          updates: [
            { at: -2 * DAY, label: 'investigating', text: 'Exports from the console are slow. We are looking.' },
            { at: -2 * DAY + HOUR, label: 'resolved', text: 'Exports are as quick as before.' },
          ],
        },
      ],
    },
    'status.openai.com': {
      ...CALM_PAGE,
      incidents: [
        {
          id: '01K7Q0Z3M5T8V2W4X6Y8A1B3C5',
          title: 'Some uploads were refused',
          impact: 'minor',
          componentIds: [],
          updates: [
            { at: -4 * DAY, label: 'identified', text: 'Large files are refused. We know why.' },
            { at: -4 * DAY + 2 * HOUR, label: 'resolved', text: 'Uploads of all sizes work.' },
          ],
        },
      ],
    },
  },
  sites: {},
};
