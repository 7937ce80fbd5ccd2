import * as v from 'valibot';
import { LEVELS } from '@/utils/model/level';
import { IMPACTS, INCIDENT_KINDS, INCIDENT_PHASES, MAINTENANCE_PHASES, PLATFORM_IDS } from '@/utils/model/report';

export const time = v.number();
export const maybeTime = v.nullable(time);
export const maybeText = v.nullable(v.string());
export const level = v.picklist(LEVELS);

const updates = <const P extends readonly string[]>(phases: P) =>
  v.array(v.object({ at: time, phase: v.nullable(v.picklist(phases)), text: v.string() }));

export const incidentSchema = v.object({
  id: v.string(),
  /** Absent in what earlier builds stored. */
  kind: v.optional(v.picklist(INCIDENT_KINDS), 'incident'),
  title: v.string(),
  impact: v.picklist(IMPACTS),
  level: v.nullable(level),
  phase: v.picklist(INCIDENT_PHASES),
  startedAt: time,
  updatedAt: time,
  resolvedAt: maybeTime,
  isExplained: v.boolean(),
  componentIds: v.array(v.string()),
  updates: updates(INCIDENT_PHASES),
  url: maybeText,
});

export const maintenanceSchema = v.object({
  id: v.string(),
  title: v.string(),
  phase: v.picklist(MAINTENANCE_PHASES),
  startsAt: time,
  endsAt: maybeTime,
  componentIds: v.array(v.string()),
  updates: updates(MAINTENANCE_PHASES),
  url: maybeText,
});

const component = v.object({ id: v.string(), name: v.string(), group: maybeText, level, word: v.string() });

/** A report as it is stored. */
export const reportSchema = v.object({
  platform: v.picklist(PLATFORM_IDS),
  lists: v.picklist(['components', 'incidents']),
  sourceUpdatedAt: maybeTime,
  hasHistory: v.boolean(),
  components: v.array(component),
  incidents: v.array(incidentSchema),
  maintenances: v.array(maintenanceSchema),
});
