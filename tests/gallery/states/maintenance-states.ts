import type { GalleryState } from '../gallery-state';
import { DAY, HOUR, MINUTE, NOW } from '../moments';
import { maintenance, popup, withClaude } from '../pieces';

const upgrade = maintenance();
const overrun = maintenance({ startsAt: NOW - 2 * HOUR, endsAt: NOW - 20 * MINUTE });
const next = maintenance({
  id: 'm2',
  title: 'Scheduled sign-in maintenance',
  phase: 'scheduled',
  startsAt: NOW + 3 * HOUR,
  endsAt: NOW + 4 * HOUR,
});
const later = maintenance({
  id: 'm3',
  title: 'Data center migration',
  phase: 'scheduled',
  startsAt: NOW + 4 * DAY,
  endsAt: NOW + 4 * DAY + 12 * HOUR,
  url: null,
});

const underWay = withClaude('maintenance', { since: upgrade.startsAt, maintenances: [upgrade], ahead: [later] });

export const MAINTENANCE_STATES: Record<string, GalleryState> = {
  maintenance: popup(underWay),
  'maintenance-details': popup(underWay, { opened: ['claude'] }),
  'maintenance-planned': popup(withClaude('operational', { ahead: [next, later] })),
  'maintenance-planned-details': popup(withClaude('operational', { ahead: [next, later] }), { opened: ['claude'] }),
  'maintenance-overrun': popup(withClaude('maintenance', { since: overrun.startsAt, maintenances: [overrun] })),
};
