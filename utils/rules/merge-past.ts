import type { PastTrouble } from '@/utils/model/past';

const overlap = (a: PastTrouble, b: PastTrouble): boolean => a.startedAt <= b.endedAt && b.startedAt <= a.endedAt;

/** Of the page's accounts the one that takes the place of what this browser saw; undefined where none does. */
export function heirOf(seen: PastTrouble, told: readonly PastTrouble[]): PastTrouble | undefined {
  const at = seen.seenAt ?? seen.startedAt;
  const twins = told.filter((one) => overlap(one, seen)).sort((a, b) => a.startedAt - b.startedAt);
  return twins.find((one) => one.startedAt <= at && at <= one.endedAt) ?? twins[0];
}

/** The page knows best what it was, and only we know when we met it. */
export function withTimesOf(told: PastTrouble, known: PastTrouble | undefined): PastTrouble {
  if (known === undefined) return told;
  return { ...told, sensedAt: known.sensedAt ?? told.sensedAt, seenAt: known.seenAt ?? told.seenAt };
}

/** What this browser saw and the page told later is one trouble: the page's account stays, and our times in it. */
export function withoutTwins(troubles: readonly PastTrouble[]): PastTrouble[] {
  const told = troubles.filter(({ source }) => source === 'page');
  const seen = troubles.filter(({ source }) => source === 'seen').map((one) => ({ one, heir: heirOf(one, told) }));
  const isLeft = new Set(seen.filter(({ heir }) => heir === undefined).map(({ one }) => one));
  return troubles
    .filter((one) => one.source === 'page' || isLeft.has(one))
    .map((one) => withTimesOf(one, seen.find(({ heir }) => heir === one)?.one));
}
