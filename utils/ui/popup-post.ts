import type { Incident, IncidentPhase, Maintenance, MaintenancePhase, Update } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { clockTime } from '@/utils/words/moments';
import type { MessageKey, Speech } from '@/utils/words/speech';
import { phaseWords } from '@/utils/words/verdict-words';
import { maintenanceWhen } from './row-maintenance';
import { type Timed, timed } from './timed';

export interface PostUpdate {
  key: string;
  /** "Watching a fix, 14:58" */
  at: Timed;
  text: string;
}

/** What the maker says of the trouble or maintenance that leads. Title and text are theirs, the rest is ours. */
export interface PopupPost {
  title: string;
  phase: string | null;
  text: string | null;
  /** "Anthropic, 14:58", or the maker alone beside all updates. */
  by: Timed;
  link: { url: string; label: string } | null;
  /** All that was written, newest first; empty unless the row is open. */
  updates: PostUpdate[];
}

const PHASES: Record<IncidentPhase | MaintenancePhase, MessageKey> = {
  investigating: 'popup_phase_investigating',
  identified: 'popup_phase_identified',
  monitoring: 'popup_phase_monitoring',
  resolved: 'popup_phase_resolved',
  scheduled: 'popup_phase_scheduled',
  in_progress: 'popup_phase_in_progress',
  verifying: 'popup_phase_verifying',
  completed: 'popup_phase_completed',
  cancelled: 'popup_phase_cancelled',
};

type Told = Update<IncidentPhase | MaintenancePhase>;

function postUpdates(updates: readonly Told[], speech: Speech): PostUpdate[] {
  const { t } = speech;
  return updates.map((update, index) => {
    const time = clockTime(update.at, speech);
    const words = update.phase === null ? time : t('popup_update_at', t(PHASES[update.phase]), time);
    return { key: `${update.at} ${index}`, at: timed(words, update.at, speech), text: update.text };
  });
}

/** Null when the page says nothing about it. */
export function popupPost(
  { name, maker }: { name: string; maker: string },
  verdict: Verdict,
  isOpen: boolean,
  speech: Speech,
): PopupPost | null {
  const { t } = speech;
  const post = (source: Incident | Maintenance, phase: string | null, at: number, label: string): PopupPost => {
    const [update] = source.updates;
    const moment = update?.at ?? at;
    return {
      title: source.title,
      phase,
      text: update?.text || null,
      // In an open row each update has its own time.
      by: isOpen
        ? timed(maker, null, speech)
        : timed(t('banner_words_at', maker, clockTime(moment, speech)), moment, speech),
      link: source.url === null ? null : { url: source.url, label },
      updates: isOpen ? postUpdates(source.updates, speech) : [],
    };
  };
  const [incident] = verdict.incidents;
  if (incident !== undefined) {
    return post(incident, phaseWords(name, verdict, speech), incident.updatedAt, t('popup_incident_page'));
  }
  const [maintenance] = verdict.maintenances;
  if (maintenance === undefined) return null;
  return post(maintenance, maintenanceWhen(maintenance, speech), maintenance.startsAt, t('popup_maintenance_page'));
}
