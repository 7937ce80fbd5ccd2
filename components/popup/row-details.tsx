import { useId, useState } from 'react';
import { CalendarButton } from '@/components/controls';
import { Chevron, OutsideLink, SignIcon } from '@/components/small';
import { formatCount, fullTime, plural } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import type { PastTrouble } from '@/utils/model/history';
import { isSnoozed, type Status, statusLinkOf } from '@/utils/model/status';
import { NEVER_READ } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import {
  type ListedPart,
  lastOutages,
  listedMaintenances,
  listedParts,
  maintenanceWhen,
  outageFacts,
  type TickablePart,
  tickableParts,
} from '@/utils/ui/popup/row-detail';
import { sourceNotes } from '@/utils/ui/text';
import { CheckLink, HistoryLink } from './links';
import { MenuButton } from './menu';
import { PastStrip } from './past-strip';
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

function Maintenances({ status, verdict, assistant }: RowProps & AssistantProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { saveMaintenance } = usePopup();
  const maintenances = listedMaintenances(verdict);
  const { checkedAt } = verdict;
  if (maintenances.length === 0 || checkedAt === null) return null;
  const source = { assistant, pageUrl: statusLinkOf(status, assistant), readAt: checkedAt };
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
              <CalendarButton maintenance={maintenance} onSave={() => saveMaintenance(maintenance, source)} />
            </p>
          </li>
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

/** So many components are in sight; more are behind their number. */
const SHOWN_TICKS = 6;

function Tick({
  assistant,
  part,
  listed,
}: Pick<AssistantProps, 'assistant'> & { part: TickablePart; listed: string[] }) {
  const t = useT();
  const { arePartsPreset, setTicked } = usePopup();
  const { id, name, level, isTicked } = part;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          disabled={arePartsPreset}
          onChange={() => setTicked(assistant.id, id, !isTicked, listed)}
        />
        <SignIcon sign={level === 'operational' ? 'up' : level} size={12} />
        <span className="part-name" dir="auto">
          {name}
        </span>
        <span className="level">{t(`level_${level}`)}</span>
      </label>
    </li>
  );
}

/** All components of a page on which the chat is not known. Those that the user ticks decide. */
function TickedParts({ assistant, parts }: Pick<AssistantProps, 'assistant'> & { parts: TickablePart[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const id = useId();
  const [isOpen, setOpen] = useState(() => parts.slice(SHOWN_TICKS).some(({ isTicked }) => isTicked));
  const { arePartsPreset } = usePopup();
  const shown = isOpen || parts.length <= SHOWN_TICKS + 1 ? parts : parts.slice(0, SHOWN_TICKS);
  const listed = parts.map((part) => part.id);
  const isAnyTicked = parts.some(({ isTicked }) => isTicked);
  return (
    <section>
      <h3 id={id}>{t('popup_counted')}</h3>
      <p className="quiet">{isAnyTicked ? t('popup_counted_some') : t('popup_counted_none', assistant.name)}</p>
      {arePartsPreset && <p className="quiet">{t('preset_note')}</p>}
      <ul className="parts ticks" aria-labelledby={id}>
        {shown.map((part) => (
          <Tick key={part.id} assistant={assistant} part={part} listed={listed} />
        ))}
      </ul>
      {shown.length < parts.length && (
        <button type="button" className="button plain" onClick={() => setOpen(true)}>
          {t('popup_watch_more', formatCount(parts.length - shown.length, speech))}
        </button>
      )}
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
  const speech = useSpeech();
  const { options } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const memory = status.pages[assistant.id] ?? NEVER_READ;
  const tickable = tickableParts(assistant, memory, verdict, options.parts[assistant.id] ?? [], speech);
  const link = statusLinkOf(status, assistant);
  return (
    <div className="details">
      <Maintenances status={status} verdict={verdict} assistant={assistant} />
      {sourceNotes(assistant, status.pages[assistant.id], speech).map((note) => (
        <p key={note} className="meta">
          {note}
        </p>
      ))}
      {tickable === null ? (
        <StatusParts status={status} verdict={verdict} assistant={assistant} />
      ) : (
        <TickedParts assistant={assistant} parts={tickable} />
      )}
      <PastStrip status={status} assistant={assistant} />
      <PastOutages outages={lastOutages(status.past[assistant.id])} />
      <div className="actions texts">
        {!isSnoozed(status, assistant.id, speech.now) && <SnoozeMenu assistant={assistant} />}
        <CheckLink assistantId={assistant.id} className="button plain" />
        <HistoryLink assistant={assistant} className="button plain" />
        <ReportLink className="button plain" />
        {link !== null && <OutsideLink url={link}>{new URL(link).host}</OutsideLink>}
      </div>
    </div>
  );
}
