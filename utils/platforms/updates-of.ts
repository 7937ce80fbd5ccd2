import type { IncidentPhase } from '@/utils/model/report';
import { plainText } from './plain-text';

/** What a page says of one update. */
interface SaidUpdate<Phase> {
  /** Null: no time that we can read. */
  at: number | null;
  phase: Phase;
  text: string | null | undefined;
}

/** Newest first, whatever the order on the page. An update without a time cannot be placed and is left out. */
export function updatesOf<Raw, Phase extends string | null>(
  raws: readonly Raw[],
  read: (raw: Raw) => SaidUpdate<Phase>,
): { at: number; phase: Phase; text: string }[] {
  const updates = raws.flatMap((raw) => {
    const { at, phase, text } = read(raw);
    return at === null ? [] : [{ at, phase, text: plainText(text) }];
  });
  // Stable: what the page lists first stays first within one moment.
  return updates.sort((a, b) => b.at - a.at);
}

/**
 * When updates, newest first, say that an incident ended: the first one that closes it after the last open phase. Notes
 * and edits that follow do not move the end. Null when none says so.
 */
export function closedAtBy(updates: readonly { at: number; phase: IncidentPhase | null }[]): number | null {
  const lastOpen = updates.findIndex(({ phase }) => phase !== null && phase !== 'resolved');
  const since = lastOpen === -1 ? updates : updates.slice(0, lastOpen);
  return since.findLast(({ phase }) => phase === 'resolved')?.at ?? null;
}
