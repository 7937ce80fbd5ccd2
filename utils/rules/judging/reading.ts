import { type Incident, isOpen, type PlatformId, type Report } from '@/utils/model/report';

const DAY = 24 * 3_600_000;
/** Closed incidents are kept this long: they state when an outage ended, and may be reopened. */
const CLOSED_KEPT_FOR_MS = 3 * DAY;
const MAX_UPDATES = 20;

function isWorthKeeping(incident: Incident, now: number): boolean {
  return isOpen(incident) || now - (incident.resolvedAt ?? 0) < CLOSED_KEPT_FOR_MS;
}

/** Longest id, in characters. */
const MAX_ID = 200;
/** Largest stored report, in characters; a verdict repeats part of it. The largest recorded report has 15,000. */
const MAX_REPORT_LENGTH = 200_000;

/**
 * Whether a report exceeds the storage limits. It is rejected as a whole: cut short, it could be green because of what
 * is missing.
 */
export function isTooMuch(report: Report, now: number): boolean {
  const incidents = report.incidents.filter((incident) => isWorthKeeping(incident, now));
  const isEndless = JSON.stringify({ ...report, incidents }).length > MAX_REPORT_LENGTH;
  return isEndless || report.incidents.some(({ id }) => id.length > MAX_ID);
}

/** A report as it is stored: complete for current incidents, shortened for past ones. */
export function trimReport(report: Report, now: number): Report {
  const incidents = report.incidents
    .filter((incident) => isWorthKeeping(incident, now))
    .map((incident) => ({ ...incident, updates: incident.updates.slice(0, MAX_UPDATES) }));
  return { ...report, hasHistory: false, incidents };
}

/** Copies on different CDN nodes may be this far apart. */
const SLACK_MS = 60_000;

/**
 * Platforms whose pages state a date that never goes back. On others it is that of the newest post, which may be deleted.
 * incident.io's goes back by weeks when its last incident leaves the summary, as OpenAI's had on 2026-09-15:
 * https://github.com/junxit/ai-status-archive/blob/e83db94e494a461223210612e97b75602dac7d37/tests/fixtures/openai_summary.json
 */
const DATES_ITSELF: ReadonlySet<PlatformId> = new Set(['statuspage']);
/** Platforms whose posts state when they were last edited, not only which time is displayed. */
const STAMPS_POSTS: ReadonlySet<PlatformId> = new Set(['statuspage', 'google']);

type IsBack = (before: number | null | undefined, after: number | null) => boolean;

const newestPost = ({ incidents }: Report): number => Math.max(0, ...incidents.map(({ updatedAt }) => updatedAt));

/** Whether a post is older than in the previous reading. */
function hasOlderPost(before: Report, after: Report, isBack: IsBack): boolean {
  const touched = new Map(before.incidents.map(({ id, updatedAt }) => [id, updatedAt]));
  return after.incidents.some(({ id, updatedAt }) => isBack(touched.get(id), updatedAt));
}

/**
 * Whether a reading is a stale copy: its page or one of its posts is older than before, and nothing is newer. An
 * edited, reopened or deleted post does not make a page older, and dates in the future prove nothing.
 */
export function isOlderCopy(before: Report, after: Report, now: number): boolean {
  const { platform } = after;
  if (platform !== before.platform || newestPost(after) > newestPost(before)) return false;
  const isBack: IsBack = (was, is) => was != null && is !== null && is < was - SLACK_MS && was <= now + SLACK_MS;
  const isPageBack = DATES_ITSELF.has(platform) && isBack(before.sourceUpdatedAt, after.sourceUpdatedAt);
  return isPageBack || (STAMPS_POSTS.has(platform) && hasOlderPost(before, after, isBack));
}
