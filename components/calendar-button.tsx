import type { Maintenance } from '@/utils/model/report';
import { useT } from '@/utils/ui/page-context';

/** Saves a maintenance as a calendar file. Nothing where the page states no start. */
export function CalendarButton({ maintenance, onSave }: { maintenance: Maintenance; onSave: () => void }) {
  const t = useT();
  const { title, phase, startsAt } = maintenance;
  if (startsAt === null) return null;
  const isCanceled = phase === 'cancelled';
  return (
    <button
      type="button"
      className="button plain"
      title={t('calendar_why')}
      aria-label={t(isCanceled ? 'calendar_cancel_for' : 'calendar_save_for', title)}
      onClick={onSave}
    >
      {t(isCanceled ? 'calendar_cancel' : 'calendar_save')}
    </button>
  );
}
