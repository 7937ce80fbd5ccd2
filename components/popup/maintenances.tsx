import { OutsideLink } from '@/components/outside-link';
import type { RowMaintenance } from '@/utils/ui/popup/row-maintenance';

/** What goes on and what is announced. */
export function Maintenances({ heading, maintenances }: { heading: string; maintenances: RowMaintenance[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="list">
        {maintenances.map(({ id, title, when, link }) => (
          <li key={id}>
            <p dir="auto">{title}</p>
            <p className="meta">
              <span>{when}</span>
              {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
