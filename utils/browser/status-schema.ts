import * as v from 'valibot';
import { chatAddress } from '@/utils/model/address';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import { PAGE_FAULTS } from '@/utils/model/blind-spot';
import { FALLBACK_TEST_OUTCOMES } from '@/utils/model/drafts';
import { CHANGE_KINDS, MAINTENANCE_CHANGE_KINDS } from '@/utils/model/episode';
import { EVIDENCE_KINDS, PAGE_SUSPICION_WHYS } from '@/utils/model/evidence';
import { READ_FAILURE_KINDS, UNKNOWN_REASONS } from '@/utils/model/failure';
import { type CustomFallbackId, LOCAL_MODEL_IDS, localFallback } from '@/utils/model/fallback';
import { LEVELS } from '@/utils/model/level';
import { DECISION_REASONS, RECOVERY_KINDS } from '@/utils/model/notification';
import {
  DERIVED_TIMES,
  IMPACTS,
  INCIDENT_KINDS,
  INCIDENT_PHASES,
  MAINTENANCE_PHASES,
  PLATFORM_IDS,
} from '@/utils/model/report';
import { EMPTY_STATUS, STORAGE_TROUBLES, type Status } from '@/utils/model/status';
import { DETECTED_PLATFORM_IDS } from '@/utils/model/status-page';
import { shortName } from '@/utils/model/text';
import { VERDICT_KINDS } from '@/utils/model/verdict';
import type { EntriesPart, FieldsFor, Migration, StoredShape } from './stored-value';

export const time = v.number();
export const maybeTime = v.nullable(time);
const maybeText = v.nullable(v.string());
export const level = v.picklist(LEVELS);

export const updates = <const P extends readonly string[]>(phases: P) =>
  v.array(v.object({ at: time, phase: v.nullable(v.picklist(phases)), text: v.string() }));

export const incidentSchema = v.object({
  id: v.string(),
  /** Absent in values of earlier builds. */
  kind: v.optional(v.picklist(INCIDENT_KINDS), 'incident'),
  title: v.string(),
  impact: v.picklist(IMPACTS),
  level: v.nullable(level),
  phase: v.picklist(INCIDENT_PHASES),
  startedAt: time,
  updatedAt: time,
  resolvedAt: maybeTime,
  derivedTimes: v.exactOptional(v.array(v.picklist(DERIVED_TIMES))),
  isExplained: v.boolean(),
  componentIds: v.array(v.string()),
  updates: updates(INCIDENT_PHASES),
  url: maybeText,
});

export const maintenanceSchema = v.object({
  id: v.string(),
  title: v.string(),
  phase: v.picklist(MAINTENANCE_PHASES),
  startsAt: maybeTime,
  endsAt: maybeTime,
  componentIds: v.array(v.string()),
  updates: updates(MAINTENANCE_PHASES),
  url: maybeText,
});

const component = v.object({ id: v.string(), name: v.string(), group: maybeText, level, word: v.string() });

export const reportSchema = v.object({
  platform: v.picklist(PLATFORM_IDS),
  lists: v.picklist(['components', 'incidents']),
  sourceUpdatedAt: maybeTime,
  pageHost: v.optional(maybeText),
  hasHistory: v.boolean(),
  components: v.array(component),
  incidents: v.array(incidentSchema),
  maintenances: v.array(maintenanceSchema),
});

export const assistantId = v.custom<AssistantId>(isAssistantId);

export const byAssistant = <Entry extends v.GenericSchema>(entry: Entry): EntriesPart<Entry> => ({
  isKey: isAssistantId,
  entry,
});

/** Absent in values of earlier builds. */
const names = v.optional(v.array(v.string()), () => []);
const phase = v.nullable(v.picklist(INCIDENT_PHASES));
const episodeSchema = v.object({
  id: v.string(),
  seenAt: time,
  startedAt: time,
  isStartKnown: v.boolean(),
  sensedAt: maybeTime,
  level,
  peak: level,
  phase,
  incidentIds: v.array(v.string()),
  onlyParts: names,
  failingIds: v.optional(v.array(v.string())),
  lastReadAt: time,
  readings: v.number(),
  reopened: v.number(),
  toldLevel: v.nullable(level),
  isTold: v.boolean(),
});

const pageSuspicion = v.object({
  source: v.literal('page'),
  why: v.picklist(PAGE_SUSPICION_WHYS),
  incidentId: maybeText,
  title: v.string(),
  since: maybeTime,
  parts: names,
});

const change = v.object({
  kind: v.picklist(CHANGE_KINDS),
  assistantId,
  episodeId: v.string(),
  at: time,
  level,
  from: level,
  startedAt: time,
  isStartKnown: v.boolean(),
  endedAt: maybeTime,
  reopened: v.number(),
  phase,
  title: maybeText,
  onlyParts: names,
  reported: v.optional(pageSuspicion),
});

const maintenanceKind = v.picklist(MAINTENANCE_CHANGE_KINDS);
const maintenanceChange = v.object({
  kind: maintenanceKind,
  assistantId,
  maintenanceId: v.string(),
  title: v.string(),
  at: time,
  startsAt: maybeTime,
  endsAt: maybeTime,
});

const back = v.object({
  kind: v.picklist(RECOVERY_KINDS),
  assistantId,
  episodeId: maybeText,
  at: time,
  lastedMs: v.nullable(v.number()),
  bringsForward: v.boolean(),
});

/** Absent in values of earlier builds. */
const limitNotice = v.optional(v.nullable(v.object({ assistantId, until: time, at: time })), null);

const noticeSchema = v.object({
  id: v.string(),
  changes: v.array(change),
  maintenance: v.nullable(maintenanceChange),
  back: v.nullable(back),
  limit: limitNotice,
  sumsUpAt: maybeTime,
});

export const localModelId = v.picklist(LOCAL_MODEL_IDS);

export const fallbackId = v.union([
  assistantId,
  v.picklist(LOCAL_MODEL_IDS.map(localFallback)),
  v.pipe(v.string(), v.regex(/^own:\d{1,15}$/)) as v.GenericSchema<string, CustomFallbackId>,
]);

const chatUrl = v.pipe(
  v.string(),
  v.transform(chatAddress),
  v.instance(URL),
  v.transform(({ href }) => href),
);

/** A chat without a name gets the name of its host, as in the form. */
export const ownChat = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.digits(), v.maxLength(15)),
    name: v.pipe(v.string(), v.transform(shortName)),
    url: chatUrl,
  }),
  v.transform((chat) => ({ ...chat, name: chat.name || new URL(chat.url).host })),
);

const simpleFailures = READ_FAILURE_KINDS.filter((kind) => kind !== 'rate_limited' && kind !== 'http_error');
const failure = v.union([
  v.object({ kind: v.picklist(simpleFailures) }),
  v.object({ kind: v.literal('rate_limited'), retryAt: maybeTime }),
  v.object({ kind: v.literal('http_error'), status: v.number() }),
]);

/** Absent in values of earlier builds. */
const maybeMs = v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null);

const page = v.object({
  address: maybeText,
  report: v.nullable(reportSchema),
  foundParts: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), () => []),
  readAt: maybeTime,
  triedAt: maybeTime,
  listTriedAt: maybeTime,
  failure: v.nullable(failure),
  failures: v.number(),
  detected: v.nullable(v.object({ platform: v.picklist(DETECTED_PLATFORM_IDS) })),
  probedAt: maybeTime,
  /** Absent in values of earlier builds. */
  otherHost: v.optional(v.nullable(v.object({ host: v.string(), until: time })), null),
  answeredMs: maybeMs,
});

const reason = v.nullable(v.picklist(UNKNOWN_REASONS));
const evidenceSuspicion = v.object({
  /** Absent in values of earlier builds. */
  source: v.optional(v.literal('evidence'), 'evidence'),
  what: v.picklist(EVIDENCE_KINDS),
  failed: v.number(),
  of: v.number(),
  isSilent: v.boolean(),
  isAtOnce: v.optional(v.boolean()),
  reported: v.optional(pageSuspicion),
  since: time,
  until: time,
});
const slowSuspicion = v.object({
  source: v.literal('slow'),
  ms: v.number(),
  usualMs: v.number(),
  since: time,
  until: time,
});

const verdict = v.object({
  assistantId,
  kind: v.picklist(VERDICT_KINDS),
  level,
  reason,
  since: maybeTime,
  checkedAt: maybeTime,
  isStale: v.boolean(),
  failure: reason,
  incidents: v.array(incidentSchema),
  otherIncidents: v.array(incidentSchema),
  maintenances: v.array(maintenanceSchema),
  ahead: v.array(maintenanceSchema),
  onlyParts: v.array(v.string()),
  missingParts: v.optional(v.array(v.string()), () => []),
  isMatchedByName: v.optional(v.boolean(), false),
  isByWholePage: v.optional(v.boolean(), false),
  unclearParts: v.optional(v.array(v.string()), () => []),
  silentSince: v.optional(maybeTime, null),
  pageMaintenances: v.optional(v.array(maintenanceSchema), () => []),
  suspicion: v.nullable(v.union([evidenceSuspicion, pageSuspicion, slowSuspicion])),
  models: v.array(v.string()),
  otherModels: v.optional(v.array(v.string()), () => []),
});

const maintenanceMemory = v.object({
  id: v.string(),
  title: v.string(),
  startsAt: maybeTime,
  endsAt: maybeTime,
  goneAt: maybeTime,
  noticed: v.array(maintenanceKind),
});

export const pastTroubleSchema = v.object({
  id: v.string(),
  assistantId,
  source: v.picklist(['page', 'seen']),
  title: maybeText,
  peak: level,
  startedAt: time,
  sensedAt: maybeTime,
  seenAt: maybeTime,
  endedAt: time,
  isEndKnown: v.boolean(),
  isExplained: v.boolean(),
  url: maybeText,
});

const past = v.object({
  troubles: v.array(pastTroubleSchema),
  days: v.array(v.object({ at: time, worst: level })),
  listedSince: maybeTime,
  listedAt: maybeTime,
});

export const decision = v.object({
  at: time,
  assistantId,
  about: v.picklist([...CHANGE_KINDS, ...MAINTENANCE_CHANGE_KINDS, 'first_sign']),
  isTold: v.boolean(),
  reason: v.picklist(DECISION_REASONS),
});

const grant = v.nullable(v.object({ isHeld: v.boolean(), since: time }));
const sightings = v.object({
  fault: v.nullable(v.object({ kind: v.picklist(PAGE_FAULTS), since: time, tries: v.number() })),
  content: v.nullable(v.object({ hash: v.number(), changedAt: time })),
  page: grant,
  chat: grant,
  sentAt: maybeTime,
  visits: v.object({ days: v.number(), lastDay: time }),
  composer: v.object({ foundAt: maybeTime, missedAt: maybeTime }),
});

/** The poll times in `storage.session`. */
export const pollTimes = v.object({
  tickedAt: maybeTime,
  pages: v.record(
    assistantId,
    v.object({ readAt: maybeTime, triedAt: maybeTime, triedAtStored: maybeTime, answeredMs: maybeMs }),
  ),
});

/** Each part of the status has its own schema, so that a damaged part does not affect the others. */
export const STATUS_PARTS = {
  isOnline: v.boolean(),
  repairedAt: maybeTime,
  storageTrouble: v.optional(v.nullable(v.picklist(STORAGE_TROUBLES)), null),
  /** Null on disk. Earlier versions stored it here, and expect the field. */
  tickedAt: v.optional(maybeTime, null),
  pages: byAssistant(page),
  verdicts: byAssistant(verdict),
  episodes: byAssistant(episodeSchema),
  recoveries: byAssistant(v.object({ episode: episodeSchema, endedAt: time, isEndKnown: v.boolean() })),
  sensed: byAssistant(
    v.object({ since: time, until: time, isOver: v.boolean(), decided: v.array(v.picklist(EVIDENCE_KINDS)) }),
  ),
  dismissals: byAssistant(v.object({ episodeId: v.string(), level })),
  reactions: byAssistant(v.object({ episodeId: v.string(), level, says: v.picklist(['works', 'broken']), at: time })),
  snoozes: byAssistant(time),
  awaited: byAssistant(v.object({ since: time, bringsForward: v.boolean(), needsOwnSuccess: v.optional(v.boolean()) })),
  maintenances: byAssistant(v.array(maintenanceMemory)),
  past: byAssistant(past),
  decisions: v.array(decision),
  rehearsal: v.nullable(v.object({ to: fallbackId, at: time, outcome: v.picklist(FALLBACK_TEST_OUTCOMES) })),
  held: v.array(noticeSchema),
  outbox: v.array(noticeSchema),
  /** The next four are absent in values of earlier builds. */
  limits: { ...byAssistant(v.object({ until: time, saidAt: time, isAwaited: v.boolean() })), isOptional: true },
  sightings: { ...byAssistant(sightings), isOptional: true },
  missedAlarm: v.optional(v.nullable(v.object({ firstAt: time, lastAt: time })), null),
  dismissedSpots: v.optional(v.array(v.string()), () => []),
  lastBeginning: v.nullable(noticeSchema),
};

/**
 * Version 1 had no history summary, maintenance or reactions. Its pages and verdicts are dropped, because they are read
 * again within minutes. Its episodes and dismissals are kept, or the user would be notified again.
 */
const statusFrom1: Migration = (old) => {
  const episodes = Object.entries((old.episodes ?? {}) as Record<string, object>);
  return {
    ...EMPTY_STATUS,
    isOnline: old.isOnline,
    tickedAt: old.tickedAt,
    episodes: Object.fromEntries(
      episodes.map(([id, episode]) => [
        id,
        { reopened: 0, toldLevel: (episode as { level?: unknown }).level ?? null, ...episode },
      ]),
    ),
    dismissals: old.dismissals ?? {},
  };
};

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Changes each entry of a list or record. Values that are not objects stay, and the schema rejects them later. */
function eachOf(part: unknown, change: (entry: Fields) => Fields): unknown {
  if (!isFields(part)) return part;
  if (Array.isArray(part)) return part.map((entry) => (isFields(entry) ? change(entry) : entry));
  return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, isFields(entry) ? change(entry) : entry]));
}

/** Version 2 had no head starts, recovery alerts, fallback tests, quiet hours or page detection. */
const statusFrom2: Migration = (old) => {
  // Version 2 did not detect the user's own failures, so these outages have no head start.
  const unsensed = (fields: Fields): Fields => ({ sensedAt: null, seenAt: fields.lastReadAt ?? null, ...fields });
  const heard = ({ suspicion, ...fields }: Fields): Fields => ({
    onlyParts: [],
    ...fields,
    suspicion: isFields(suspicion) ? { isSilent: false, ...suspicion } : null,
  });
  const asNews = (notice: Fields): Fields => ({ back: null, sumsUpAt: null, ...notice });
  return {
    ...old,
    awaited: {},
    held: [],
    rehearsal: null,
    sensed: {},
    pages: eachOf(old.pages, (page) => ({ address: null, detected: null, probedAt: null, ...page })),
    verdicts: eachOf(old.verdicts, heard),
    episodes: eachOf(old.episodes, unsensed),
    recoveries: eachOf(old.recoveries, (recovery) => ({
      ...recovery,
      episode: unsensed((recovery.episode ?? {}) as Fields),
    })),
    outbox: eachOf(old.outbox, asNews),
    lastBeginning: isFields(old.lastBeginning) ? asNews(old.lastBeginning) : old.lastBeginning,
    past: eachOf(old.past, (past) => ({ ...past, troubles: eachOf(past.troubles, unsensed) })),
  };
};

export const STATUS_SHAPE: StoredShape<Status> = {
  key: 'status',
  fields: STATUS_PARTS satisfies FieldsFor<Status, typeof STATUS_PARTS>,
  fallback: EMPTY_STATUS,
  migrations: [statusFrom1, statusFrom2],
};
