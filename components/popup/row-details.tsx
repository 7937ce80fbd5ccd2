import { useId, useState } from 'react';
import { Chevron, LevelStrip, OutsideLink, SignIcon, StripCells } from '@/components/small';
import { formatCount, fullTime, plural } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import type { PastTrouble } from '@/utils/model/history';
import type { Incident, Maintenance } from '@/utils/model/report';
import { isSnoozed, type Status, statusLinkOf } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { otherPosts } from '@/utils/ui/popup/row';
import { dayStrip, type ListedPart, lastOutages, listedParts, outageFacts } from '@/utils/ui/popup/row-detail';
import { listedMaintenances, maintenanceWhen } from '@/utils/ui/popup/row-maintenance';
import { usePopup } from '@/utils/ui/popup/store';
import { CheckLink, HistoryLink } from './links';
import { MenuButton } from './menu';
import { ReportLink } from './spots';

/** What a row is rendered from. */
export interface RowProps {
  /** With the verdicts that hold now. */
  status: Status;
  verdict: Verdict;
}

interface AssistantProps {
  status: Status;
  assistant: Assistant;
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
function PastStrip({ status, assistant: { id, name } }: AssistantProps) {
  const speech = useSpeech();
  const { t } = speech;
  const strip = dayStrip(name, status.past[id], status.episodes[id] ?? null, speech);
  const { note, runs, uptime, ...chart } = strip;
  return (
    <section className="strip">
      <h3>
        {t('popup_strip')}
        {uptime !== null && <span className="uptime">{t('popup_strip_uptime', uptime)}</span>}
      </h3>
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

/** The same without words, in a closed row of the side panel. */
export function PanelStrip({ status, assistant: { id, name } }: AssistantProps) {
  const speech = useSpeech();
  const { surface } = usePopup();
  if (surface !== 'panel') return null;
  const strip = dayStrip(name, status.past[id], status.episodes[id] ?? null, speech);
  if (strip.cells.every(({ level }) => level === 'unknown')) return null;
  return (
    <div className="panel-strip">
      <StripCells alt={strip.alt} cells={strip.cells} />
      {strip.uptime !== null && <span className="quiet said">{speech.t('popup_strip_uptime', strip.uptime)}</span>}
    </div>
  );
}

function PastOutages({ outages }: { outages: readonly PastTrouble[] }) {
  const speech = useSpeech();
  const { t } = speech;
  if (outages.length === 0) return null;
  return (
    <section>
      <h3>{t('popup_past')}</h3>
      <ul className="parts">
        {outages.map((outage) => {
          const { id, url, startedAt, peak } = outage;
          const title = outage.title ?? t('popup_past_seen');
          const { line, also } = outageFacts(outage, speech);
          return (
            <li key={id}>
              <SignIcon sign={peak === 'operational' ? 'up' : peak} size={12} />
              <span className="unseen">{t(`level_${peak}`)}</span>
              <span className="quiet" title={fullTime(startedAt, speech)}>
                {line}
              </span>
              <span className="title" dir="auto" title={title}>
                {url === null ? title : <OutsideLink url={url}>{title}</OutsideLink>}
              </span>
              {also !== null && <span className="quiet said">{also}</span>}
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
    <li>
      <SignIcon sign={level === 'operational' ? 'up' : level} size={12} />
      <span className="part-name" dir="auto">
        {name}
      </span>
      <span className="level">{t(`level_${level}`)}</span>
    </li>
  );
}

/** The components that the status page lists: those that are not operational, and the others behind their number. */
function StatusParts({ status, verdict, assistant }: RowProps & AssistantProps) {
  const speech = useSpeech();
  const { t } = speech;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const parts = listedParts(assistant, status.pages[assistant.id], verdict);
  if (parts === null) return null;
  const affected = parts.filter(({ level }) => level !== 'operational');
  const operational = parts.filter(({ level }) => level === 'operational');
  return (
    <section>
      <h3>
        {t('popup_parts')}
        {operational.length > 0 && (
          <button
            type="button"
            className="button plain"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {plural('popup_parts_operational', operational.length, speech)}
          </button>
        )}
      </h3>
      <ul id={id} className="parts">
        {[...affected, ...(isOpen ? operational : [])].map((part) => (
          <Part key={part.id} {...part} />
        ))}
      </ul>
    </section>
  );
}

const HOUR_MS = 3_600_000;
const SNOOZE_HOURS = [1, 8, 24] as const;

function SnoozeMenu({ assistant: { id, name } }: Pick<AssistantProps, 'assistant'>) {
  const speech = useSpeech();
  const { t } = speech;
  const { snooze } = usePopup();
  return (
    <MenuButton
      className="button plain"
      items={SNOOZE_HOURS.map((hours) => ({
        key: String(hours),
        text: t('popup_snooze_hours', formatCount(hours, speech)),
        name: t('popup_snooze_for', name, formatCount(hours, speech)),
        onChoose: () => snooze(id, hours * HOUR_MS),
      }))}
    >
      {t('popup_snooze')}
      <Chevron />
    </MenuButton>
  );
}

/** What an open row shows below its verdict. */
export function RowDetails({ status, verdict }: RowProps) {
  const { now } = useSpeech();
  const assistant = assistantOf(verdict.assistantId);
  const link = statusLinkOf(status, assistant);
  return (
    <div className="details">
      <Maintenances maintenances={listedMaintenances(verdict)} />
      <StatusParts status={status} verdict={verdict} assistant={assistant} />
      <PastStrip status={status} assistant={assistant} />
      <PastOutages outages={lastOutages(status.past[assistant.id])} />
      <div className="actions texts">
        {!isSnoozed(status, assistant.id, now) && <SnoozeMenu assistant={assistant} />}
        <CheckLink assistantId={assistant.id} className="button plain" />
        <HistoryLink assistant={assistant} className="button plain" />
        <ReportLink className="button plain" />
        {link !== null && <OutsideLink url={link}>{new URL(link).host}</OutsideLink>}
      </div>
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
