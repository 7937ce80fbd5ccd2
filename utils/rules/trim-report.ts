import { type Incident, isOpen, type Report } from '@/utils/model/report';

const DAY = 24 * 3_600_000;
/** A closed incident is kept this long: it tells when a trouble ended, and may be opened again. */
const CLOSED_KEPT_FOR_MS = 3 * DAY;
const MAX_UPDATES = 20;

function isWorthKeeping(incident: Incident, now: number): boolean {
  return isOpen(incident) || now - (incident.resolvedAt ?? 0) < CLOSED_KEPT_FOR_MS;
}

/** Of an id, characters. */
const MAX_ID = 200;
/** Characters of one report as it is remembered, of which a verdict repeats a part. The largest of the recorded has 15,000. */
const MAX_WEIGHT = 200_000;

/** Whether a page says more than can be remembered and told. Cut short it could be green by what is missing. */
export function isTooMuch(report: Report, now: number): boolean {
  const incidents = report.incidents.filter((incident) => isWorthKeeping(incident, now));
  const isEndless = JSON.stringify({ ...report, incidents }).length > MAX_WEIGHT;
  return isEndless || report.incidents.some(({ id }) => id.length > MAX_ID);
}

/** A report as it is remembered: whole in what is, short in what was. */
export function trimReport(report: Report, now: number): Report {
  const incidents = report.incidents
    .filter((incident) => isWorthKeeping(incident, now))
    .map((incident) => ({ ...incident, updates: incident.updates.slice(0, MAX_UPDATES) }));
  return { ...report, hasHistory: false, incidents };
}
