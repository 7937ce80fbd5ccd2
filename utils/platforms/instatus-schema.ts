import * as v from 'valibot';
import { list, maybe, text } from './maybe';

/**
 * Shapes of Instatus's public data (instatus.com/help/api/public-data), as wide as the recorded pages: lists are
 * left out when they are empty, the group is null or an object, and older pages answer with a bare array whose
 * parents hold their children.
 */
const part = { id: v.string(), name: text, status: text };
const componentSchema = v.object({
  ...part,
  isParent: maybe(v.boolean()),
  // Only a heading: one of another shape is none.
  group: v.fallback(maybe(v.object({ name: text })), null),
  children: list(v.object(part)),
});

export const componentsSchema = v.union([
  v.object({ components: v.array(componentSchema) }),
  v.pipe(
    v.array(componentSchema),
    v.transform((components) => ({ components })),
  ),
]);

const noticeSchema = v.object({ id: text, name: text, status: text, url: text });
const incidentSchema = v.object({ ...noticeSchema.entries, started: text, impact: text, updatedAt: text });
/** `duration` is in minutes, as text. */
const maintenanceSchema = v.object({
  ...noticeSchema.entries,
  start: text,
  duration: maybe(v.union([v.string(), v.number()])),
});

export const summarySchema = v.object({
  page: v.object({ name: text, url: text, status: v.string() }),
  activeIncidents: list(incidentSchema),
  activeMaintenances: list(maintenanceSchema),
});

export type RawNotice = v.InferOutput<typeof noticeSchema>;
export type RawComponent = v.InferOutput<typeof componentSchema>;
export type RawIncident = v.InferOutput<typeof incidentSchema>;
export type RawMaintenance = v.InferOutput<typeof maintenanceSchema>;
export type RawSummary = v.InferOutput<typeof summarySchema>;
