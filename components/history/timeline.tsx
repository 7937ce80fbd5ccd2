import { Fragment, type ReactNode, useEffect, useId, useRef } from 'react';
import { CalendarButton } from '@/components/controls';
import { Chevron, OutsideLink, SignIcon, TimedText, UpdateList } from '@/components/small';
import { formatCount, listWords, sentences } from '@/utils/i18n/moments';
import type { TimelineEntry } from '@/utils/model/history';
import type { KnownLevel } from '@/utils/model/level';
import { delaysOf } from '@/utils/rules/history/past';
import { assistantsWithoutParts } from '@/utils/rules/history/timeline';
import { type ListedMaintenance, maintenanceFacts, plannedMaintenances } from '@/utils/ui/history/maintenance';
import { rewordingWords } from '@/utils/ui/history/revisions';
import { useHistory } from '@/utils/ui/history/store';
import {
  delayWords,
  entryLength,
  entryMonth,
  entryNotes,
  entryTags,
  entryTime,
  type Known,
  shownEntries,
} from '@/utils/ui/history/timeline';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { listedUpdates, timed } from '@/utils/ui/text';

const FILTER_LEVELS = ['major_outage', 'partial_outage', 'degraded'] as const;

/** The filters of the timeline. Each takes effect at once. The chat can be told apart only where incidents name components. */
function TimelineFilters({ hasParts }: { hasParts: boolean }) {
  const t = useT();
  const { look, filter } = useHistory();
  const { text, level, isCoreOnly } = look.filter;
  return (
    <search className="filters">
      <input
        className="field"
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('history_search')}
        placeholder={t('history_search')}
        value={text}
        onChange={(event) => filter({ text: event.currentTarget.value })}
      />
      <select
        className="field"
        aria-label={t('history_level')}
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
      {(hasParts || isCoreOnly) && (
        <label className="check">
          <input
            type="checkbox"
            checked={isCoreOnly}
            onChange={(event) => filter({ isCoreOnly: event.currentTarget.checked })}
          />
          {t('history_core_only')}
        </label>
      )}
    </search>
  );
}

/** Facts beside each other, separated by dots. */
function FactLine({ facts }: { facts: readonly { key: string; node: ReactNode }[] }) {
  return facts.map(({ key, node }, index) => (
    <Fragment key={key}>
      {index > 0 && ' · '}
      <bdi>{node}</bdi>
    </Fragment>
  ));
}

/** The updates of an incident, what else is known of it, and a link to its page. */
function EntryDetail({ id, entry }: { id: string; entry: TimelineEntry }) {
  const speech = useSpeech();
  const { t } = speech;
  const { openReport } = useHistory();
  const { updates, url } = entry;
  const notes = entryNotes(entry, speech);
  return (
    <div id={id} className="report">
      {entry.rewording !== null && <p className="reworded">{rewordingWords(entry.rewording, speech)}</p>}
      {notes.length > 0 && <p className="quiet said">{sentences(notes, speech)}</p>}
      {updates.length === 0 ? (
        <p className="quiet">{t('history_no_updates')}</p>
      ) : (
        <UpdateList updates={listedUpdates(updates, entryTime, speech)} label={t('popup_updates')} />
      )}
      <div className="line entry-actions">
        {url !== null && <OutsideLink url={url}>{t('popup_incident_page')}</OutsideLink>}
        <button
          type="button"
          className="button"
          data-report={entry.key}
          onClick={() => openReport({ kind: 'outage', key: entry.key })}
        >
          {t('report_open')}
        </button>
      </div>
    </div>
  );
}

interface TimelineItemProps {
  entry: TimelineEntry;
  /** The name of the assistant; null where the whole page is about one. */
  name: string | null;
  /** The month, on its first entry; null on the others. */
  month: string | null;
  tags: readonly string[];
}

/** One incident in two lines: what, then when, for how long and where; when it is open, with all updates. */
function TimelineItem({ entry, name, month, tags }: TimelineItemProps) {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { look, toggle } = useHistory();
  const isOpen = look.opened.has(entry.key);
  const level = entry.level ?? 'unknown';
  const levelWords = entry.level === null ? t('history_no_level') : t(`level_${entry.level}`);
  const time = timed(entryTime(entry.startedAt, speech), entry.startedAt, speech);
  const facts = [
    ...(name === null ? [] : [{ key: 'name', node: <span className="name">{name}</span> }]),
    { key: 'time', node: <TimedText value={time} /> },
    { key: 'length', node: entryLength(entry, speech) },
    ...(entry.parts.length === 0 ? [] : [{ key: 'parts', node: listWords(entry.parts, 'unit', speech) }]),
  ];
  return (
    <li data-assistant={entry.assistantId} data-level={level}>
      {month !== null && <p className="month">{month}</p>}
      <h3>
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => toggle(entry.key)}
        >
          <span className="level-sign" title={levelWords}>
            <SignIcon sign={level === 'operational' ? 'up' : level} />
          </span>
          <span className="title" dir="auto">
            {entry.title ?? t('popup_past_seen')}
          </span>
          <Chevron />
        </button>
      </h3>
      <p className="facts">
        <span>
          {/* The sign says it to those who see it. */}
          <span className="unseen">{levelWords} · </span>
          <FactLine facts={facts} />
        </span>
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </p>
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
  const unnamed = assistantsWithoutParts(entries);
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
  const months = shown.map(({ startedAt }) => entryMonth(startedAt, speech));
  return (
    <section aria-labelledby="incidents-heading">
      <div className="line">
        <h2 id="incidents-heading">{t('history_incidents')}</h2>
        <p className="quiet said" role="status">
          {matching > 0 && t('history_found', formatCount(shown.length, speech), formatCount(matching, speech))}
          {matching === 0 && t(entries.length === 0 ? 'history_nothing' : 'history_nothing_found')}
        </p>
      </div>
      {unnamed.size > 0 && (
        <p className="quiet said">
          {t(
            'history_no_components',
            listWords(
              [...unnamed].map((id) => nameOf(id) ?? id),
              'conjunction',
              speech,
            ),
          )}
        </p>
      )}
      {(entries.length > 0 || hasOlder) && <TimelineFilters hasParts={entries.some(({ namesParts }) => namesParts)} />}
      <ol className="timeline" ref={list}>
        {shown.map((entry, index) => (
          <TimelineItem
            key={entry.key}
            entry={entry}
            name={place === 'compare' ? nameOf(entry.assistantId) : null}
            month={months[index] === months[index - 1] ? null : (months[index] ?? null)}
            tags={entryTags(entry, unnamed, speech)}
          />
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

/** How much later the status pages were than the user's own messages. In a comparison only where that happened. */
export function DelaySection({ known }: { known: Known[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const { place, met } = useHistory();
  const delays = known.map(({ assistant }) => ({ ...assistant, delays: delaysOf(met[assistant.id] ?? []) }));
  const shown = place === 'compare' ? delays.filter((one) => one.delays !== null) : delays;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="delay-heading">
      <h2 id="delay-heading">{t('history_delay_heading')}</h2>
      <ul className="promises">
        {shown.map(({ id, name, delays: found }) => (
          <li key={id} data-assistant={id}>
            {place === 'compare' && <h3>{name}</h3>}
            <p>{found === null ? t('history_delay_none') : delayWords(found, speech)}</p>
          </li>
        ))}
      </ul>
      {shown.some((one) => one.delays !== null) && <p className="quiet said">{t('history_delay_how')}</p>}
    </section>
  );
}

function MaintenanceItem({ maintenance, source }: ListedMaintenance) {
  const speech = useSpeech();
  const { place, saveMaintenance } = useHistory();
  const { title, url } = maintenance;
  return (
    <li>
      <p>
        {place === 'compare' && <span className="name">{source.assistant.name}: </span>}
        <span dir="auto">{title}</span>
      </p>
      <p className="line quiet said">
        <span>{maintenanceFacts(maintenance, speech)}</span>
        {url !== null && <OutsideLink url={url}>{speech.t('popup_maintenance_page')}</OutsideLink>}
        <CalendarButton maintenance={maintenance} onSave={() => saveMaintenance(maintenance, source)} />
      </p>
    </li>
  );
}

/** The maintenance that is planned or in progress, and what of it was canceled; nothing where there is none. */
export function MaintenanceSection({ known }: { known: Known[] }) {
  const { t, now } = useSpeech();
  const { status, options } = useHistory();
  const listed = plannedMaintenances(
    known.map(({ assistant }) => assistant),
    status,
    options,
    now,
  );
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="maintenance-heading">
      <h2 id="maintenance-heading">{t('history_maintenance')}</h2>
      <ul className="promises">
        {listed.map((one) => (
          <MaintenanceItem key={`${one.source.assistant.id} ${one.maintenance.id}`} {...one} />
        ))}
      </ul>
    </section>
  );
}
