import type { IncidentPhase } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import type { MessageKey, Speech } from './speech';
import type { Start } from './verdict-words';

const PHASES: Record<IncidentPhase, MessageKey> = {
  investigating: 'team_phase_investigating',
  identified: 'team_phase_identified',
  monitoring: 'team_phase_monitoring',
  resolved: 'team_phase_resolved',
};

/** "2026-09-03 13:26": the same for every reader, wherever the team sits. */
function utcTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** One line of plain text about a trouble, to be pasted anywhere: who, how bad, since when, the phase, a link. */
export function teamLine(name: string, verdict: Verdict, start: Start, statusUrl: string, { t }: Speech): string {
  const [incident] = verdict.incidents;
  const level = t(`level_${verdict.level}`);
  const since = t(start.isKnown ? 'team_since_told' : 'team_since_seen', utcTime(start.at));
  const url = incident?.url ?? statusUrl;
  if (incident === undefined) return t('team_line_plain', name, level, since, url);
  return t('team_line', name, level, since, t(PHASES[incident.phase]), url);
}
