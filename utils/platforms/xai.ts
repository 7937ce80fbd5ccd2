import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, StatusComponent, Update } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { type Feed, type FeedEntry, readRss } from './feed';
import { failed } from './read-body';
import { incidentPhaseOfWord } from './statuspage';
import { hostOf, plainLine, plainText, writtenTimeOf } from './text';
import {
  closedAtBy,
  impactOfLevel,
  isExpectedPage,
  isSomething,
  latestOf,
  lookUp,
  pastOrNull,
  reported,
  type StatedIdentity,
  type StatedIncident,
  updatesOf,
} from './util';

const SEVERITY_WORDS: Readonly<Record<string, Level>> = {
  available: 'operational',
  degraded: 'degraded',
  disruption: 'partial_outage',
  outage: 'major_outage',
};

/** Content of one item of xAI's feed: one incident, for one component. */
interface XaiItem {
  incidentId: string;
  /** Null if the item does not state its component. */
  componentId: string | null;
  componentName: string;
  title: string;
  /** `unknown`: the item has no status line. It may be open, but cannot be listed as an incident. */
  state: 'open' | 'closed' | 'unknown';
  severity: Level;
  startedAt: number | null;
  resolvedAt: number | null;
  /** Newest first; the page uses either order. */
  updates: Update<IncidentPhase>[];
  link: string | null;
}

/** Labels are often headlines by the author, so they are read as text, not as phases. */
function readUpdate(block: string) {
  const at = writtenTimeOf(block.match(/<strong>([^<]*)<\/strong>/i)?.[1]);
  const label = block.match(/<h3>([^<]*)<\/h3>/i)?.[1] ?? '';
  const phase = incidentPhaseOfWord(plainLine(label).toLowerCase());
  const rest = block.replace(/<p>\s*<strong>[^<]*<\/strong>\s*<\/p>/i, '').replace(/<h3>[^<]*<\/h3>/i, '');
  return { at, phase, text: phase === null ? `${label}\n${rest.trim()}` : rest };
}

/** The link ends in the ids of component and incident. */
function idsIn(link: string | null): [componentId: string | null, incidentId: string | null] {
  const [componentId, incidentId] = link === null ? [] : new URL(link).pathname.split('/').filter(Boolean).slice(-2);
  return incidentId === undefined ? [null, null] : [componentId ?? null, incidentId];
}

/**
 * The state is in the lines before the updates. Only `Status:` closes the item: `Resolved:` may be missing, and the
 * severity fell to "available" in one layout of the feed (2026-09-03) and kept its peak in the next (2026-10-05).
 * https://github.com/jbulpitt/seam-acp/blob/3b2ae7a0f34f9d23b306fc84f1f259bb0497db8c/test/fixtures/service-status/xai/feed-live.xml
 * https://github.com/jbulpitt/seam-acp/blob/4d81cec7c3012bd254d7b0db6ae3b2d26a2523c5/test/fixtures/service-status/xai/feed-live-2026-10-05.xml
 */
function readXaiItem({ id, title, link, content, publishedAt }: FeedEntry): XaiItem {
  const [componentId, incidentId] = idsIn(link);
  const [head = '', ...blocks] = content.split(/<div>/i);
  const lines = plainText(head);
  const lineOf = (name: string) =>
    lines.match(new RegExp(`^[^\\S\\n]*${name}:[^\\S\\n]*(\\S.*)$`, 'im'))?.[1]?.trim() ?? null;
  const status = lineOf('Status');
  const [, named, rest] = title.match(/^\[([^\]]*)\]\s*(.*)$/s) ?? [];
  return {
    incidentId: incidentId ?? (id || title),
    componentId,
    componentName: plainLine(named ?? componentId),
    title: plainLine(rest ?? title),
    // An unknown word does not close an incident.
    state: !status ? 'unknown' : status.toUpperCase() === 'RESOLVED' ? 'closed' : 'open',
    severity: lookUp(SEVERITY_WORDS, lineOf('Severity')?.toLowerCase()) ?? 'unknown',
    startedAt: publishedAt,
    resolvedAt: writtenTimeOf(lineOf('Resolved')),
    updates: updatesOf(blocks, readUpdate),
    link,
  };
}

const MINUTE = 60_000;

/** Components of the page by the first half of an item's path, with their names; from the feeds of `readXaiItem`. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'grok-com': ['grok.com', 'Grok (Web)'],
  'grok-in-x': ['Grok in X'],
  'ios-app': ['Grok (iOS)'],
  'android-app': ['Grok (Android)'],
  'grok-build': ['Grok (Build)'],
  'office-workspace-plugins': ['Grok (Office/Workspace Plugins)'],
  voice: ['Voice'],
  'api-global': ['Global (api.x.ai)'],
  'api-us': ['US (us.api.x.ai)'],
  'api-us-east-1': ['API (us-east-1.api.x.ai)'],
  'api-console': ['API Console'],
};

/** The latest time that an item states, except times in the future. Without one, an open item counts as the newest. */
function lastMomentOf({ state, startedAt, resolvedAt, updates }: XaiItem, readAt: number | undefined): number {
  const moments = [startedAt, resolvedAt, ...updates.map(({ at }) => at)].map((at) => pastOrNull(at, readAt));
  return latestOf(moments.filter(isSomething)) ?? (state === 'closed' ? -1 : Number.POSITIVE_INFINITY);
}

/** Of several items about one component and incident, the newest counts; at the same time, one that is not closed. */
function newestOf(items: readonly XaiItem[], readAt: number | undefined): XaiItem[] {
  const newest = new Map<string, XaiItem>();
  for (const item of items.filter(({ componentId }) => componentId !== null)) {
    const key = JSON.stringify([item.incidentId, item.componentId]);
    const known = newest.get(key);
    const [was, is] = [known, item].map((one) => (one ? lastMomentOf(one, readAt) : -1));
    const isOpenAgain = is === was && known?.state === 'closed';
    if (known === undefined || (is ?? 0) > (was ?? 0) || isOpenAgain) newest.set(key, item);
  }
  const kept = new Set(newest.values());
  return items.filter((item) => item.componentId === null || kept.has(item));
}

/** Items of several components repeat the same updates. */
function updatesIn(items: readonly XaiItem[]): Update<IncidentPhase>[] {
  const updates = items.flatMap((item) => item.updates);
  const unique = new Map(updates.map((update) => [JSON.stringify(update), update]));
  return [...unique.values()].sort((a, b) => b.at - a.at);
}

/** Merges the items of one incident, one for each component. */
function incidentOf(all: readonly [XaiItem, ...XaiItem[]], readAt: number | undefined): StatedIncident {
  const items = newestOf(all, readAt);
  const open = items.filter((item) => item.state === 'open');
  const isOpen = open.length > 0;
  const first = open[0] ?? items[0] ?? all[0];
  const updates = updatesIn(all);
  const starts = all.map((item) => item.startedAt).filter(isSomething);
  const startedAt = starts.length > 0 ? Math.min(...starts) : null;
  const ends = items.map((item) => item.resolvedAt).filter(isSomething);
  const worst = worstOf(items.map((item) => item.severity));
  const isOver = open.every((item) => item.severity === 'operational');
  const lastUpdate = updates[0]?.at ?? startedAt;
  return {
    id: first.incidentId,
    kind: 'incident',
    title: first.title,
    // "Available" says that it is over or nearly over, not how severe it was.
    impact: impactOfLevel(worst === 'operational' ? 'unknown' : worst),
    level: null,
    phase: !isOpen ? 'resolved' : isOver ? 'monitoring' : 'investigating',
    startedAt,
    updatedAt: latestOf([startedAt, lastUpdate, ...ends].filter(isSomething)),
    resolvedAt: isOpen ? null : (latestOf(ends) ?? closedAtBy(updates)),
    isExplained: false,
    componentIds: [...new Set((isOpen ? open : items).map((item) => item.componentId).filter(isSomething))],
    updates,
    url: first.link,
  };
}

/**
 * Keyed by the end of the link: components share an incident's id, and in one layout its `guid`, but are separate
 * items.
 */
function incidentsOf(items: readonly XaiItem[], readAt: number | undefined): StatedIncident[] {
  const byId = new Map<string, [XaiItem, ...XaiItem[]]>();
  for (const item of items.filter(({ state }) => state !== 'unknown')) {
    const known = byId.get(item.incidentId);
    if (known === undefined) byId.set(item.incidentId, [item]);
    else known.push(item);
  }
  return [...byId.values()].map((ofOne) => incidentOf(ofOne, readAt));
}

/**
 * Whether a component may be affected under another id: an item that may be open states no component, or has the
 * component's name and another id. For two known components only the recorded names are reliable.
 */
function mayBeMeant(id: string, items: readonly XaiItem[]): boolean {
  const own = items.filter((item) => item.componentId === id).map((item) => item.componentName);
  const recorded = PARTS[id] ?? [];
  return items
    .filter((item) => item.state !== 'closed' && item.componentId !== id)
    .some(({ componentId, componentName: name }) => {
      if (componentId === null) return true;
      const others = Object.hasOwn(PARTS, componentId) ? (PARTS[componentId] ?? []) : null;
      return others === null ? [...recorded, ...own].includes(name) : recorded.includes(name) && !others.includes(name);
    });
}

/**
 * The feed names affected components only: the others are operational, unless an item may mean them. An empty feed
 * gives unknown.
 */
function componentsOf(items: readonly XaiItem[]): StatusComponent[] {
  if (items.length === 0) return [];
  const ids = [...Object.keys(PARTS), ...items.map((item) => item.componentId).filter(isSomething)];
  return [...new Set(ids)].map((id) => {
    const own = items.filter((item) => item.componentId === id);
    const levels = own.flatMap(({ state, severity }): Level[] =>
      state === 'open' ? [severity] : state === 'unknown' ? ['unknown'] : [],
    );
    const level = worstOf([...levels, mayBeMeant(id, items) ? 'unknown' : 'operational']);
    const name = own[0]?.componentName ?? id;
    return { id, name, group: null, level, word: level };
  });
}

/** The feed and all its links must lead to the expected host. */
function identityOf({ link, entries }: Feed): StatedIdentity {
  const links = [link, ...entries.map((entry) => entry.link)];
  return { mentions: links.map((address) => [hostOf(address)]), url: link };
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const { readAt } = expected;
  const read = readRss(body);
  if (!read.ok) return read;
  const { feed } = read;
  if (!isExpectedPage([identityOf(feed)], expected)) return failed('wrong_page');
  const items = feed.entries.map(readXaiItem);
  const incidents = incidentsOf(items, readAt);
  return reported({
    platform: 'xai',
    // Items leave the feed, some within hours (observed 2026-09-03), so a missing incident proves nothing.
    hasHistory: false,
    sourceUpdatedAt: feed.updatedAt ?? latestOf(incidents.map(({ updatedAt }) => updatedAt).filter(isSomething)),
    components: componentsOf(newestOf(items, readAt)),
    incidents,
    readAt,
  });
}

/**
 * xAI publishes only a feed, https://status.x.ai/feed.xml: one item for each incident and component, each with a status
 * line. Its page id is the host of its links.
 */
export const xai: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'feed', url: `${origin}/feed.xml` }],
  parse: (documents, expected) => parse(documents.feed, expected),
};
