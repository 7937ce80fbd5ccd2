import { clockTime, duration } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lengthShown } from '@/utils/model/episode';
import { isUnderWay, type Maintenance } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';

function underWayWords(endsAt: number | null, speech: Speech): string {
  const { t, now } = speech;
  if (endsAt === null) return t('popup_maintenance_no_end');
  const key = endsAt < now ? 'popup_maintenance_overrun' : 'popup_maintenance_under_way';
  return t(key, clockTime(endsAt, speech), duration(Math.abs(lengthShown(endsAt, now)), speech));
}

function aheadWords({ startsAt, endsAt }: Maintenance, speech: Speech): string {
  const { t, now } = speech;
  if (startsAt === null) return t('popup_maintenance_undated');
  const start = clockTime(startsAt, speech);
  if (startsAt <= now) return t('popup_maintenance_due', start);
  const wait = duration(lengthShown(now, startsAt), speech);
  if (endsAt === null) return t('popup_maintenance_ahead_open', wait, start);
  // Relative to the start, so that an end on the same day is shown without its weekday.
  const end = clockTime(endsAt, { ...speech, now: startsAt });
  return t('popup_maintenance_ahead', wait, start, end, duration(lengthShown(startsAt, endsAt), speech));
}

/** When maintenance starts and ends: "Maintenance in 3 h, 14:00 to 15:00 (1 h)." */
export function maintenanceWhen(maintenance: Maintenance, speech: Speech): string {
  return isUnderWay(maintenance) ? underWayWords(maintenance.endsAt, speech) : aheadWords(maintenance, speech);
}

/** Maintenance in progress, then scheduled maintenance, without the one that the closed row already describes. */
export function listedMaintenances({ incidents, maintenances, ahead }: Verdict): Maintenance[] {
  return [...(incidents.length === 0 ? maintenances.slice(1) : maintenances), ...ahead];
}

/** Maintenance further ahead than this is shown in the open row only. */
const NEAR_MS = 24 * 3_600_000;

/** The next scheduled maintenance in one line; null where none is near. */
export function nearMaintenance({ ahead: [next] }: Verdict, speech: Speech): string | null {
  if (next === undefined || (next.startsAt !== null && next.startsAt - speech.now > NEAR_MS)) return null;
  return maintenanceWhen(next, speech);
}
