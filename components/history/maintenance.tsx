import { CalendarButton } from '@/components/controls';
import { OutsideLink } from '@/components/small';
import { type ListedMaintenance, maintenanceFacts, plannedMaintenances } from '@/utils/ui/history/maintenance';
import { useHistory } from '@/utils/ui/history/store';
import type { Known } from '@/utils/ui/history/timeline';
import { useSpeech } from '@/utils/ui/page-context';

function MaintenanceItem({ maintenance, source }: ListedMaintenance) {
  const speech = useSpeech();
  const { place, saveMaintenance } = useHistory();
  const { title, url } = maintenance;
  return (
    <li>
      <p>
        {place === 'compare' && <span className="name">{source.assistant.name}: </span>}
        <span dir="auto">{title}</span>
      </p>
      <p className="line quiet said">
        <span>{maintenanceFacts(maintenance, speech)}</span>
        {url !== null && <OutsideLink url={url}>{speech.t('popup_maintenance_page')}</OutsideLink>}
        <CalendarButton maintenance={maintenance} onSave={() => saveMaintenance(maintenance, source)} />
      </p>
    </li>
  );
}

/** The maintenance that is planned or in progress, and what of it was canceled; nothing where there is none. */
export function MaintenanceSection({ known }: { known: Known[] }) {
  const { t, now } = useSpeech();
  const { status, options } = useHistory();
  const listed = plannedMaintenances(
    known.map(({ assistant }) => assistant),
    status,
    options,
    now,
  );
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="maintenance-heading">
      <h2 id="maintenance-heading">{t('history_maintenance')}</h2>
      <ul className="promises">
        {listed.map((one) => (
          <MaintenanceItem key={`${one.source.assistant.id} ${one.maintenance.id}`} {...one} />
        ))}
      </ul>
    </section>
  );
}
