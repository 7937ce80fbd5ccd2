import { lengthShown } from '@/utils/model/length-shown';
import { clockTime, duration } from './moments';
import type { Speech } from './speech';

/** A window of planned work. Epoch milliseconds; null when no start or no end is named. */
export interface MaintenanceWindow {
  startsAt: number | null;
  endsAt: number | null;
}

/** "Scheduled maintenance for Claude from 14:00 to 15:00 (1 h)." */
export function maintenanceHeadline(name: string, { startsAt, endsAt }: MaintenanceWindow, speech: Speech): string {
  if (startsAt === null) return speech.t('maintenance_headline_undated', name);
  const start = clockTime(startsAt, speech);
  if (endsAt === null) return speech.t('maintenance_headline_open', name, start);
  const end = clockTime(endsAt, speech);
  return speech.t('maintenance_headline', name, start, end, duration(lengthShown(startsAt, endsAt), speech));
}

/** How a maintenance under way stands: "Expected to end at 15:00." or "It should have ended at 15:00." */
export function maintenanceProgress({ endsAt }: MaintenanceWindow, speech: Speech): string | null {
  if (endsAt === null) return null;
  return speech.t(endsAt < speech.now ? 'maintenance_overrun' : 'maintenance_until', clockTime(endsAt, speech));
}
