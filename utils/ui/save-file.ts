import { speechNow } from '@/utils/browser/i18n';
import type { MaintenanceSource } from '@/utils/i18n/calendar';
import type { Maintenance } from '@/utils/model/report';

const REVOKE_AFTER_MS = 60_000;

/** Saves a text as a download of this page, which needs no permission. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the URL only after `click` has returned.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** Saves a maintenance as a calendar file; nothing where it has no start. The writer is loaded on the first press. */
export async function saveMaintenance(maintenance: Maintenance, source: MaintenanceSource): Promise<void> {
  const { calendarFileName, maintenanceCalendar } = await import('@/utils/i18n/calendar');
  const speech = speechNow();
  const text = maintenanceCalendar(maintenance, source, speech);
  if (text !== null) saveFile(calendarFileName(maintenance, source, speech), 'text/calendar', text);
}
