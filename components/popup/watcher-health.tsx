import { TimedText } from '@/components/timed-text';
import type { PopupWhy } from '@/utils/ui/popup/popup-why';

/** When it last worked, page by page, and what kept it from reading. */
export function WatcherHealth({ health }: { health: PopupWhy['health'] }) {
  return (
    <section>
      <h3>{health.heading}</h3>
      <ul className="health">
        <li className="quiet">
          <TimedText value={health.tick} />
        </li>
        {health.repaired !== null && (
          <li>
            <TimedText value={health.repaired} />
          </li>
        )}
        {health.pages.map(({ assistantId, text, failure }) => (
          <li key={assistantId}>
            <p className="quiet">{text}</p>
            {failure !== null && <p>{failure}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
