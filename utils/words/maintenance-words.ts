import { clockTime, duration } from './moments';
import type { Speech } from './speech';

/** A window of planned work. Epoch milliseconds; null when no start or no end is named. */
export interface MaintenanceWindow {
  startsAt: number | null;
  endsAt: number | null;
}

/** "14:00 to 15:00 (1 h)", in the person's zone. */
function windowWords(startsAt: number, endsAt: number | null, speech: Speech): string {
  const from = clockTime(startsAt, speech);
  if (endsAt === null) return speech.t('maintenance_window_open', from);
  return speech.t('maintenance_window', from, clockTime(endsAt, speech), duration(endsAt - startsAt, speech));
}

/** "Maintenance of Claude from 14:00 to 15:00 (1 h)." */
export function maintenanceHeadline(name: string, window: MaintenanceWindow, speech: Speech): string {
  const { startsAt, endsAt } = window;
  if (startsAt === null) return speech.t('maintenance_headline_undated', name);
  return speech.t('maintenance_headline', name, windowWords(startsAt, endsAt, speech));
}

/** How a maintenance under way stands: "Expected to end at 15:00." or "It should have ended at 15:00." */
export function maintenanceProgress({ endsAt }: MaintenanceWindow, speech: Speech): string | null {
  if (endsAt === null) return null;
  return speech.t(endsAt < speech.now ? 'maintenance_overrun' : 'maintenance_until', clockTime(endsAt, speech));
}
