import type { IncidentPhase, MaintenancePhase, Update } from '@/utils/model/report';
import type { MessageKey, Speech } from '@/utils/words/speech';
import { type Timed, timed } from './timed';

/** One thing that a maker wrote. The text is theirs, the rest is ours. */
export interface ToldUpdate {
  key: string;
  /** "Watching a fix, 14:58" */
  at: Timed;
  text: string;
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

/** In the order in which they stand; `timeOf` says how exactly the moment of each is told. */
export function toldUpdates(
  updates: readonly Update<IncidentPhase | MaintenancePhase>[],
  timeOf: (at: number, speech: Speech) => string,
  speech: Speech,
): ToldUpdate[] {
  const { t } = speech;
  return updates.map(({ at, phase, text }, index) => {
    const time = timeOf(at, speech);
    const words = phase === null ? time : t('popup_update_at', t(PHASES[phase]), time);
    return { key: `${at} ${index}`, at: timed(words, at, speech), text };
  });
}
