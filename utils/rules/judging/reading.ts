import { type Incident, isOpen, type PlatformId, type Report } from '@/utils/model/report';

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

/** Edges of a network that keep copies may be so far apart. */
const SLACK_MS = 60_000;

/**
 * Dialects whose pages carry a date of their own, which nothing takes back. incident.io's goes back by weeks when its
 * last incident leaves the summary (recorded 2026-09-15); that of the others is the newest post's, which may be taken off.
 */
const DATES_ITSELF: ReadonlySet<PlatformId> = new Set(['statuspage']);
/** Dialects whose posts say when they were last touched, and not only which moment they are shown at. */
const STAMPS_POSTS: ReadonlySet<PlatformId> = new Set(['statuspage', 'google']);

type IsBack = (before: number | null | undefined, after: number | null) => boolean;

const newestPost = ({ incidents }: Report): number => Math.max(0, ...incidents.map(({ updatedAt }) => updatedAt));

/** The same post, as it was before it was last touched. */
function hasOlderPost(before: Report, after: Report, isBack: IsBack): boolean {
  const touched = new Map(before.incidents.map(({ id, updatedAt }) => [id, updatedAt]));
  return after.incidents.some(({ id, updatedAt }) => isBack(touched.get(id), updatedAt));
}

/**
 * Whether a reading is of a copy that was left behind: its page or one of its posts is older than was already read,
 * and nothing in it is newer. That a post is edited, opened again or taken off does not make a page older, and a date that
 * lies ahead proves nothing.
 */
export function isOlderCopy(before: Report, after: Report, now: number): boolean {
  const { platform } = after;
  if (platform !== before.platform || newestPost(after) > newestPost(before)) return false;
  const isBack: IsBack = (was, is) => was != null && is !== null && is < was - SLACK_MS && was <= now + SLACK_MS;
  const isPageBack = DATES_ITSELF.has(platform) && isBack(before.sourceUpdatedAt, after.sourceUpdatedAt);
  return isPageBack || (STAMPS_POSTS.has(platform) && hasOlderPost(before, after, isBack));
}
