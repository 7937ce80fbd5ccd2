import type { StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import { isExpectedPage } from './check-identity';
import { failed } from './failed';
import { hostOf } from './link';
import { plainLine } from './plain-text';
import { readFeed } from './read-feed';
import { idOf, readFeedEntry, WHOLE_PAGE } from './read-feed-entry';
import type { FeedEntry } from './read-rss';
import { pastOrNull, reported, type StatedIncident } from './reported';

const MINUTE = 60_000;

/** Some feeds publish an incident again with each update, under one id: the newest entry counts. One dated ahead is not it. */
function newestOf(entries: readonly FeedEntry[], readAt: number | undefined): FeedEntry[] {
  const momentOf = ({ updatedAt, publishedAt }: FeedEntry) =>
    pastOrNull(updatedAt, readAt) ?? pastOrNull(publishedAt, readAt) ?? 0;
  const newest = new Map<string, FeedEntry>();
  for (const entry of entries) {
    const key = idOf(entry);
    const known = newest.get(key);
    if (known === undefined || momentOf(entry) > momentOf(known)) newest.set(key, entry);
  }
  return [...newest.values()];
}

/** Only what is explicitly in trouble; of nothing does a feed say that it is well. The level is the incident's to say. */
function componentsOf(incidents: readonly StatedIncident[], title: string): StatusComponent[] {
  const ids = new Set(
    incidents.filter(({ phase }) => phase !== 'resolved').flatMap((incident) => incident.componentIds),
  );
  return [...ids].map((id) => ({
    id,
    name: id === WHOLE_PAGE ? plainLine(title) : id,
    group: null,
    level: 'unknown',
    word: '',
  }));
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const { readAt } = expected;
  const read = readFeed(body);
  if (!read.ok) return read;
  const { feed } = read;
  if (!isExpectedPage([{ mentions: [[feed.title, hostOf(feed.link)]] }], expected)) return failed('wrong_page');
  const told = newestOf(feed.entries, readAt)
    .map(readFeedEntry)
    .filter((entry) => entry !== 'nothing');
  const incidents = told.flatMap((one) => ('incident' in one ? [one.incident] : []));
  return reported({
    platform: 'feed',
    hasHistory: true,
    sourceUpdatedAt: feed.updatedAt,
    components: componentsOf(incidents, feed.title),
    incidents,
    maintenances: told.flatMap((one) => ('maintenance' in one ? [one.maintenance] : [])),
    readAt,
  });
}

const isFeedAddress = (origin: string): boolean => /\.(?:atom|rss|xml)$/.test(origin);

/**
 * RSS or Atom of a page that has nothing else. A feed is history, not state: an empty one, a quiet one and one
 * that nobody writes to any more look the same. So it never says that anything is up; what is open is listed, and
 * trouble is only what an entry declares open by a line "Status: …", under the names of the parts that it lists or
 * under "page". The page id is the feed's title or the host that it leads to.
 */
export const feed: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'feed', url: isFeedAddress(origin) ? origin : `${origin}/feed.rss` }],
  parse: (documents, expected) => parse(documents.feed, expected),
};
