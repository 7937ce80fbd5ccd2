import type { DayStrip } from '@/utils/ui/day-strip';

/** The last 90 days: bars as high as the day was bad, a dot where nobody knows. One picture, and the same as text. */
export function PastStrip({ strip }: { strip: DayStrip }) {
  return (
    <section className="strip">
      <h3>{strip.heading}</h3>
      <div className="strip-frame">
        <div className="cells" role="img" aria-label={strip.alt}>
          {strip.cells.map(({ at, level, title }) => (
            <span key={at} data-level={level} title={title} />
          ))}
        </div>
        <p className="axis" aria-hidden="true">
          <span>{strip.from}</span>
          <span>{strip.to}</span>
        </p>
      </div>
      {strip.note !== null && <p className="meta">{strip.note}</p>}
      <ul className="unseen">
        {strip.runs.map((run) => (
          <li key={run}>{run}</li>
        ))}
      </ul>
    </section>
  );
}
