import * as v from 'valibot';
import { isTrouble, type Level } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { everyEntry, failed, looseText, readJson } from './read-body';
import { plainLine, plainText, timeOf } from './text';
import {
  impactOfLevel,
  isSomething,
  latestOf,
  lookUp,
  mergeComponents,
  pastOrNull,
  reported,
  type StatedIncident,
  UNREADABLE_PART,
} from './util';

const MINUTE = 60_000;

/**
 * Available, Operational, ServiceDegradation, ServiceRestored and Unknown were seen on the page; the others are values of
 * `serviceHealthStatus` in Microsoft Graph. "Investigating" and similar words are left out: they report a possible issue, so
 * they say neither that a service works nor that it does not.
 * https://learn.microsoft.com/graph/api/resources/servicehealth
 */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  Available: 'operational',
  Operational: 'operational',
  ServiceOperational: 'operational',
  ServiceRestored: 'operational',
  RestoringService: 'degraded',
  ExtendedRecovery: 'degraded',
  ServiceDegradation: 'degraded',
  ServiceInterruption: 'major_outage',
};

const post = { Id: looseText, AuthoredDateTime: looseText, Title: looseText, Message: looseText, Status: looseText };
const name = v.pipe(v.string(), v.nonEmpty());
/** One post per service; a page about a single service answers with one post that names no service. */
const postsSchema = v.union([
  everyEntry(v.object({ ...post, ServiceDisplayName: name })),
  v.pipe(
    v.object({ ...post, Id: v.string(), Status: v.string() }),
    v.transform((single) => [{ ...single, ServiceDisplayName: 'Microsoft 365' }]),
  ),
]);
type RawPost = NonNullable<v.InferOutput<typeof postsSchema>[number]>;

/** These posts identify a service by its name only. */
function componentOf({ ServiceDisplayName, Status }: RawPost): StatusComponent {
  const level = lookUp(LEVEL_WORDS, Status) ?? 'unknown';
  return {
    id: ServiceDisplayName,
    name: plainLine(ServiceDisplayName),
    group: null,
    level,
    word: plainLine(Status),
  };
}

/**
 * A post about an outage or its end. Null for any other post, and for one without the time of writing: the other times
 * are those of the server's clock, and would make the post new at every reading.
 */
function incidentOf(raw: RawPost): StatedIncident | null {
  const { Id, AuthoredDateTime, Title, Message, Status, ServiceDisplayName } = raw;
  const level = componentOf(raw).level;
  const isRestored = Status === 'ServiceRestored';
  const at = timeOf(AuthoredDateTime);
  if (at === null || !(isTrouble(level) || isRestored)) return null;
  const words = plainText(Message);
  return {
    id: Id ?? `${ServiceDisplayName} ${at}`,
    kind: 'incident',
    title: plainLine(Title || words || ServiceDisplayName),
    impact: impactOfLevel(isRestored ? 'unknown' : level),
    level: null,
    phase: isRestored ? 'resolved' : 'investigating',
    // The page renews its posts: their time is that of the last change.
    startedAt: null,
    updatedAt: at,
    resolvedAt: null,
    derivedTimes: ['updates'],
    isExplained: false,
    componentIds: [ServiceDisplayName],
    updates: words === '' ? [] : [{ at, phase: null, text: words }],
    url: null,
  };
}

function parse(body: string | undefined, { pageId, readAt }: ExpectedPage): Reading {
  const read = readJson(body, postsSchema);
  if (!read.ok) return read;
  const listed: readonly (RawPost | null)[] = read.value;
  const posts = listed.filter(isSomething);
  if (pageId !== null && !posts.some((one) => one.ServiceDisplayName === pageId)) return failed('wrong_page');
  return reported({
    platform: 'microsoft',
    sourceUpdatedAt: latestOf(posts.flatMap((one) => pastOrNull(timeOf(one.AuthoredDateTime), readAt) ?? [])),
    components: mergeComponents(listed.map((one) => (one === null ? UNREADABLE_PART : componentOf(one)))),
    incidents: posts.flatMap((one) => incidentOf(one) ?? []),
    readAt,
  });
}

/**
 * Microsoft's page for its consumer services, https://status.cloud.microsoft/api/posts/m365Consumer (undocumented;
 * based on what was seen on 2026-09-18). Its posts describe the present only, are renewed about every ten minutes, and
 * state no identity: the page is identified by a service that it always lists.
 */
export const microsoft: Adapter = {
  floors: { troubleMs: 2 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'posts', url: `${origin}/api/posts/m365Consumer` }],
  parse: (documents, expected) => parse(documents.posts, expected),
};
