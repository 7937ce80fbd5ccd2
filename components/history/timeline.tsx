import { useEffect, useId, useRef } from 'react';
import { Chevron, OutsideLink, SignIcon, TimedText, UpdateList } from '@/components/small';
import type { KnownLevel } from '@/utils/model/level';
import type { HistoryActions } from '@/utils/ui/history/place';
import type { HistoryTimeline, TimelineRow } from '@/utils/ui/history/timeline';
import type { HistoryLabels } from '@/utils/ui/history/view';

/** What of the timeline is wanted. Each choice takes effect at once. */
export function TimelineFilters({ timeline, actions }: { timeline: HistoryTimeline; actions: HistoryActions }) {
  const { search, level, coreOnly, filter } = timeline;
  return (
    <search className="filters">
      <label className="wide">
        {search}
        <input
          className="field"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={filter.text}
          onChange={(event) => actions.filter({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        {level.label}
        <select
          className="field"
          value={filter.level ?? ''}
          onChange={({ currentTarget: { value } }) =>
            actions.filter({ level: value === '' ? null : (value as KnownLevel) })
          }
        >
          {level.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.isCoreOnly}
          onChange={(event) => actions.filter({ isCoreOnly: event.currentTarget.checked })}
        />
        {coreOnly}
      </label>
    </search>
  );
}

interface TimelineItemProps {
  row: TimelineRow;
  /** The words of the link to its page. */
  link: string;
  updates: string;
  onToggle: (key: string) => void;
}

/** One incident: what, when and for how long; expanded, every update of its provider. */
export function TimelineItem({ row, link, updates, onToggle }: TimelineItemProps) {
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

interface TimelineSectionProps {
  timeline: HistoryTimeline;
  labels: HistoryLabels;
  actions: HistoryActions;
}

/** Every trouble that is known, newest first, to be searched and opened. */
export function TimelineSection({ timeline, labels, actions }: TimelineSectionProps) {
  const { heading, rows, more, nothing, found, link } = timeline;
  const list = useRef<HTMLOListElement>(null);
  /** How many were shown when more was asked for; older ones may have to be read first. */
  const shownBefore = useRef<number | null>(null);
  const isEnd = more === null;

  useEffect(() => {
    const before = shownBefore.current;
    if (before === null || (rows.length <= before && !isEnd)) return;
    shownBefore.current = null;
    // The button may be gone, and reading goes on with the first that is new.
    const next = list.current?.children[Math.min(before, rows.length - 1)];
    next?.querySelector('button')?.focus();
  }, [rows.length, isEnd]);

  const showMore = () => {
    shownBefore.current = rows.length;
    actions.showMore();
  };
  return (
    <section aria-labelledby="incidents-heading">
      <h2 id="incidents-heading">{heading}</h2>
      <TimelineFilters timeline={timeline} actions={actions} />
      <p className="quiet said" role="status">
        {nothing ?? found}
      </p>
      <ol className="timeline" ref={list}>
        {rows.map((row) => (
          <TimelineItem key={row.key} row={row} link={link} updates={labels.updates} onToggle={actions.toggle} />
        ))}
      </ol>
      {more !== null && (
        <button type="button" className="button" onClick={showMore}>
          {more}
        </button>
      )}
    </section>
  );
}
