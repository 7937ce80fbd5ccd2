import { useId } from 'react';
import { Chevron } from '@/components/chevron';
import { OutsideLink } from '@/components/outside-link';
import { SignIcon } from '@/components/sign-icon';
import { TimedText } from '@/components/timed-text';
import { UpdateList } from '@/components/update-list';
import type { TimelineRow } from '@/utils/ui/history/history-timeline';

interface Props {
  row: TimelineRow;
  /** The words of the link to its page. */
  link: string;
  updates: string;
  onToggle: (key: string) => void;
}

/** One trouble: what, when, how long; once it is opened, every word of its maker. */
export function TimelineItem({ row, link, updates, onToggle }: Props) {
  const id = useId();
  const { detail } = row;
  return (
    <li data-assistant={row.assistantId} data-level={row.level}>
      <h3>
        <button
          type="button"
          className="opener"
          aria-expanded={detail !== null}
          aria-controls={detail === null ? undefined : id}
          onClick={() => onToggle(row.key)}
        >
          <SignIcon sign={row.sign} />
          <span className="title" dir="auto">
            {row.title}
          </span>
          <Chevron />
        </button>
      </h3>
      <p className="facts">
        {row.name !== null && <span className="name">{row.name}</span>}
        <TimedText value={row.when} />
        <span>{row.length}</span>
        <span>{row.levelWords}</span>
      </p>
      {row.notes.length > 0 && <p className="quiet said">{row.notes.join(' ')}</p>}
      {detail !== null && (
        <div id={id} className="told">
          {detail.nothing !== null && <p className="quiet">{detail.nothing}</p>}
          {detail.updates.length > 0 && <UpdateList updates={detail.updates} label={updates} />}
          {detail.url !== null && <OutsideLink url={detail.url}>{link}</OutsideLink>}
        </div>
      )}
    </li>
  );
}
