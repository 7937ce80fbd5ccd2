import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import { explainBody } from './explain-body';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './statuspage';
import { hostOf, linkOf, plainLine, plainText } from './text';
import { writtenTimeOf } from './times';
import {
  closedAtBy,
  type Failed,
  failed,
  impactOfLevel,
  isExpectedPage,
  latestOf,
  pastOrNull,
  reported,
  type StatedIncident,
} from './util';
import { childrenOf, readXml, textOf, type XmlElement } from './xml';

/** One entry of a feed. Bodies are HTML as the page wrote it; times are epoch milliseconds. */
export interface FeedEntry {
  /** What the page knows it by; null when it says nothing. Not always unique. */
  id: string | null;
  title: string;
  link: string | null;
  /** The whole text, the longest that there is. */
  content: string;
  /** What stands in front of it, where the feed has both; often the same. */
  summary: string;
  publishedAt: number | null;
  updatedAt: number | null;
}

export interface Feed {
  title: string;
  /** Where the feed says that its page is; null when it does not. */
  link: string | null;
  updatedAt: number | null;
  entries: FeedEntry[];
}

/** The text of the first child of one of these names; null when there is none. */
export function textIn(element: XmlElement, ...names: string[]): string | null {
  const found = names.flatMap((name) => childrenOf(element, name)).at(0);
  return found === undefined ? null : textOf(found).trim();
}

export const timeIn = (element: XmlElement, ...names: string[]) => writtenTimeOf(textIn(element, ...names));

/** Null for what is no RSS 2.0. */
export function rssOf(root: XmlElement): Feed | null {
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

/** A body as the feed that `feedOf` makes of its root; without it as RSS 2.0, which is all that the worker reads. */
export function readRss(body: string | undefined, feedOf = rssOf): { ok: true; feed: Feed } | Failed {
  const root = readXml(body ?? '');
  if (root === null) return failed(explainBody(body ?? ''));
  const feed = feedOf(root);
  return feed === null ? failed('wrong_shape') : { ok: true, feed };
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** Of several links the one to the page itself, which says so or says nothing. */
function atomLink(element: XmlElement): string | null {
  const isAlternate = ({ attributes }: XmlElement) => (attributes.get('rel') ?? 'alternate') === 'alternate';
  return linkOf(childrenOf(element, 'link').find(isAlternate)?.attributes.get('href'));
}

/** Null for what is no Atom. */
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

/** RSS 2.0 and Atom. */
export function readFeed(body: string | undefined): { ok: true; feed: Feed } | Failed {
  return readRss(body, (root) => rssOf(root) ?? atomOf(root));
}

/** One update in the text of a feed's entry, as Statuspage writes it. */
export interface FeedUpdate {
  /** Epoch milliseconds; null when it is not told in UTC. */
  at: number | null;
  /** What it is headed by, in small letters and with underscores: often a phase, and often just "update". */
  label: string;
  text: string;
}

/** "Jul 9, 06:01 UTC" has no year: that of the moment nearest to the entry's own. */
export function timeNear(text: string, anchor: number | null): number | null {
  const [, month, day, clock] = text.match(/^([A-Z][a-z]{2}) (\d{1,2}), (\d\d:\d\d) (?:UTC|GMT)$/) ?? [];
  if (month === undefined || anchor === null) return null;
  const year = new Date(anchor).getUTCFullYear();
  const candidates = [year - 1, year, year + 1].flatMap(
    (one) => writtenTimeOf(`${day} ${month} ${one} ${clock} GMT`) ?? [],
  );
  const distance = (time: number) => Math.abs(time - anchor);
  return candidates.length > 0 ? candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a)) : null;
}

/** A label or a state as the tables of words have it. */
export const wordOf = (label: string): string =>
  plainLine(label)
    .toLowerCase()
    .replace(/[.:!]+$/, '')
    .replace(/ /g, '_');

/** Every gap has an end: an endless one would be looked through from each of its places. */
const UPDATE =
  /<small>([\s\S]{0,200}?)<\/small>\s{0,50}(?:<br\s{0,9}\/?>)?\s{0,50}<strong>([\s\S]{0,200}?)<\/strong>\s{0,50}-\s*([\s\S]*)/i;

/** In the order of the page, newest first by its own account. `anchor` is the entry's own moment. */
export function readFeedUpdates(html: string, anchor: number | null): FeedUpdate[] {
  return html.split(/<p\b[^<>]*>/i).flatMap((block) => {
    const [, when, label, words] = block.match(UPDATE) ?? [];
    if (when === undefined || label === undefined) return [];
    return [{ at: timeNear(plainLine(when), anchor), label: wordOf(label), text: plainText(words) }];
  });
}

/** How an entry of a feed says that things stand. */
export type FeedState =
  /** `isExplicit`: by a line "Status: …", which speaks of now; otherwise by the label of an update. */
  { kind: 'incident'; phase: IncidentPhase; isExplicit: boolean } | { kind: 'maintenance'; phase: MaintenancePhase };

/** A word that nobody knows does not close the incident, and is not explicit about anything either. */
function stateOfWord(word: string): FeedState {
  const planned = maintenancePhaseOfWord(word);
  if (planned !== null) return { kind: 'maintenance', phase: planned };
  const phase = word === 'active' ? 'investigating' : incidentPhaseOfWord(word);
  return { kind: 'incident', phase: phase ?? 'investigating', isExplicit: phase !== null };
}

/**
 * By the labels of the updates. "Update" is no state, so the last label that is one counts. But a feed may list
 * "Investigating" above the "Resolved" of the same minute, and did for weeks (GitHub, 2024-05-28): what is over is
 * open again only by an update that is strictly later.
 */
function stateOfLabels(updates: readonly FeedUpdate[], readAt: number | undefined): FeedState | null {
  // What lies ahead of the reading has not happened.
  const past = updates.filter(({ at }) => at === null || pastOrNull(at, readAt) !== null);
  const said = past.flatMap((update) => {
    const isPhase = maintenancePhaseOfWord(update.label) !== null || incidentPhaseOfWord(update.label) !== null;
    return isPhase ? [{ at: update.at, state: stateOfWord(update.label) }] : [];
  });
  // Newest first by time, whatever their order in the feed; where one has no time, by that order.
  if (said.every(({ at }) => at !== null)) said.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const [first] = said;
  if (first === undefined) return null;
  const isEnd = ({ state: { phase } }: (typeof said)[number]) => ['resolved', 'completed', 'cancelled'].includes(phase);
  const end = said.find(isEnd);
  const isAgain = (one: (typeof said)[number]) => !isEnd(one) && (one.at === null || one.at > (end?.at ?? 0));
  const counts = end === undefined || isAgain(first) ? first : end;
  return counts.state.kind === 'incident' ? { ...counts.state, isExplicit: false } : counts.state;
}

/** Null when the entry says nothing of how things stand: then it is not known to be open, nor to be over. */
export function stateOf(
  { content, summary }: FeedEntry,
  updates: readonly FeedUpdate[],
  readAt: number | undefined,
): FeedState | null {
  const line = [content, summary]
    .map((html) => plainText(html).match(/^[^\S\n]*Status:\s*(\S.*)$/im)?.[1])
    .find(Boolean);
  return line === undefined ? stateOfLabels(updates, readAt) : stateOfWord(wordOf(line));
}

/** What an incident concerns that says so explicitly and names no part: the page as a whole. */
export const WHOLE_PAGE = 'page';

/** Every gap has an end: an endless one would be looked through from each of its places. */
const AFFECTED = /affected [^<]{0,99}<\/[^<>]{1,99}>\s{0,99}(?:<br\s{0,9}\/?>\s{0,9}){0,9}<ul>([\s\S]{0,9999}?)<\/ul>/i;

/** The list under "Affected components": names are all that a feed has for ids. A level stands in brackets, or nowhere. */
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

/** What the page knows an entry by. An empty id or link is none. */
export const idOf = ({ id, link, title }: FeedEntry): string => id || link || plainLine(title);

const MINUTE = 60_000;

/**
 * When a closed incident ended. `updated` moves with each later edit: in 163 closed entries of Statuspage's feeds it was
 * wrong in 108, while `published` was the moment of the label "Resolved", to the second. Other feeds publish an entry when
 * the incident begins, so that `published` counts only where it agrees with the label, or where no label has a time.
 */
function endOf({ publishedAt, updatedAt }: FeedEntry, updates: readonly FeedUpdate[]): number | null {
  const closedAt = closedAtBy(readUpdates(updates, incidentPhaseOfWord));
  const isSame = closedAt !== null && publishedAt !== null && Math.floor(publishedAt / MINUTE) * MINUTE === closedAt;
  if (closedAt !== null) return isSame ? publishedAt : closedAt;
  return updates.length > 0 ? (publishedAt ?? updatedAt) : (updatedAt ?? publishedAt);
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
  const told = readUpdates(updates, incidentPhaseOfWord);
  const whole = plainText(entry.content)
    .replace(/^[^\S\n]*Status:.*$/im, '')
    .trim();
  return {
    id: idOf(entry),
    kind: 'incident',
    title: plainLine(entry.title),
    impact: impactOfLevel(worst),
    level: worst,
    phase,
    startedAt: moments.length > 0 ? Math.min(...moments) : null,
    updatedAt,
    resolvedAt: phase === 'resolved' ? endOf(entry, updates) : null,
    isExplained: updates.some(({ label }) => label === 'postmortem'),
    componentIds: !isExplicit ? [] : affected.length > 0 ? affected.map(({ name }) => name) : [WHOLE_PAGE],
    updates: told.length > 0 || whole === '' || updatedAt === null ? told : [{ at: updatedAt, phase, text: whole }],
    url: entry.link,
  };
}

/** Statuspage heads the entry of a maintenance to come with its window. */
function scheduledStartOf({ content, publishedAt }: FeedEntry): number | null {
  const window = plainLine(content).match(/^THIS IS A SCHEDULED EVENT ([A-Z][a-z]{2} \d{1,2}, \d\d:\d\d UTC)/)?.[1];
  return window === undefined ? null : timeNear(window, publishedAt);
}

/** A maintenance starts when it says that it is in progress, else when it said that it would. */
function maintenanceOf(entry: FeedEntry, phase: Maintenance['phase'], updates: readonly FeedUpdate[]): Maintenance {
  const begun = updates.find(({ label }) => label === 'in_progress')?.at ?? null;
  // The entry of one to come bears the moment of its announcement: without a window, no start is known.
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

/** `nothing` for an entry that does not say how things stand. `readAt`: when the feed was read, epoch milliseconds. */
export function readFeedEntry(entry: FeedEntry, readAt: number | undefined): Read | 'nothing' {
  // The nearest year to when it was published: an edit may follow years later.
  const updates = readFeedUpdates(entry.content, entry.publishedAt ?? entry.updatedAt);
  const state = stateOf(entry, updates, readAt);
  if (state === null) return 'nothing';
  return state.kind === 'maintenance'
    ? { maintenance: maintenanceOf(entry, state.phase, updates) }
    : { incident: incidentOf(entry, state, updates) };
}

/**
 * When an entry was published and, where that does not tell, when it was touched: an edit alone makes no entry newer. A
 * time that is missing, or lies ahead of the reading, counts as the oldest.
 */
function momentsOfFeed({ publishedAt, updatedAt }: FeedEntry, readAt: number | undefined): [number, number] {
  const [published, touched] = [pastOrNull(publishedAt, readAt), pastOrNull(updatedAt, readAt)];
  return [published ?? touched ?? 0, touched ?? published ?? 0];
}

const OVER: ReadonlySet<string> = new Set(['resolved', 'completed', 'cancelled']);

function isOver(entry: FeedEntry, readAt: number | undefined): boolean {
  const read = readFeedEntry(entry, readAt);
  return read === 'nothing' || OVER.has('incident' in read ? read.incident.phase : read.maintenance.phase);
}

/** Of one moment, an entry that is open counts. */
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
    .map((entry) => readFeedEntry(entry, readAt))
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
