import type { ToldUpdate } from '@/utils/ui/told-updates';
import { TimedText } from './timed-text';

interface Props {
  updates: readonly ToldUpdate[];
  label: string;
}

/** All that a maker wrote of one trouble. Their words may run either way. */
export function UpdateList({ updates, label }: Props) {
  return (
    <ol className="updates" aria-label={label}>
      {updates.map(({ key, at, text }) => (
        <li key={key}>
          <p className="meta">
            <TimedText value={at} />
          </p>
          <p className="words" dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}
