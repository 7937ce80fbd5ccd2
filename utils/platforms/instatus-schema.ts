import * as v from 'valibot';
import { everyEntry, everyEntryIn, list, loose, looseText, text } from './maybe';

/**
 * Shapes of Instatus's public data (instatus.com/help/api/public-data), as wide as the recorded pages: lists are
 * left out when they are empty, the group is null or an object, and older pages answer with a bare array whose
 * parents hold their children.
 */
const part = { id: v.string(), name: looseText, status: looseText };
const componentSchema = v.object({
  ...part,
  isParent: loose(v.boolean()),
  // Only a heading: one of another shape is none.
  group: loose(v.object({ name: text })),
  children: everyEntryIn(v.object(part)),
});

export const componentsSchema = v.union([
  v.object({ components: everyEntry(componentSchema) }),
  v.pipe(
    everyEntry(componentSchema),
    v.transform((components) => ({ components })),
  ),
]);

const noticeSchema = v.object({ id: looseText, name: looseText, status: looseText, url: looseText });
const incidentSchema = v.object({
  ...noticeSchema.entries,
  started: looseText,
  impact: looseText,
  updatedAt: looseText,
});
/** `duration` is in minutes, as text. */
const maintenanceSchema = v.object({
  ...noticeSchema.entries,
  start: looseText,
  duration: loose(v.union([v.string(), v.number()])),
});

export const summarySchema = v.object({
  page: v.object({ name: looseText, url: looseText, status: v.string() }),
  activeIncidents: list(incidentSchema),
  activeMaintenances: list(maintenanceSchema),
});

export type RawNotice = v.InferOutput<typeof noticeSchema>;
export type RawComponent = v.InferOutput<typeof componentSchema>;
export type RawIncident = v.InferOutput<typeof incidentSchema>;
export type RawMaintenance = v.InferOutput<typeof maintenanceSchema>;
export type RawSummary = v.InferOutput<typeof summarySchema>;
