import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { HOUR, MINUTE } from './duration';

/** claude.ai */
const CHAT = 'rwppv331jlwc';

const ANNOUNCED_AT = 5 * MINUTE;
const FIRST_PLAN = { startsAt: ANNOUNCED_AT + 3 * HOUR, endsAt: ANNOUNCED_AT + 4 * HOUR };
const STARTS_AT = FIRST_PLAN.startsAt + 30 * MINUTE;
const ENDS_AT = FIRST_PLAN.endsAt + 30 * MINUTE;
const DONE_AT = ENDS_AT + 20 * MINUTE;

export const maintenance: Scenario = {
  name: 'maintenance',
  title: 'Claude schedules two maintenance windows: one moves and overruns, the other is canceled',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 6 * HOUR,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [
        { at: STARTS_AT, componentId: CHAT, level: 'maintenance' },
        { at: DONE_AT, componentId: CHAT, level: 'operational' },
      ],
      maintenances: [
        {
          id: 'v3k8d1t6xq0m',
          title: 'Scheduled database migration',
          componentIds: [CHAT],
          ...FIRST_PLAN,
          timeEdits: [{ at: 90 * MINUTE, startsAt: STARTS_AT, endsAt: ENDS_AT }],
          updates: [
            {
              at: ANNOUNCED_AT,
              label: 'scheduled',
              text: 'We will be migrating our conversation database. claude.ai will be unavailable for about an hour.',
            },
            { at: 90 * MINUTE, label: 'scheduled', text: 'The maintenance window has been moved by 30 minutes.' },
            { at: STARTS_AT, label: 'in_progress', text: 'Scheduled maintenance is currently in progress.' },
            { at: ENDS_AT, label: 'update', text: 'The maintenance is taking slightly longer than expected.' },
            {
              at: DONE_AT - 5 * MINUTE,
              label: 'verifying',
              text: 'The migration is complete. We are verifying the results.',
            },
            { at: DONE_AT, label: 'completed', text: 'The scheduled maintenance has been completed.' },
          ],
        },
        {
          id: 'b9n2w5j7zc4h',
          title: 'Sign-in infrastructure upgrade',
          componentIds: [CHAT],
          startsAt: 5 * HOUR + 30 * MINUTE,
          endsAt: 5 * HOUR + 50 * MINUTE,
          updates: [{ at: 20 * MINUTE, label: 'scheduled', text: 'Sign-in will be unavailable for a few minutes.' }],
          removedAt: 5 * HOUR + 10 * MINUTE,
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [],
      sends: [{ from: STARTS_AT, until: DONE_AT, behavior: { kind: 'status', status: 503 } }],
    },
  },
};
