import { OutsideLink } from '@/components/outside-link';
import type { HistoryView } from '@/utils/ui/history/history-view';

/** What makers promise, beside how long they were down this month. */
export function PromiseList({ promises, isNamed }: { promises: HistoryView['promises']; isNamed: boolean }) {
  const heading = promises[0]?.promise.heading;
  if (heading === undefined) return null;
  return (
    <section aria-labelledby="promise-heading">
      <h2 id="promise-heading">{heading}</h2>
      <ul className="promises">
        {promises.map(({ assistantId, name, promise: { said, link, month } }) => (
          <li key={assistantId}>
            {isNamed && <h3>{name}</h3>}
            <p>{month}</p>
            <p className="quiet">
              {said.join(' ')} {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
