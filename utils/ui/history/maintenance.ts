import type { MaintenanceSource } from '@/utils/i18n/calendar';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Assistant } from '@/utils/model/assistant';
import type { MaintenanceMemory } from '@/utils/model/episode';
import type { Options } from '@/utils/model/options';
import { byStart, type Maintenance } from '@/utils/model/report';
import { currentPageOf, type Status, statusLinkOf } from '@/utils/model/status';
import { NEVER_READ } from '@/utils/model/status-page';
import { announcedMaintenances } from '@/utils/rules/judging/judge';
import { maintenanceWhen } from '@/utils/ui/popup/row-detail';
import { verdictNow } from '@/utils/ui/verdict-now';

/** A maintenance that the history page lists, and where it was read. */
export interface ListedMaintenance {
  maintenance: Maintenance;
  source: MaintenanceSource;
}

/** A canceled maintenance is listed this long after its planned end, because it may still stand in a calendar. */
const CANCELED_SHOWN_FOR_MS = 24 * 3_600_000;

/** A page drops what it cancels; what is remembered of it is enough for a calendar. */
const canceledFrom = ({ id, title, startsAt, endsAt }: MaintenanceMemory): Maintenance => ({
  id,
  title,
  phase: 'cancelled',
  startsAt,
  endsAt,
  componentIds: [],
  updates: [],
  url: null,
});

function canceledOf(assistant: Assistant, status: Status, { parts }: Pick<Options, 'parts'>, now: number) {
  const { id } = assistant;
  const memory = status.pages[id] ?? NEVER_READ;
  const announced = announcedMaintenances(memory, assistant, currentPageOf(status, assistant), parts[id] ?? []);
  const dropped = (status.maintenances[id] ?? []).filter(
    (one) => one.noticed.includes('maintenance_cancelled') && !announced.some((listed) => listed.id === one.id),
  );
  return [...announced.filter(({ phase }) => phase === 'cancelled'), ...dropped.map(canceledFrom)].filter(
    ({ startsAt, endsAt }) => now - (endsAt ?? startsAt ?? 0) < CANCELED_SHOWN_FOR_MS,
  );
}

/** The current and planned maintenances of these assistants, and the canceled ones, each once, next first. */
export function plannedMaintenances(
  assistants: readonly Assistant[],
  status: Status,
  options: Pick<Options, 'parts' | 'models'>,
  now: number,
): ListedMaintenance[] {
  const listed = assistants.flatMap((assistant) => {
    const verdict = verdictNow(status, assistant.id, now, options);
    const { maintenances, ahead, pageMaintenances, checkedAt } = verdict;
    const { id, name, provider } = assistant;
    const pageUrl = statusLinkOf(status, assistant);
    const all = [...maintenances, ...ahead, ...pageMaintenances, ...canceledOf(assistant, status, options, now)];
    return all.flatMap((maintenance) => {
      // Without a last reading, as on another page than before, one is remembered that a reading no longer listed.
      const goneAt = status.maintenances[id]?.find((one) => one.id === maintenance.id)?.goneAt ?? null;
      const readAt = checkedAt ?? goneAt;
      return readAt === null ? [] : { maintenance, source: { assistant: { id, name, provider }, pageUrl, readAt } };
    });
  });
  // Two assistants of one provider may share a page.
  const seen = new Set<string>();
  return listed
    .filter(({ maintenance: { id }, source }) => {
      const key = `${source.assistant.provider} ${id}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => byStart(a.maintenance, b.maintenance));
}

/** When it is, or that it was canceled. */
export function maintenanceFacts(maintenance: Maintenance, speech: Speech): string {
  const { phase, startsAt } = maintenance;
  if (phase !== 'cancelled' || startsAt === null) return maintenanceWhen(maintenance, speech);
  return speech.t('history_maintenance_cancelled', clockTime(startsAt, speech));
}
