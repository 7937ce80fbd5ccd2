import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { explainBody, type Failed, failed } from './read-body';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './statuspage';
import { hostOf, linkOf, plainLine, plainText, writtenTimeOf } from './text';
import { closedAtBy, impactOfLevel, isExpectedPage, latestOf, pastOrNull, reported, type StatedIncident } from './util';
import { childrenOf, readXml, textIn, type XmlElement } from './xml';

/** One entry of a feed. Bodies are HTML as on the page; times are epoch milliseconds. */
export interface FeedEntry {
  /** The page's id of the entry; null if not stated. Not always unique. */
  id: string | null;
  title: string;
  link: string | null;
  /** The full text: the longest one available. */
  content: string;
  /** The summary if the feed has both; often identical to `content`. */
  summary: string;
  publishedAt: number | null;
  updatedAt: number | null;
}

export interface Feed {
  title: string;
  /** The page's address according to the feed; null if not stated. */
  link: string | null;
  updatedAt: number | null;
  entries: FeedEntry[];
}

const timeIn = (element: XmlElement, ...names: string[]) => writtenTimeOf(textIn(element, ...names));

/** Null if the document is not RSS 2.0. */
function rssOf(root: XmlElement): Feed | null {
  const [channel, ...others] = childrenOf(root, 'channel');
  if (root.name !== 'rss' || channel === undefined || others.length > 0) return null;
  return {
    title: textIn(channel, 'title') ?? '',
    link: linkOf(textIn(channel, 'link')),
    updatedAt: timeIn(channel, 'lastBuildDate', 'pubDate'),
    entries: childrenOf(channel, 'item').map((item) => ({
      id: textIn(item, 'guid'),
      title: textIn(item, 'title') ?? '',
      link: linkOf(textIn(item, 'link')),
      content: textIn(item, 'content:encoded', 'description') ?? '',
      summary: textIn(item, 'description') ?? '',
      publishedAt: timeIn(item, 'pubDate', 'dc:date'),
      updatedAt: null,
    })),
  };
}

/** Parses a body with `feedOf`; by default as RSS 2.0, which is all that the worker reads. */
export function readRss(body: string | undefined, feedOf = rssOf): { ok: true; feed: Feed } | Failed {
  const root = readXml(body ?? '');
  if (root === null) return failed(explainBody(body ?? ''));
  const feed = feedOf(root);
  return feed === null ? failed('wrong_shape') : { ok: true, feed };
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** The link to the page itself among several: `rel="alternate"` or without `rel`. */
function atomLink(element: XmlElement): string | null {
  const isAlternate = ({ attributes }: XmlElement) => (attributes.get('rel') ?? 'alternate') === 'alternate';
  return linkOf(childrenOf(element, 'link').find(isAlternate)?.attributes.get('href'));
}

/** Null if the document is not Atom. */
function atomOf(root: XmlElement): Feed | null {
  if (root.name !== 'feed' || root.attributes.get('xmlns') !== ATOM) return null;
  return {
    title: textIn(root, 'title') ?? '',
    link: atomLink(root),
    updatedAt: timeIn(root, 'updated'),
    entries: childrenOf(root, 'entry').map((entry) => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title') ?? '',
      link: atomLink(entry),
      content: textIn(entry, 'content', 'summary') ?? '',
      summary: textIn(entry, 'summary') ?? '',
      publishedAt: timeIn(entry, 'published'),
      updatedAt: timeIn(entry, 'updated'),
    })),
  };
}

/** Parses RSS 2.0 or Atom. */
function readFeed(body: string | undefined): { ok: true; feed: Feed } | Failed {
  return readRss(body, (root) => rssOf(root) ?? atomOf(root));
}

/** One update in the text of a feed entry, in Statuspage's format. */
interface FeedUpdate {
  /** Epoch milliseconds; null if not stated in UTC. */
  at: number | null;
  /** Its heading in snake case: often a phase, and often just "update". */
  label: string;
  text: string;
}

/** "Jul 9, 06:01 UTC" has no year: the one nearest to the entry's own time is used. */
function timeNear(text: string, anchor: number | null): number | null {
  const [, month, day, clock] = text.match(/^([A-Z][a-z]{2}) (\d{1,2}), (\d\d:\d\d) (?:UTC|GMT)$/) ?? [];
  if (month === undefined || anchor === null) return null;
  const year = new Date(anchor).getUTCFullYear();
  const candidates = [year - 1, year, year + 1].flatMap(
    (one) => writtenTimeOf(`${day} ${month} ${one} ${clock} GMT`) ?? [],
  );
  const distance = (time: number) => Math.abs(time - anchor);
  return candidates.length > 0 ? candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a)) : null;
}

/** A label or state in the form of the word tables. */
const wordOf = (label: string): string =>
  plainLine(label)
    .toLowerCase()
    .replace(/[.:!]+$/, '')
    .replace(/ /g, '_');

/** All quantifiers are bounded, so that matching stays linear. */
const UPDATE =
  /<small>([\s\S]{0,200}?)<\/small>\s{0,50}(?:<br\s{0,9}\/?>)?\s{0,50}<strong>([\s\S]{0,200}?)<\/strong>\s{0,50}-\s*([\s\S]*)/i;

/** In the order of the page, which claims newest first. `anchor` is the entry's own time. */
function readFeedUpdates(html: string, anchor: number | null): FeedUpdate[] {
  return html.split(/<p\b[^<>]*>/i).flatMap((block) => {
    const [, when, label, words] = block.match(UPDATE) ?? [];
    if (when === undefined || label === undefined) return [];
    return [{ at: timeNear(plainLine(when), anchor), label: wordOf(label), text: plainText(words) }];
  });
}

/** State of a feed entry. */
type FeedState =
  /** `isExplicit`: stated in a line "Status: …", which is about now; otherwise taken from the label of an update. */
  { kind: 'incident'; phase: IncidentPhase; isExplicit: boolean } | { kind: 'maintenance'; phase: MaintenancePhase };

/** Phases of an incident or maintenance that is over. */
const OVER: ReadonlySet<IncidentPhase | MaintenancePhase> = new Set(['resolved', 'completed', 'cancelled']);

/** An unknown word neither closes the incident nor counts as explicit. */
function stateOfWord(word: string): FeedState {
  const planned = maintenancePhaseOfWord(word);
  if (planned !== null) return { kind: 'maintenance', phase: planned };
  const phase = word === 'active' ? 'investigating' : incidentPhaseOfWord(word);
  return { kind: 'incident', phase: phase ?? 'investigating', isExplicit: phase !== null };
}

/**
 * The state by the labels of the updates. "Update" is not a state, so the latest label that is one counts. But a feed
 * may list "Investigating" above the "Resolved" of the same minute, and GitHub's did from 2024-05-28 on for weeks: only a
 * strictly later update reopens an incident.
 * https://github.com/mrshu/github-statuses/blob/d1dbef7e2b8a0b6541894a1d271010260e20c24a/github-status-history.atom
 */
function stateOfLabels(updates: readonly FeedUpdate[], readAt: number | undefined): FeedState | null {
  // Ignore updates in the future.
  const past = updates.filter(({ at }) => at === null || pastOrNull(at, readAt) !== null);
  const said = past.flatMap((update) => {
    const isPhase = maintenancePhaseOfWord(update.label) !== null || incidentPhaseOfWord(update.label) !== null;
    return isPhase ? [{ at: update.at, state: stateOfWord(update.label) }] : [];
  });
  // Newest first by time, whatever their order in the feed; in feed order if one has no time.
  if (said.every(({ at }) => at !== null)) said.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const [first] = said;
  if (first === undefined) return null;
  const isEnd = ({ state }: (typeof said)[number]) => OVER.has(state.phase);
  const end = said.find(isEnd);
  const isAgain = (one: (typeof said)[number]) => !isEnd(one) && (one.at === null || one.at > (end?.at ?? 0));
  const counts = end === undefined || isAgain(first) ? first : end;
  return counts.state.kind === 'incident' ? { ...counts.state, isExplicit: false } : counts.state;
}

/** Null if the entry states no state: it is then known neither to be open nor to be over. */
function stateOf(
  { content, summary }: FeedEntry,
  updates: readonly FeedUpdate[],
  readAt: number | undefined,
): FeedState | null {
  const line = [content, summary]
    .map((html) => plainText(html).match(/^[^\S\n]*Status:\s*(\S.*)$/im)?.[1])
    .find(Boolean);
  return line === undefined ? stateOfLabels(updates, readAt) : stateOfWord(wordOf(line));
}

/** Component id of an incident with an explicit status that names no component. */
const WHOLE_PAGE = 'page';

/** All quantifiers are bounded, so that matching stays linear. */
const AFFECTED = /affected [^<]{0,99}<\/[^<>]{1,99}>\s{0,99}(?:<br\s{0,9}\/?>\s{0,9}){0,9}<ul>([\s\S]{0,9999}?)<\/ul>/i;

/**
 * The list under "Affected components". Feeds state no ids, so names serve as ids. The level is in parentheses, if
 * stated.
 */
function affectedIn(html: string): { name: string; level: Level }[] {
  const list = html.match(AFFECTED)?.[1] ?? '';
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/gi)].map(([, item = '']) => {
    const [, name, word] = plainLine(item).match(/^(.*) \(([^()]*)\)$/) ?? [];
    const level = levelOfWord(wordOf(word ?? ''));
    return name !== undefined && level !== 'unknown' ? { name, level } : { name: plainLine(item), level: 'unknown' };
  });
}

function momentsOf(entry: FeedEntry, updates: readonly FeedUpdate[]): number[] {
  return [entry.publishedAt, entry.updatedAt, ...updates.map(({ at }) => at)].filter((at) => at !== null);
}

function readUpdates<Phase extends string>(
  updates: readonly FeedUpdate[],
  phaseOfWord: (word: string) => Phase | null,
) {
  const placed = updates.flatMap(({ at, label, text }) =>
    at === null ? [] : [{ at, phase: phaseOfWord(label), text }],
  );
  return placed.sort((a, b) => b.at - a.at);
}

/** The id of an entry. An empty id or link counts as missing. */
const idOf = ({ id, link, title }: FeedEntry): string => id || link || plainLine(title);

const MINUTE = 60_000;

/**
 * When a closed incident ended, and whether the feed states it. `updated` moves with each later edit: in four copies of
 * GitHub's feed of 2024 to 2026 (https://github.com/mrshu/github-statuses), it was wrong in 80 of 97 closed entries, while
 * `published` was the minute of the label "Resolved" or "Completed" in all. Other feeds publish an entry when the incident
 * begins, so `published` counts only if it agrees with the label, or if no label has a time.
 */
function endOf(
  { publishedAt, updatedAt }: FeedEntry,
  updates: readonly FeedUpdate[],
): { at: number | null; isStated: boolean } {
  const closedAt = closedAtBy(readUpdates(updates, incidentPhaseOfWord));
  const isSame = closedAt !== null && publishedAt !== null && Math.floor(publishedAt / MINUTE) * MINUTE === closedAt;
  if (closedAt !== null) return { at: isSame ? publishedAt : closedAt, isStated: true };
  return { at: updates.length > 0 ? (publishedAt ?? updatedAt) : (updatedAt ?? publishedAt), isStated: false };
}

type Read = { incident: StatedIncident } | { maintenance: Maintenance };

function incidentOf(
  entry: FeedEntry,
  { phase, isExplicit }: Extract<FeedState, { kind: 'incident' }>,
  updates: readonly FeedUpdate[],
): StatedIncident {
  const moments = momentsOf(entry, updates);
  const affected = affectedIn(`${entry.content}\n${entry.summary}`);
  const worst = worstOf(affected.map(({ level }) => level).filter((level) => level !== 'operational'));
  const updatedAt = latestOf(moments);
  const stated = readUpdates(updates, incidentPhaseOfWord);
  const whole = plainText(entry.content)
    .replace(/^[^\S\n]*Status:.*$/im, '')
    .trim();
  const end = endOf(entry, updates);
  const isWhole = stated.length === 0 && whole !== '' && updatedAt !== null;
  return {
    id: idOf(entry),
    kind: 'incident',
    title: plainLine(entry.title),
    impact: impactOfLevel(worst),
    level: worst,
    phase,
    startedAt: moments.length > 0 ? Math.min(...moments) : null,
    updatedAt,
    resolvedAt: phase === 'resolved' ? end.at : null,
    // A feed states when an entry was published, which some move with each update.
    derivedTimes: [
      'startedAt',
      ...(phase === 'resolved' && !end.isStated ? (['resolvedAt'] as const) : []),
      ...(isWhole ? (['updates'] as const) : []),
    ],
    isExplained: updates.some(({ label }) => label === 'postmortem'),
    componentIds: !isExplicit ? [] : affected.length > 0 ? affected.map(({ name }) => name) : [WHOLE_PAGE],
    updates: isWhole ? [{ at: updatedAt, phase, text: whole }] : stated,
    url: entry.link,
  };
}

/** Statuspage begins the entry of a scheduled maintenance with its period. */
function scheduledStartOf({ content, publishedAt }: FeedEntry): number | null {
  const window = plainLine(content).match(/^THIS IS A SCHEDULED EVENT ([A-Z][a-z]{2} \d{1,2}, \d\d:\d\d UTC)/)?.[1];
  return window === undefined ? null : timeNear(window, publishedAt);
}

/** A maintenance starts when it is reported as in progress, otherwise at the scheduled time. */
function maintenanceOf(entry: FeedEntry, phase: Maintenance['phase'], updates: readonly FeedUpdate[]): Maintenance {
  const begun = updates.find(({ label }) => label === 'in_progress')?.at ?? null;
  // The entry of a scheduled maintenance has the time of its announcement: without a period, no start is known.
  const posted = phase === 'scheduled' || phase === 'cancelled' ? null : (entry.publishedAt ?? entry.updatedAt);
  return {
    id: idOf(entry),
    title: plainLine(entry.title),
    phase,
    startsAt: begun ?? scheduledStartOf(entry) ?? posted,
    endsAt: null,
    componentIds: [],
    updates: readUpdates(updates, maintenancePhaseOfWord),
    url: entry.link,
  };
}

/** `nothing` for an entry without a state. `readAt`: when the feed was read, epoch milliseconds. */
function readFeedEntry(entry: FeedEntry, readAt: number | undefined): Read | 'nothing' {
  // The year nearest to the publication: an edit may follow years later.
  const updates = readFeedUpdates(entry.content, entry.publishedAt ?? entry.updatedAt);
  const state = stateOf(entry, updates, readAt);
  if (state === null) return 'nothing';
  return state.kind === 'maintenance'
    ? { maintenance: maintenanceOf(entry, state.phase, updates) }
    : { incident: incidentOf(entry, state, updates) };
}

/**
 * Publication time, then edit time for ties: an edit alone does not make an entry newer. A missing time, or one in the
 * future, counts as the oldest.
 */
function momentsOfFeed({ publishedAt, updatedAt }: FeedEntry, readAt: number | undefined): [number, number] {
  const [published, touched] = [pastOrNull(publishedAt, readAt), pastOrNull(updatedAt, readAt)];
  return [published ?? touched ?? 0, touched ?? published ?? 0];
}

function isOver(entry: FeedEntry, readAt: number | undefined): boolean {
  const read = readFeedEntry(entry, readAt);
  return read === 'nothing' || OVER.has('incident' in read ? read.incident.phase : read.maintenance.phase);
}

/** At the same time, an open entry counts as newer. */
function isNewer(entry: FeedEntry, known: FeedEntry, readAt: number | undefined): boolean {
  const [published, touched] = momentsOfFeed(entry, readAt);
  const [wasPublished, wasTouched] = momentsOfFeed(known, readAt);
  if (published !== wasPublished) return published > wasPublished;
  if (touched !== wasTouched) return touched > wasTouched;
  return isOver(known, readAt) && !isOver(entry, readAt);
}

/** Some feeds publish an incident again with each update, under one id: the newest entry counts. */
function newestOf(entries: readonly FeedEntry[], readAt: number | undefined): FeedEntry[] {
  const newest = new Map<string, FeedEntry>();
  for (const entry of entries) {
    const key = idOf(entry);
    const known = newest.get(key);
    if (known === undefined || isNewer(entry, known, readAt)) newest.set(key, entry);
  }
  return [...newest.values()];
}

/**
 * Components of explicit incidents only; a feed never states that a component is operational. Their level comes from
 * the incident.
 */
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
  const stated = newestOf(feed.entries, readAt)
    .map((entry) => readFeedEntry(entry, readAt))
    .filter((entry) => entry !== 'nothing');
  const incidents = stated.flatMap((one) => ('incident' in one ? [one.incident] : []));
  return reported({
    platform: 'feed',
    hasHistory: true,
    sourceUpdatedAt: feed.updatedAt,
    components: componentsOf(incidents, feed.title),
    incidents,
    maintenances: stated.flatMap((one) => ('maintenance' in one ? [one.maintenance] : [])),
    readAt,
  });
}

const isFeedAddress = (origin: string): boolean => /\.(?:atom|rss|xml)$/.test(origin);

/**
 * RSS or Atom of a page without other documents. A feed is history, not state: an empty feed, a quiet one and an
 * abandoned one look the same. So it never gives operational. Open incidents are listed; an outage is only what an
 * entry explicitly states in a line "Status: …", for the components that it lists or for "page". The page id is the
 * feed's title or the host of its link.
 */
export const feed: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'feed', url: isFeedAddress(origin) ? origin : `${origin}/feed.rss` }],
  parse: (documents, expected) => parse(documents.feed, expected),
};
