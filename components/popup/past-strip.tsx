import { LevelStrip } from '@/components/level-strip';
import type { DayStrip } from '@/utils/ui/popup/day-strip';

/** The last 90 days. One picture, and the same as text. */
export function PastStrip({ strip }: { strip: DayStrip }) {
  return (
    <section className="strip">
      <h3>{strip.heading}</h3>
      <LevelStrip {...strip} />
      {strip.note !== null && <p className="meta">{strip.note}</p>}
      <ul className="unseen">
        {strip.runs.map((run) => (
          <li key={run}>{run}</li>
        ))}
      </ul>
    </section>
  );
}
