import type { Decision } from '@/utils/model/notification';
import { DAY, HOUR, MINUTE, NOW } from '../moments';

/** A few days of notification decisions, newest first. */
export const DECISIONS: Decision[] = [
  { at: NOW - 8 * MINUTE, assistantId: 'claude', about: 'recovered', isTold: true, reason: 'ended' },
  { at: NOW - 15 * MINUTE, assistantId: 'claude', about: 'updated', isTold: false, reason: 'not_worth_interrupting' },
  { at: NOW - 47 * MINUTE, assistantId: 'claude', about: 'started', isTold: true, reason: 'sensed' },
  { at: NOW - 62 * MINUTE, assistantId: 'claude', about: 'unopened', isTold: true, reason: 'unopened' },
  {
    at: NOW - 65 * MINUTE,
    assistantId: 'claude',
    about: 'suspected',
    isTold: false,
    reason: 'not_worth_interrupting',
  },
  { at: NOW - 3 * HOUR, assistantId: 'chatgpt', about: 'started', isTold: false, reason: 'snoozed' },
  {
    at: NOW - 3 * HOUR - 5 * MINUTE,
    assistantId: 'chatgpt',
    about: 'first_sign',
    isTold: false,
    reason: 'waiting_for_second_reading',
  },
  {
    at: NOW - 2 * DAY,
    assistantId: 'claude',
    about: 'maintenance_announced',
    isTold: false,
    reason: 'not_worth_interrupting',
  },
  { at: NOW - 9 * DAY, assistantId: 'chatgpt', about: 'reopened', isTold: false, reason: 'flapping' },
];
