import { type Level, worstOf } from '@/utils/model/level';
import type { Incident, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import { failed } from './failed';
import { impactOfLevel } from './impact-of-level';
import { latestOf } from './latest-of';
import { type Feed, readRss } from './read-rss';
import { readXaiItem, type XaiItem } from './read-xai-item';
import { reported } from './reported';

const MINUTE = 60_000;

/** The parts that the page has, by the first half of an item's path; from links in feeds of 2026-09 and 2026-10. */
const PARTS = [
  'grok-com',
  'grok-in-x',
  'ios-app',
  'android-app',
  'grok-build',
  'office-workspace-plugins',
  'voice',
  'api-global',
  'api-us',
  'api-us-east-1',
  'api-console',
];

/** One incident out of its items, one for each part that it concerns. */
function incidentOf(items: readonly [XaiItem, ...XaiItem[]]): Incident {
  const [first] = items;
  const open = items.filter((item) => item.isOpen);
  const isOpen = open.length > 0;
  const { updates } = items.reduce((fullest, item) => (item.updates.length > fullest.updates.length ? item : fullest));
  const startedAt = Math.min(...items.map((item) => item.startedAt));
  const ends = items.flatMap((item) => item.resolvedAt ?? []);
  const worst = worstOf(items.map((item) => item.severity));
  const isOver = open.every((item) => item.severity === 'operational');
  return {
    id: first.incidentId,
    kind: 'incident',
    title: first.title,
    // "Available" tells that it is over, or nearly, and not how bad it was.
    impact: impactOfLevel(worst === 'operational' ? 'unknown' : worst),
    level: null,
    phase: !isOpen ? 'resolved' : isOver ? 'monitoring' : 'investigating',
    startedAt,
    updatedAt: Math.max(startedAt, ...ends, ...updates.map(({ at }) => at)),
    resolvedAt: isOpen ? null : Math.max(startedAt, ...(ends.length > 0 ? ends : updates.map(({ at }) => at))),
    isExplained: false,
    componentIds: [...new Set((isOpen ? open : items).map((item) => item.componentId))],
    updates,
    url: first.link,
  };
}

/** By the end of the link: parts share an incident's id, and in one layout its `guid`, but are items of their own. */
function incidentsOf(items: readonly XaiItem[]): Incident[] {
  const byId = new Map<string, [XaiItem, ...XaiItem[]]>();
  for (const item of items) {
    const known = byId.get(item.incidentId);
    if (known === undefined) byId.set(item.incidentId, [item]);
    else known.push(item);
  }
  return [...byId.values()].map(incidentOf);
}

/**
 * The feed names parts in trouble only: the others are well. But an open incident of a part that nobody knows may
 * be of one that we know by another name, so then of none of the others can be said that it is well. And a feed
 * without any item says nothing.
 */
function componentsOf(items: readonly XaiItem[]): StatusComponent[] {
  if (items.length === 0) return [];
  const open = items.filter((item) => item.isOpen);
  const others: Level = open.every((item) => PARTS.includes(item.componentId)) ? 'operational' : 'unknown';
  return [...new Set([...PARTS, ...items.map((item) => item.componentId)])].map((id) => {
    const levels = open.filter((item) => item.componentId === id).map((item) => item.severity);
    const level = levels.length > 0 ? worstOf(levels) : others;
    const name = items.find((item) => item.componentId === id)?.componentName ?? id;
    return { id, name, group: null, level, word: level };
  });
}

/** The feed and everything in it lead to the one host that was expected. */
function isOfPage({ link, entries }: Feed, host: string): boolean {
  const links = [link, ...entries.map((entry) => entry.link)].filter((address) => address !== null);
  return links.length > 0 && links.every((address) => new URL(address).host === host);
}

function parse(body: string | undefined, { pageId }: ExpectedPage): Reading {
  const read = readRss(body);
  if (!read.ok) return read;
  const { feed } = read;
  if (pageId !== null && !isOfPage(feed, pageId)) return failed('wrong_page');
  const items = feed.entries.map(readXaiItem);
  if (!items.every((item) => item !== null)) return failed('wrong_shape');
  const incidents = incidentsOf(items);
  return reported({
    platform: 'xai',
    // Items leave the feed, some within hours (2026-09-03): it tells what was, not what else was not.
    hasHistory: false,
    sourceUpdatedAt: feed.updatedAt ?? latestOf(incidents.map(({ updatedAt }) => updatedAt)),
    components: componentsOf(items),
    incidents,
  });
}

/**
 * xAI publishes nothing but a feed: one item for each incident and part, each with its state in so many words.
 * Its page id is the host that its links lead to.
 */
export const xai: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'feed', url: `${origin}/feed.xml` }],
  parse: (documents, expected) => parse(documents.feed, expected),
};
