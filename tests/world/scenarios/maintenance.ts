import { CALM_PAGE, type Scenario } from '@/tests/world/scenario';
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
  title: 'Claude plans two maintenances: one moves and takes longer than planned, the other is called off',
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
          title: 'Conversations move to new machines',
          componentIds: [CHAT],
          ...FIRST_PLAN,
          timeEdits: [{ at: 90 * MINUTE, startsAt: STARTS_AT, endsAt: ENDS_AT }],
          updates: [
            {
              at: ANNOUNCED_AT,
              label: 'scheduled',
              text: 'We move conversations to new machines. The app cannot be used for about an hour.',
            },
            { at: 90 * MINUTE, label: 'scheduled', text: 'We begin half an hour later than first planned.' },
            { at: STARTS_AT, label: 'in_progress', text: 'The move has begun.' },
            { at: ENDS_AT, label: 'update', text: 'It takes a little longer than planned.' },
            { at: DONE_AT - 5 * MINUTE, label: 'verifying', text: 'The move is done. We check that all is there.' },
            { at: DONE_AT, label: 'completed', text: 'All is there, and the app is open again.' },
          ],
        },
        {
          id: 'b9n2w5j7zc4h',
          title: 'A new way to sign in',
          componentIds: [CHAT],
          startsAt: 5 * HOUR + 30 * MINUTE,
          endsAt: 5 * HOUR + 50 * MINUTE,
          updates: [{ at: 20 * MINUTE, label: 'scheduled', text: 'Signing in will not be possible for some minutes.' }],
          removedAt: 5 * HOUR + 10 * MINUTE,
        },
      ],
    },
  },
  sites: {
    'claude.ai': {
      loads: [],
      sends: [{ from: STARTS_AT, until: DONE_AT, behaviour: { kind: 'status', status: 503 } }],
    },
  },
};
