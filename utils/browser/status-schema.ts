import * as v from 'valibot';
import { CHANGE_KINDS } from '@/utils/model/change';
import { DECISION_REASONS } from '@/utils/model/decision';
import { EVIDENCE_KINDS, PAGE_SUSPICION_WHYS } from '@/utils/model/evidence';
import { READ_FAILURE_KINDS, UNKNOWN_REASONS } from '@/utils/model/failure';
import { MAINTENANCE_CHANGE_KINDS } from '@/utils/model/maintenance-change';
import { DETECTED_PLATFORM_IDS } from '@/utils/model/page-memory';
import { REHEARSAL_OUTCOMES } from '@/utils/model/rehearsal';
import { STORAGE_TROUBLES } from '@/utils/model/status';
import { VERDICT_KINDS } from '@/utils/model/verdict';
import { incidentSchema, level, maintenanceSchema, maybeText, maybeTime, reportSchema, time } from './report-schema';
import { assistantId, byAssistant, episodeSchema, maintenanceKind, noticeSchema } from './trouble-schema';
import { wayId } from './way-schema';

const simpleFailures = READ_FAILURE_KINDS.filter((kind) => kind !== 'rate_limited' && kind !== 'http_error');
const failure = v.union([
  v.object({ kind: v.picklist(simpleFailures) }),
  v.object({ kind: v.literal('rate_limited'), retryAt: maybeTime }),
  v.object({ kind: v.literal('http_error'), status: v.number() }),
]);

const page = v.object({
  address: maybeText,
  report: v.nullable(reportSchema),
  readAt: maybeTime,
  triedAt: maybeTime,
  listTriedAt: maybeTime,
  failure: v.nullable(failure),
  failures: v.number(),
  detected: v.nullable(v.object({ platform: v.picklist(DETECTED_PLATFORM_IDS) })),
  probedAt: maybeTime,
});

const reason = v.nullable(v.picklist(UNKNOWN_REASONS));
const evidenceSuspicion = v.object({
  /** Absent in what earlier builds stored. */
  source: v.optional(v.literal('evidence'), 'evidence'),
  what: v.picklist(EVIDENCE_KINDS),
  failed: v.number(),
  of: v.number(),
  isSilent: v.boolean(),
  since: time,
  until: time,
});
const pageSuspicion = v.object({
  source: v.literal('page'),
  why: v.picklist(PAGE_SUSPICION_WHYS),
  incidentId: v.string(),
  title: v.string(),
  since: time,
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
  silentSince: v.optional(maybeTime, null),
  pageMaintenances: v.optional(v.array(maintenanceSchema), () => []),
  suspicion: v.nullable(v.union([evidenceSuspicion, pageSuspicion])),
  models: v.array(v.string()),
});

const maintenanceMemory = v.object({
  id: v.string(),
  title: v.string(),
  startsAt: time,
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

const decision = v.object({
  at: time,
  assistantId,
  about: v.picklist([...CHANGE_KINDS, ...MAINTENANCE_CHANGE_KINDS, 'first_sign']),
  isTold: v.boolean(),
  reason: v.picklist(DECISION_REASONS),
});

/** Each part of the status by itself, so that one that is damaged does not take the others along. */
export const STATUS_PARTS = {
  isOnline: v.boolean(),
  repairedAt: maybeTime,
  storageTrouble: v.optional(v.nullable(v.picklist(STORAGE_TROUBLES)), null),
  tickedAt: maybeTime,
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
  awaited: byAssistant(v.object({ since: time, bringsForward: v.boolean() })),
  maintenances: byAssistant(v.array(maintenanceMemory)),
  past: byAssistant(past),
  decisions: v.array(decision),
  rehearsal: v.nullable(v.object({ to: wayId, at: time, outcome: v.picklist(REHEARSAL_OUTCOMES) })),
  held: v.array(noticeSchema),
  outbox: v.array(noticeSchema),
  lastBeginning: v.nullable(noticeSchema),
};
