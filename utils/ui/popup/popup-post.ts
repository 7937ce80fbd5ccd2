import type { Incident, Maintenance } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { type Timed, timed } from '@/utils/ui/timed';
import { type ToldUpdate, toldUpdates } from '@/utils/ui/told-updates';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { phaseWords } from '@/utils/words/verdict-words';
import { maintenanceWhen } from './row-maintenance';

/** What the maker says of the trouble or maintenance that leads. Title and text are theirs, the rest is ours. */
export interface PopupPost {
  title: string;
  phase: string | null;
  text: string | null;
  /** "Anthropic, 14:58", or the maker alone beside all updates. */
  by: Timed;
  link: { url: string; label: string } | null;
  /** All that was written, newest first; empty unless the row is open. */
  updates: ToldUpdate[];
}

/** Null when the page says nothing about it. */
export function popupPost(maker: string, verdict: Verdict, isOpen: boolean, speech: Speech): PopupPost | null {
  const { t } = speech;
  const post = (source: Incident | Maintenance, phase: string | null, at: number | null, label: string): PopupPost => {
    const [update] = source.updates;
    const moment = update?.at ?? at;
    return {
      title: source.title,
      phase,
      text: update?.text || null,
      // In an open row each update has its own time.
      by:
        isOpen || moment === null
          ? timed(maker, null, speech)
          : timed(t('banner_words_at', maker, clockTime(moment, speech)), moment, speech),
      link: source.url === null ? null : { url: source.url, label },
      updates: isOpen ? toldUpdates(source.updates, clockTime, speech) : [],
    };
  };
  const [incident] = verdict.incidents;
  if (incident !== undefined) {
    return post(incident, phaseWords(maker, verdict, speech), incident.updatedAt, t('popup_incident_page'));
  }
  const [maintenance] = verdict.maintenances;
  if (maintenance === undefined) return null;
  return post(maintenance, maintenanceWhen(maintenance, speech), maintenance.startsAt, t('popup_maintenance_page'));
}
