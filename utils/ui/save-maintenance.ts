import { speechNow } from '@/utils/browser/i18n';
import { saveFile } from '@/utils/browser/settings-file';
import type { MaintenanceSource } from '@/utils/i18n/calendar';
import type { Maintenance } from '@/utils/model/report';

/** Saves a maintenance as a calendar file; nothing where it has no start. The writer is loaded on the first press. */
export async function saveMaintenance(maintenance: Maintenance, source: MaintenanceSource): Promise<void> {
  const { calendarFileName, maintenanceCalendar } = await import('@/utils/i18n/calendar');
  const speech = speechNow();
  const text = maintenanceCalendar(maintenance, source, speech);
  if (text !== null) saveFile(calendarFileName(maintenance, source, speech), 'text/calendar', text);
}
