import { ManagedSetting } from '@/components/controls';
import { LevelStrip, OutsideLink, SignIcon } from '@/components/small';
import { formatCount, fullTime } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import type { PastTrouble } from '@/utils/model/history';
import type { Incident, Maintenance } from '@/utils/model/report';
import { isSnoozed, type Status, statusLinkOf } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { otherPosts } from '@/utils/ui/popup/row';
import { dayStrip, type ListedPart, lastOutages, listedParts, outageLine } from '@/utils/ui/popup/row-detail';
import { listedMaintenances, maintenanceWhen } from '@/utils/ui/popup/row-maintenance';
import { usePopup } from '@/utils/ui/popup/store';
import { CheckLink, HistoryLink } from './links';

/** What a row is rendered from. */
export interface RowProps {
  /** With the verdicts that hold now. */
  status: Status;
  verdict: Verdict;
}

function Maintenances({ maintenances }: { maintenances: readonly Maintenance[] }) {
  const speech = useSpeech();
  const { t } = speech;
  if (maintenances.length === 0) return null;
  return (
    <section>
      <h3>{t('popup_maintenance')}</h3>
      <ul className="list">
        {maintenances.map((maintenance) => (
          <li key={maintenance.id}>
            <p dir="auto">{maintenance.title}</p>
            <p className="meta">
              <span>{maintenanceWhen(maintenance, speech)}</span>
              {maintenance.url !== null && (
                <OutsideLink url={maintenance.url}>{t('popup_maintenance_page')}</OutsideLink>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last 90 days, as a chart and as text for screen readers. */
function PastStrip({ status, assistant: { id, name } }: { status: Status; assistant: Assistant }) {
  const speech = useSpeech();
  const { t } = speech;
  const { note, runs, ...chart } = dayStrip(name, status.past[id], status.episodes[id] ?? null, speech);
  return (
    <section className="strip">
      <h3>{t('popup_strip')}</h3>
      <LevelStrip {...chart} to={t('popup_strip_today')} />
      {note !== null && <p className="meta">{note}</p>}
      <ul className="unseen">
        {runs.map((run) => (
          <li key={run}>{run}</li>
        ))}
      </ul>
    </section>
  );
}

function PastOutages({ outages }: { outages: readonly PastTrouble[] }) {
  const speech = useSpeech();
  const { t } = speech;
  if (outages.length === 0) return null;
  return (
    <section>
      <h3>{t('popup_past')}</h3>
      <ul className="list">
        {outages.map((outage) => {
          const { id, url, startedAt } = outage;
          const title = outage.title ?? t('popup_past_seen');
          return (
            <li key={id}>
              <p dir="auto">{url === null ? title : <OutsideLink url={url}>{title}</OutsideLink>}</p>
              <p className="meta">
                <span title={fullTime(startedAt, speech)}>{outageLine(outage, speech)}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Part({ name, level }: ListedPart) {
  const t = useT();
  return (
    <>
      <SignIcon sign={level === 'operational' ? 'up' : level} size={12} />
      <span className="part-name" dir="auto">
        {name}
      </span>
      <span className="level">{t(`level_${level}`)}</span>
    </>
  );
}

interface OptionalPartsProps {
  assistant: Assistant;
  parts: readonly ListedPart[];
}

/** Components that decide the verdict only if the user includes them. */
function OptionalParts({ assistant: { id }, parts }: OptionalPartsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, setCounted } = usePopup();
  const counted = options.parts[id] ?? [];
  if (parts.length === 0) return null;
  return (
    <>
      <h3 className="others">{t('popup_parts_others')}</h3>
      <ManagedSetting note={presetNotes(preset, speech).parts}>
        <ul className="parts">
          {parts.map((part) => {
            const isCounted = counted.includes(part.id);
            const label = t('popup_part_counts', part.name);
            return (
              <li key={part.id}>
                <Part {...part} />
                <button
                  type="button"
                  role="switch"
                  className="switch small"
                  aria-checked={isCounted}
                  aria-label={label}
                  title={label}
                  onClick={() => setCounted(id, part.id, !isCounted)}
                >
                  <span className="track" aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      </ManagedSetting>
      <p className="meta">{t('popup_parts_why')}</p>
    </>
  );
}

/** The components that the status page lists. */
function StatusParts({ status, verdict, assistant }: RowProps & { assistant: Assistant }) {
  const t = useT();
  const parts = listedParts(assistant, status.pages[assistant.id], verdict);
  if (parts === null) return null;
  return (
    <section>
      <h3>{t('popup_parts')}</h3>
      <ul className="parts">
        {parts.core.map((part) => (
          <li key={part.id}>
            <Part {...part} />
          </li>
        ))}
      </ul>
      <OptionalParts assistant={assistant} parts={parts.optional} />
    </section>
  );
}

const HOUR_MS = 3_600_000;
const SNOOZE_HOURS = [1, 8, 24] as const;

function SnoozeChoices({ assistant: { id, name } }: { assistant: Assistant }) {
  const speech = useSpeech();
  const { t } = speech;
  const { snooze } = usePopup();
  return (
    <section>
      <h3>{t('popup_snooze')}</h3>
      <div className="actions">
        {SNOOZE_HOURS.map((hours) => (
          <button
            key={hours}
            type="button"
            className="button small"
            aria-label={t('popup_snooze_for', name, formatCount(hours, speech))}
            onClick={() => snooze(id, hours * HOUR_MS)}
          >
            {t('popup_snooze_hours', formatCount(hours, speech))}
          </button>
        ))}
        <span className="quiet said">{t('popup_snooze_why')}</span>
      </div>
    </section>
  );
}

/** What an open row shows below its verdict. */
export function RowDetails({ status, verdict }: RowProps) {
  const { now } = useSpeech();
  const assistant = assistantOf(verdict.assistantId);
  return (
    <div className="details">
      <div className="actions">
        <CheckLink assistantId={assistant.id} className="button small" />
        <HistoryLink assistant={assistant} className="button small" />
      </div>
      <Maintenances maintenances={listedMaintenances(verdict)} />
      <StatusParts status={status} verdict={verdict} assistant={assistant} />
      <PastStrip status={status} assistant={assistant} />
      <PastOutages outages={lastOutages(status.past[assistant.id])} />
      {!isSnoozed(status, assistant.id, now) && <SnoozeChoices assistant={assistant} />}
    </div>
  );
}

/** Other open incidents and maintenance on the status page, which do not decide the verdict. */
export function OtherPosts({ status, verdict }: RowProps) {
  const t = useT();
  const posts: (Incident | Maintenance)[] = otherPosts(verdict);
  const page = statusLinkOf(status, assistantOf(verdict.assistantId));
  if (posts.length === 0) return null;
  return (
    <div className="also">
      <h3>{t('popup_also')}</h3>
      <ul>
        {posts.map(({ id, title, url }) => {
          const link = url ?? page;
          return (
            <li key={id} dir="auto">
              {link === null ? title : <OutsideLink url={link}>{title}</OutsideLink>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
