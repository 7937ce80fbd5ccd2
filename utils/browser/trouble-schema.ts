import * as v from 'valibot';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import { BACK_KINDS } from '@/utils/model/back';
import { CHANGE_KINDS } from '@/utils/model/change';
import { MAINTENANCE_CHANGE_KINDS } from '@/utils/model/maintenance-change';
import { INCIDENT_PHASES } from '@/utils/model/report';
import { level, maybeText, maybeTime, time } from './report-schema';
import type { EntriesPart } from './stored-value';

export const assistantId = v.custom<AssistantId>(isAssistantId);

/** An entry for each assistant of whom there is anything. */
export const byAssistant = (entry: v.GenericSchema): EntriesPart => ({ isKey: isAssistantId, entry });

/** A list that values stored before it existed do not have. */
const names = v.optional(v.array(v.string()), () => []);
const phase = v.nullable(v.picklist(INCIDENT_PHASES));
/** A trouble as it is stored. */
export const episodeSchema = v.object({
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
  lastReadAt: time,
  readings: v.number(),
  reopened: v.number(),
  toldLevel: v.nullable(level),
  isTold: v.boolean(),
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
});

export const maintenanceKind = v.picklist(MAINTENANCE_CHANGE_KINDS);
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
  kind: v.picklist(BACK_KINDS),
  assistantId,
  episodeId: maybeText,
  at: time,
  lastedMs: v.nullable(v.number()),
  bringsForward: v.boolean(),
});

/** A notification that is owed, as it is stored. */
export const noticeSchema = v.object({
  id: v.string(),
  changes: v.array(change),
  maintenance: v.nullable(maintenanceChange),
  back: v.nullable(back),
  sumsUpAt: maybeTime,
});
