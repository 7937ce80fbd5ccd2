import { OutsideLink } from '@/components/outside-link';
import type { PopupRow } from '@/utils/ui/popup/popup-row';

/** What else is open on the status page, as links: shown, because it is there, but not judged by. */
export function OtherIncidents({ heading, incidents }: { heading: string; incidents: PopupRow['also'] }) {
  return (
    <div className="also">
      <h3>{heading}</h3>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id} dir="auto">
            {incident.url === null ? incident.title : <OutsideLink url={incident.url}>{incident.title}</OutsideLink>}
          </li>
        ))}
      </ul>
    </div>
  );
}
