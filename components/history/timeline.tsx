import { useEffect, useId, useRef } from 'react';
import { Chevron, OutsideLink, SignIcon, TimedText, UpdateList } from '@/components/small';
import { formatCount } from '@/utils/i18n/moments';
import type { TimelineEntry } from '@/utils/model/history';
import type { KnownLevel } from '@/utils/model/level';
import type { Known } from '@/utils/ui/history/entries';
import { useHistory } from '@/utils/ui/history/store';
import { entryLength, entryNotes, entryTime, shownEntries } from '@/utils/ui/history/timeline';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { timed, toldUpdates } from '@/utils/ui/text';

const FILTER_LEVELS = ['major_outage', 'partial_outage', 'degraded'] as const;

/** The filters of the timeline. Each takes effect at once. */
function TimelineFilters() {
  const t = useT();
  const { look, filter } = useHistory();
  const { text, level, isCoreOnly } = look.filter;
  return (
    <search className="filters">
      <label className="wide">
        {t('history_search')}
        <input
          className="field"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => filter({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('history_level')}
        <select
          className="field"
          value={level ?? ''}
          onChange={({ currentTarget: { value } }) => filter({ level: value === '' ? null : (value as KnownLevel) })}
        >
          <option value="">{t('history_every_level')}</option>
          {FILTER_LEVELS.map((choice) => (
            <option key={choice} value={choice}>
              {t(`level_${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={isCoreOnly}
          onChange={(event) => filter({ isCoreOnly: event.currentTarget.checked })}
        />
        {t('history_core_only')}
      </label>
    </search>
  );
}

/** The updates of an incident, and a link to its page. */
function EntryDetail({ id, entry: { updates, url } }: { id: string; entry: TimelineEntry }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <div id={id} className="told">
      {updates.length === 0 ? (
        <p className="quiet">{t('history_no_updates')}</p>
      ) : (
        <UpdateList updates={toldUpdates(updates, entryTime, speech)} label={t('popup_updates')} />
      )}
      {url !== null && <OutsideLink url={url}>{t('popup_incident_page')}</OutsideLink>}
    </div>
  );
}

interface TimelineItemProps {
  entry: TimelineEntry;
  /** The name of the assistant; null where the whole page is about one. */
  name: string | null;
}

/** One incident: what, when and for how long; when it is open, with all updates. */
function TimelineItem({ entry, name }: TimelineItemProps) {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { look, toggle } = useHistory();
  const isOpen = look.opened.has(entry.key);
  const level = entry.level ?? 'unknown';
  const notes = entryNotes(entry, speech);
  return (
    <li data-assistant={entry.assistantId} data-level={level}>
      <h3>
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => toggle(entry.key)}
        >
          <SignIcon sign={level === 'operational' ? 'up' : level} />
          <span className="title" dir="auto">
            {entry.title ?? t('popup_past_seen')}
          </span>
          <Chevron />
        </button>
      </h3>
      <p className="facts">
        {name !== null && <span className="name">{name}</span>}
        <TimedText value={timed(entryTime(entry.startedAt, speech), entry.startedAt, speech)} />
        <span>{entryLength(entry, speech)}</span>
        <span>{entry.level === null ? t('history_no_level') : t(`level_${entry.level}`)}</span>
      </p>
      {notes.length > 0 && (
        <p className="quiet said">
          {notes.map((note) => (
            <span key={note}>{note} </span>
          ))}
        </p>
      )}
      {isOpen && <EntryDetail id={id} entry={entry} />}
    </li>
  );
}

interface TimelineSectionProps {
  /** Newest first. */
  entries: TimelineEntry[];
  known: Known[];
}

/** All known incidents, newest first, with filters. */
export function TimelineSection({ entries, known }: TimelineSectionProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { place, look, hasOlder, showMore } = useHistory();
  const list = useRef<HTMLOListElement>(null);
  /** How many were shown when more was asked for; older ones may have to be read first. */
  const shownBefore = useRef<number | null>(null);
  const { entries: shown, matching } = shownEntries(entries, look);
  const isEnd = matching <= look.count && !hasOlder;
  const nameOf = (id: string) => known.find(({ assistant }) => assistant.id === id)?.assistant.name ?? null;

  useEffect(() => {
    const before = shownBefore.current;
    if (before === null || (shown.length <= before && !isEnd)) return;
    shownBefore.current = null;
    // The pressed button may be gone, so the focus goes to the first new entry.
    const next = list.current?.children[Math.min(before, shown.length - 1)];
    next?.querySelector('button')?.focus();
  }, [shown.length, isEnd]);

  const showOlder = () => {
    shownBefore.current = shown.length;
    showMore();
  };
  return (
    <section aria-labelledby="incidents-heading">
      <h2 id="incidents-heading">{t('history_incidents')}</h2>
      <TimelineFilters />
      <p className="quiet said" role="status">
        {matching > 0 && t('history_found', formatCount(shown.length, speech), formatCount(matching, speech))}
        {matching === 0 && t(entries.length === 0 ? 'history_nothing' : 'history_nothing_found')}
      </p>
      <ol className="timeline" ref={list}>
        {shown.map((entry) => (
          <TimelineItem key={entry.key} entry={entry} name={place === 'compare' ? nameOf(entry.assistantId) : null} />
        ))}
      </ol>
      {!isEnd && (
        <button type="button" className="button" onClick={showOlder}>
          {t('history_more')}
        </button>
      )}
    </section>
  );
}
