import type { Incident, Maintenance, Report } from '@/utils/model/report';
import type { Reading } from './adapter';
import { failed } from './failed';
import { latestOf } from './latest-of';

/** An incident as a page states it: its times may be missing or unreadable, null then. */
export interface StatedIncident extends Omit<Incident, 'startedAt' | 'updatedAt'> {
  startedAt: number | null;
  updatedAt: number | null;
}

/** What a page said. What is not given here is as most pages have it: a list of parts, the present only, no time of its own. */
interface Said extends Partial<Omit<Report, 'incidents' | 'maintenances'>> {
  platform: Report['platform'];
  components: Report['components'];
  /** Null: an entry that an adapter can neither read nor leave out, for it could hide trouble. It fails the reading. */
  incidents: readonly (StatedIncident | null)[];
  maintenances?: readonly (Maintenance | null)[];
  /** When the documents were read, epoch milliseconds; see `ExpectedPage`. */
  readAt?: number | undefined;
}

/** Clocks of pages and of this machine differ by that much. */
const SLACK_MS = 10 * 60_000;

/** A moment that lies ahead of the reading is a slip of the page: it is neither now nor an end. */
export const pastOrNull = (at: number | null, readAt: number | undefined): number | null =>
  at !== null && readAt !== undefined && at > readAt + SLACK_MS ? null : at;

const isSomething = <T>(value: T | null): value is T => value !== null;

/** Every moment that the page states, but those that lie ahead of the reading. */
function momentsOf({ incidents, sourceUpdatedAt = null, readAt }: Said): number[] {
  const stated = incidents.flatMap((one) => [one?.startedAt ?? null, one?.updatedAt ?? null]);
  return [...stated, sourceUpdatedAt].filter(isSomething).filter((at) => readAt === undefined || at <= readAt);
}

/**
 * An open incident without any time is kept, since leaving it out could hide trouble: it counts as of the latest moment
 * that the page states, else of the reading. A closed one that cannot be placed in time is of no use and is left out.
 */
function placed(stated: StatedIncident, latest: number, readAt: number | undefined): Incident[] {
  const [began, touched, ended] = [stated.startedAt, stated.updatedAt, stated.resolvedAt].map((at) =>
    pastOrNull(at, readAt),
  );
  const isClosed = stated.phase === 'resolved';
  const startedAt = began ?? touched ?? (isClosed ? null : latest);
  if (startedAt === null) return [];
  const told = latestOf(stated.updates.map(({ at }) => pastOrNull(at, readAt)).filter(isSomething));
  const updatedAt = touched ?? told ?? startedAt;
  return [{ ...stated, startedAt, updatedAt, resolvedAt: isClosed ? (ended ?? updatedAt) : null }];
}

/** A reading that went well. An entry that cannot be placed in time does not fail the others. */
export function reported(said: Said): Reading {
  const { incidents, maintenances = [], readAt, ...rest } = said;
  if (!incidents.every(isSomething) || !maintenances.every(isSomething)) return failed('wrong_shape');
  const latest = latestOf(momentsOf(said)) ?? readAt ?? 0;
  const known = incidents.flatMap((one) => placed(one, latest, readAt));
  return {
    ok: true,
    report: {
      lists: 'components',
      hasHistory: false,
      sourceUpdatedAt: latestOf(known.map(({ updatedAt }) => updatedAt)),
      ...rest,
      incidents: known.sort((a, b) => b.startedAt - a.startedAt),
      maintenances: [...maintenances],
    },
  };
}
