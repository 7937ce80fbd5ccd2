import { SignIcon } from '@/components/sign-icon';
import type { RowPart, RowParts } from '@/utils/ui/row-parts';

function PartList({ parts }: { parts: RowPart[] }) {
  return (
    <ul className="parts">
      {parts.map(({ id, name, sign, levelWords }) => (
        <li key={id}>
          <SignIcon sign={sign} size={12} />
          <span className="part" dir="auto">
            {name}
          </span>
          <span className="level">{levelWords}</span>
        </li>
      ))}
    </ul>
  );
}

/** The parts that the status page lists of one assistant: those that make the verdict, and those that are only shown. */
export function StatusParts({ parts }: { parts: RowParts }) {
  const { heading, core, othersHeading, others } = parts;
  return (
    <section>
      <h3>{heading}</h3>
      <PartList parts={core} />
      {others.length > 0 && (
        <>
          <h3 className="others">{othersHeading}</h3>
          <PartList parts={others} />
        </>
      )}
    </section>
  );
}
