import type { Incident, StatusComponent } from '@/utils/model/report';
import { isOpen } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import { failed } from './failed';
import { plainLine } from './plain-text';
import { readFeed } from './read-feed';
import { readFeedEntry, WHOLE_PAGE } from './read-feed-entry';
import type { Feed, FeedEntry } from './read-rss';
import { reported } from './reported';

const MINUTE = 60_000;

const momentOf = (entry: FeedEntry): number => entry.updatedAt ?? entry.publishedAt ?? 0;

/** Some feeds publish an incident anew with each update, under one id: the newest speaks. */
function newestOf(entries: readonly FeedEntry[]): FeedEntry[] {
  const newest = new Map<string, FeedEntry>();
  for (const entry of entries) {
    const key = entry.id ?? entry.link ?? entry.title;
    const known = newest.get(key);
    if (known === undefined || momentOf(entry) > momentOf(known)) newest.set(key, entry);
  }
  return [...newest.values()];
}

/** Only what is explicitly in trouble; of nothing does a feed say that it is well. The level is the incident's to say. */
function componentsOf(incidents: readonly Incident[], title: string): StatusComponent[] {
  const ids = new Set(incidents.filter(isOpen).flatMap((incident) => incident.componentIds));
  return [...ids].map((id) => ({
    id,
    name: id === WHOLE_PAGE ? plainLine(title) : id,
    group: null,
    level: 'unknown',
    word: '',
  }));
}

function isOfPage({ title, link }: Feed, pageId: string): boolean {
  return title === pageId || (link !== null && new URL(link).host === pageId);
}

function parse(body: string | undefined, { pageId }: ExpectedPage): Reading {
  const read = readFeed(body);
  if (!read.ok) return read;
  const { feed } = read;
  if (pageId !== null && !isOfPage(feed, pageId)) return failed('wrong_page');
  const entries = newestOf(feed.entries).map(readFeedEntry);
  if (!entries.every((entry) => entry !== null)) return failed('wrong_shape');
  const told = entries.filter((entry) => entry !== 'nothing');
  const incidents = told.flatMap((one) => ('incident' in one ? [one.incident] : []));
  return reported({
    platform: 'feed',
    hasHistory: true,
    sourceUpdatedAt: feed.updatedAt,
    components: componentsOf(incidents, feed.title),
    incidents,
    maintenances: told.flatMap((one) => ('maintenance' in one ? [one.maintenance] : [])),
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
