import { ManagedSetting } from '@/components/controls';
import { LevelStrip, OutsideLink, SignIcon } from '@/components/small';
import type { AssistantId } from '@/utils/model/assistant';
import type { PopupRow } from '@/utils/ui/popup/row';
import type { DayStrip, RowDetail, RowPart, RowParts, RowTrouble } from '@/utils/ui/popup/row-detail';
import type { RowMaintenance } from '@/utils/ui/popup/row-maintenance';
import type { PopupActions } from '@/utils/ui/popup/store';
import { CheckAsk, HistoryAsk } from './links';

/** What goes on and what is announced. */
export function Maintenances({ heading, maintenances }: { heading: string; maintenances: RowMaintenance[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="list">
        {maintenances.map(({ id, title, when, link }) => (
          <li key={id}>
            <p dir="auto">{title}</p>
            <p className="meta">
              <span>{when}</span>
              {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last 90 days. One picture, and the same as text. */
export function PastStrip({ strip }: { strip: DayStrip }) {
  return (
    <section className="strip">
      <h3>{strip.heading}</h3>
      <LevelStrip {...strip} />
      {strip.note !== null && <p className="meta">{strip.note}</p>}
      <ul className="unseen">
        {strip.runs.map((run) => (
          <li key={run}>{run}</li>
        ))}
      </ul>
    </section>
  );
}

/** How it was before, newest first. */
export function PastTroubles({ heading, troubles }: { heading: string; troubles: RowTrouble[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="list">
        {troubles.map(({ id, title, url, line, full }) => (
          <li key={id}>
            <p dir="auto">{url === null ? title : <OutsideLink url={url}>{title}</OutsideLink>}</p>
            <p className="meta">
              <span title={full}>{line}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StatusPartsProps {
  assistantId: AssistantId;
  parts: RowParts;
  actions: PopupActions;
}

function Part({ name, sign, levelWords }: RowPart) {
  return (
    <>
      <SignIcon sign={sign} size={12} />
      <span className="part-name" dir="auto">
        {name}
      </span>
      <span className="level">{levelWords}</span>
    </>
  );
}

/** The parts that the status page lists of one assistant: those that make the verdict, and those that may if one wants. */
export function StatusParts({ assistantId, parts, actions }: StatusPartsProps) {
  const { heading, core, othersHeading, others, why, presetNote } = parts;
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="parts">
        {core.map((part) => (
          <li key={part.id}>
            <Part {...part} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="others">{othersHeading}</h3>
          <ManagedSetting note={presetNote}>
            <ul className="parts">
              {others.map((part) => (
                <li key={part.id}>
                  <Part {...part} />
                  <button
                    type="button"
                    role="switch"
                    className="switch small"
                    aria-checked={part.counts}
                    aria-label={part.countsFor}
                    title={part.countsFor}
                    onClick={() => actions.setCounted(assistantId, part.id, !part.counts)}
                  >
                    <span className="track" aria-hidden="true" />
                  </button>
                </li>
              ))}
            </ul>
          </ManagedSetting>
          <p className="meta">{why}</p>
        </>
      )}
    </section>
  );
}

interface RowDetailsProps {
  row: PopupRow;
  detail: RowDetail;
  actions: PopupActions;
}

/** The rest of what is known of one assistant. */
export function RowDetails({ row, detail, actions }: RowDetailsProps) {
  const { labels, snooze } = detail;
  return (
    <div className="details">
      <div className="actions">
        <CheckAsk link={detail.check} className="button small" />
        <HistoryAsk link={detail.history} className="button small" actions={actions} />
      </div>
      {detail.maintenances.length > 0 && (
        <Maintenances heading={labels.maintenance} maintenances={detail.maintenances} />
      )}
      {detail.parts !== null && <StatusParts assistantId={row.assistantId} parts={detail.parts} actions={actions} />}
      <PastStrip strip={detail.strip} />
      {detail.troubles.length > 0 && <PastTroubles heading={labels.troubles} troubles={detail.troubles} />}
      {snooze !== null && (
        <section>
          <h3>{snooze.heading}</h3>
          <div className="actions">
            {snooze.choices.map(({ forMs, label, name }) => (
              <button
                key={forMs}
                type="button"
                className="button small"
                aria-label={name}
                onClick={() => actions.snooze(row.assistantId, forMs)}
              >
                {label}
              </button>
            ))}
            <span className="quiet said">{snooze.why}</span>
          </div>
        </section>
      )}
    </div>
  );
}

/** What else is open on the status page, as links: shown, because it is there, but not judged by. */
export function OtherIncidents({ heading, incidents }: { heading: string; incidents: PopupRow['also'] }) {
  return (
    <div className="also">
      <h3>{heading}</h3>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id} dir="auto">
            {incident.url === null ? incident.title : <OutsideLink url={incident.url}>{incident.title}</OutsideLink>}
          </li>
        ))}
      </ul>
    </div>
  );
}
