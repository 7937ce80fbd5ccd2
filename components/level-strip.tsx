import type { Level } from '@/utils/model/level';

interface Props {
  /** What the picture sums up to. */
  alt: string;
  cells: readonly { at: number; level: Level; title: string; isPartly?: boolean }[];
  from: string;
  to: string;
}

/** Days as bars as high as each was bad, a dot where nobody knows. */
export function LevelStrip({ alt, cells, from, to }: Props) {
  return (
    <div className="strip-frame">
      <div className="cells" role="img" aria-label={alt}>
        {cells.map(({ at, level, title, isPartly }) => (
          <span key={at} data-level={level} data-partly={isPartly || undefined} title={title} />
        ))}
      </div>
      <p className="axis" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}
