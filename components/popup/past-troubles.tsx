import { OutsideLink } from '@/components/outside-link';
import type { RowTrouble } from '@/utils/ui/popup/row-past';

/** How it was before, newest first. */
export function PastTroubles({ heading, troubles }: { heading: string; troubles: RowTrouble[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="list">
        {troubles.map(({ id, title, url, line, full }) => (
          <li key={id}>
            <p dir="auto">{url === null ? title : <OutsideLink url={url}>{title}</OutsideLink>}</p>
            <p className="meta">
              <span title={full}>{line}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
