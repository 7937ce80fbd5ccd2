import * as v from 'valibot';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { CHANGE_KINDS } from '@/utils/model/change';
import { READ_FAILURE_KINDS, UNKNOWN_REASONS } from '@/utils/model/failure';
import { LEVELS } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import { IMPACTS, INCIDENT_PHASES, MAINTENANCE_PHASES, PLATFORM_IDS } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import { VERDICT_KINDS } from '@/utils/model/verdict';

const time = v.number();
const maybeTime = v.nullable(time);
const level = v.picklist(LEVELS);
const assistantId = v.picklist(ASSISTANT_IDS);
const byAssistant = <T extends v.GenericSchema>(value: T) =>
  v.object(v.entriesFromList(ASSISTANT_IDS, v.optional(value)));
const updates = <const P extends readonly string[]>(phases: P) =>
  v.array(v.object({ at: time, phase: v.nullable(v.picklist(phases)), text: v.string() }));

const incident = v.object({
  id: v.string(),
  title: v.string(),
  impact: v.picklist(IMPACTS),
  phase: v.picklist(INCIDENT_PHASES),
  startedAt: time,
  updatedAt: time,
  resolvedAt: maybeTime,
  componentIds: v.array(v.string()),
  updates: updates(INCIDENT_PHASES),
  url: v.nullable(v.string()),
});

const maintenance = v.object({
  id: v.string(),
  title: v.string(),
  phase: v.picklist(MAINTENANCE_PHASES),
  startsAt: time,
  endsAt: maybeTime,
  componentIds: v.array(v.string()),
  updates: updates(MAINTENANCE_PHASES),
  url: v.nullable(v.string()),
});

const component = v.object({
  id: v.string(),
  name: v.string(),
  group: v.nullable(v.string()),
  level,
  word: v.string(),
});

const report = v.object({
  platform: v.picklist(PLATFORM_IDS),
  sourceUpdatedAt: maybeTime,
  components: v.array(component),
  incidents: v.array(incident),
  maintenances: v.array(maintenance),
});

const simpleFailures = READ_FAILURE_KINDS.filter((kind) => kind !== 'rate_limited' && kind !== 'http_error');
const failure = v.variant('kind', [
  v.object({ kind: v.picklist(simpleFailures) }),
  v.object({ kind: v.literal('rate_limited'), retryAt: maybeTime }),
  v.object({ kind: v.literal('http_error'), status: v.number() }),
]);

const page = v.object({
  report: v.nullable(report),
  readAt: maybeTime,
  triedAt: maybeTime,
  failure: v.nullable(failure),
  failures: v.number(),
});

const reason = v.nullable(v.picklist(UNKNOWN_REASONS));
const verdict = v.object({
  assistantId,
  kind: v.picklist(VERDICT_KINDS),
  level,
  reason,
  since: maybeTime,
  checkedAt: maybeTime,
  isStale: v.boolean(),
  failure: reason,
  incidents: v.array(incident),
  otherIncidents: v.array(incident),
  maintenances: v.array(maintenance),
});

const episode = v.object({
  id: v.string(),
  startedAt: time,
  isStartKnown: v.boolean(),
  level,
  peak: level,
  phase: v.nullable(v.picklist(INCIDENT_PHASES)),
  incidentIds: v.array(v.string()),
  lastReadAt: time,
  readings: v.number(),
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
  phase: v.nullable(v.picklist(INCIDENT_PHASES)),
  title: v.nullable(v.string()),
});

/** What is stored under `status`. Storage is a border like any other: another version may have written it. */
export const statusSchema: v.GenericSchema<unknown, Status> = v.object({
  isOnline: v.boolean(),
  tickedAt: maybeTime,
  pages: byAssistant(page),
  verdicts: byAssistant(verdict),
  episodes: byAssistant(episode),
  recoveries: byAssistant(v.object({ episode, endedAt: time })),
  dismissals: byAssistant(v.object({ episodeId: v.string(), level })),
  outbox: v.array(v.object({ id: v.string(), change })),
}) as v.GenericSchema<unknown, Status>;

export const optionsSchema: v.GenericSchema<unknown, Options> = v.object({ watched: v.array(assistantId) });
