import { LevelStrip, StripCells } from '@/components/small';
import type { Assistant } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import { useSpeech } from '@/utils/ui/page-context';
import { usePopup } from '@/utils/ui/popup/context';
import { dayStrip } from '@/utils/ui/popup/row-detail';
import { areUnknown } from '@/utils/ui/text';

interface PastStripProps {
  status: Status;
  assistant: Assistant;
}

/** The last 90 days, as a chart and as text for screen readers. */
export function PastStrip({ status, assistant: { id, name } }: PastStripProps) {
  const speech = useSpeech();
  const { t } = speech;
  const strip = dayStrip(name, status.past[id], status.episodes[id] ?? null, speech);
  const { note, runs, uptime, ...chart } = strip;
  const isEmpty = areUnknown(chart.cells);
  return (
    <section className="strip">
      <h3>
        {t('popup_strip')}
        {uptime !== null && <span className="uptime">{t('popup_strip_uptime', uptime)}</span>}
      </h3>
      {!isEmpty && <LevelStrip {...chart} to={t('popup_strip_today')} />}
      {note !== null && <p className="meta">{note}</p>}
      {!isEmpty && (
        <ul className="unseen">
          {runs.map((run) => (
            <li key={run}>{run}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same without words, in a closed row of the side panel. */
export function PanelStrip({ status, assistant: { id, name } }: PastStripProps) {
  const speech = useSpeech();
  const { surface } = usePopup();
  if (surface !== 'panel') return null;
  const strip = dayStrip(name, status.past[id], status.episodes[id] ?? null, speech);
  if (areUnknown(strip.cells)) return null;
  return (
    <div className="panel-strip">
      <StripCells alt={strip.alt} cells={strip.cells} />
      {strip.uptime !== null && <span className="quiet said">{speech.t('popup_strip_uptime', strip.uptime)}</span>}
    </div>
  );
}
