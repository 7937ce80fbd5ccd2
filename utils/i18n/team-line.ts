import type { Verdict } from '@/utils/model/verdict';
import type { Speech } from './speech';
import type { Start } from './verdict-words';

/** "2026-09-03 13:26" in UTC, so that it is the same for every reader. */
function utcTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** "Claude: Partial outage · since 2026-09-03 13:26 UTC · Identified · https://…", for sharing. */
export function teamLine(name: string, verdict: Verdict, start: Start, statusUrl: string, { t }: Speech): string {
  const [incident] = verdict.incidents;
  const since = t(start.isKnown ? 'team_since_told' : 'team_since_seen', utcTime(start.at));
  const phase = incident === undefined ? [] : [t(`popup_phase_${incident.phase}`)];
  const facts = [`${name}: ${t(`level_${verdict.level}`)}`, since, ...phase, incident?.url ?? statusUrl];
  return facts.join(' · ');
}
