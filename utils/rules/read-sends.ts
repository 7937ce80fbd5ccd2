import type { EvidenceEvent } from '@/utils/model/evidence';
import type { SendsFinding } from '@/utils/model/findings';
import { recentOf, weighEvidence } from './weigh-evidence';

/** What the person's own last messages met, for "Is it me?". The last one speaks first: it is what they ask about. */
export function readSends(events: readonly EvidenceEvent[], now: number): SendsFinding {
  const recent = recentOf(events, now);
  const last = recent.findLast(({ what }) => what === 'send') ?? recent.at(-1);
  if (last === undefined) return { kind: 'none', suspicion: null };
  if (last.outcome === 'limited' || last.outcome === 'refused') return { kind: last.outcome, suspicion: null };
  const suspicion = weighEvidence(recent, now);
  if (suspicion === null) return { kind: last.outcome === 'ok' ? 'well' : 'once', suspicion: null };
  const isAnswered = recent.some(
    ({ what, outcome, status }) => what === suspicion.what && outcome === 'failed' && status !== null,
  );
  return { kind: isAnswered ? 'failed' : 'cut', suspicion };
}
