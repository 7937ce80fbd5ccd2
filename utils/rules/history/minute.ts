import type { Incident } from '@/utils/model/report';
import {
  type IncidentRevisions,
  isAbsentAt,
  type Rewording,
  rewordingOf,
  type Statement,
  type StoredMinute,
  statementAt,
} from '@/utils/model/revisions';

/** An incident and how it was stated. */
export interface StatedIncident {
  incident: Incident;
  /** The form of the minute that was asked for; null if this browser had not read of it, or does not know. */
  said: Statement | null;
  /** The first reading that listed it, epoch milliseconds; null if that was not recorded. */
  seenAt: number | null;
  /** How it was changed later; null if it was not. */
  rewording: Rewording | null;
}

/** What is known of one minute. */
export interface Minute {
  /** As it was judged for the models and parts that the user had chosen; null if nothing was read. */
  level: NonNullable<StoredMinute['span']>['level'] | null;
  /** Incidents that the page listed as open. */
  stated: StatedIncident[];
  /** Incidents that the readings of that time did not show, and that the page dates to it now. */
  later: StatedIncident[];
  /** Incidents that are said to have been open. Whether the page had posted them, or what it said, is not recorded. */
  unrecorded: StatedIncident[];
  /** When the user's own requests began to fail, epoch milliseconds; null if none failed as far as is recorded. */
  failingSince: number | null;
}

function isOpenAt(statement: Pick<Statement, 'phase' | 'resolvedAt'>, at: number): boolean {
  return statement.phase !== 'resolved' || (statement.resolvedAt !== null && statement.resolvedAt > at);
}

const covers = ({ startedAt, resolvedAt, updatedAt }: Incident, at: number): boolean =>
  startedAt <= at && at <= (resolvedAt ?? Math.max(updatedAt, startedAt));

/** An open incident covers the time up to the last reading that showed it as open. */
function coversStill(incident: Incident, { seenAt }: IncidentRevisions, span: StoredMinute['span'], at: number) {
  const isRead = incident.resolvedAt === null && seenAt !== null && span !== null;
  return covers(incident, at) || (isRead && incident.startedAt <= at);
}

const MINUTE_MS = 60_000;

/**
 * What the page said at a time, what it says of that time now, and what the user's own requests met in the minute that ends
 * then.
 */
export function minuteOf({ span, signal, incidents, troubles }: StoredMinute, at: number): Minute {
  const all = incidents
    .filter(({ revisions }) => !isAbsentAt(revisions, at))
    .map(({ incident, revisions }) => {
      const said = statementAt(revisions, incident, at);
      const stated = { incident, said, seenAt: revisions.seenAt, rewording: rewordingOf(revisions, incident) };
      return { stated, isCovered: coversStill(incident, revisions, span, at) };
    })
    .sort((a, b) => a.stated.incident.startedAt - b.stated.incident.startedAt);
  const wanted = (isWanted: (one: StatedIncident, isCovered: boolean) => boolean) =>
    all.filter(({ stated, isCovered }) => isWanted(stated, isCovered)).map(({ stated }) => stated);
  // What failed after the page reported the outage is not recorded.
  const met = troubles.filter(
    ({ sensedAt, seenAt }) => sensedAt !== null && sensedAt <= at && at - MINUTE_MS < (seenAt ?? sensedAt),
  );
  // Without a reading of that time, an incident that was first seen later may have been posted already.
  const isRead = span !== null;
  const failures = [...met.map(({ sensedAt }) => sensedAt), signal?.from ?? null].filter((since) => since !== null);
  return {
    level: span?.level ?? null,
    stated: wanted(({ said }) => said !== null && said.startedAt <= at && isOpenAt(said, at)),
    later: wanted(({ seenAt }, isCovered) => isCovered && isRead && seenAt !== null && seenAt > at),
    unrecorded: wanted(
      ({ said, seenAt }, isCovered) => isCovered && said === null && (seenAt === null || seenAt <= at || !isRead),
    ),
    failingSince: failures.length > 0 ? Math.min(...failures) : null,
  };
}
