import { clockTime, duration } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lengthShown } from '@/utils/model/length-shown';
import { isUnderWay, type Maintenance } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';

/** A maintenance that goes on or is announced. */
export interface RowMaintenance {
  id: string;
  title: string;
  /** "Maintenance in 3 h, 14:00 to 15:00 (1 h)." */
  when: string;
  link: { url: string; label: string } | null;
}

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
  // Seen from its start, so that an end on the same day needs no day.
  const end = clockTime(endsAt, { ...speech, now: startsAt });
  return t('popup_maintenance_ahead', wait, start, end, duration(lengthShown(startsAt, endsAt), speech));
}

/** When a maintenance is, was to end, or shall begin. */
export function maintenanceWhen(maintenance: Maintenance, speech: Speech): string {
  return isUnderWay(maintenance) ? underWayWords(maintenance.endsAt, speech) : aheadWords(maintenance, speech);
}

/** Those that go on before those that are announced. The one that leads its row stands there already. */
export function rowMaintenances({ incidents, maintenances, ahead }: Verdict, speech: Speech): RowMaintenance[] {
  const underWay = incidents.length === 0 ? maintenances.slice(1) : maintenances;
  return [...underWay, ...ahead].map((maintenance) => ({
    id: maintenance.id,
    title: maintenance.title,
    when: maintenanceWhen(maintenance, speech),
    link: maintenance.url === null ? null : { url: maintenance.url, label: speech.t('popup_maintenance_page') },
  }));
}
