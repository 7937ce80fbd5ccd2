import type { KnownLevel } from '@/utils/model/level';
import type { HistoryActions } from '@/utils/ui/history/history-actions';
import type { HistoryTimeline } from '@/utils/ui/history/history-timeline';

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
