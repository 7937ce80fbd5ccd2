import * as v from 'valibot';
import { entries, list, loose, looseList, looseText, text } from './maybe';

const placed = v.object({ component_id: v.string(), name: looseText });

const affected = v.object({ component_id: v.string(), status: looseText });

/** What incident.io's own front end reads (undocumented, never recorded whole): only what is needed is looked at. */
const incidentSchema = v.object({
  id: v.string(),
  name: looseText,
  status: looseText,
  affected_components: looseList(v.object({ ...affected.entries, current_status: looseText })),
  component_impacts: looseList(v.object({ ...affected.entries, end_at: looseText })),
  updates: looseList(v.object({ published_at: looseText, to_status: looseText, message_string: looseText })),
});

/** Maintenances have the same fields, and a window. */
const maintenanceSchema = v.object({ ...incidentSchema.entries, starts_at: looseText, ends_at: looseText });

const structureSchema = v.object({
  items: looseList(
    v.object({
      group: loose(v.object({ name: looseText, hidden: loose(v.boolean()), components: looseList(placed) })),
      component: loose(placed),
    }),
  ),
});

export const nativeSchema = v.object({
  summary: v.object({
    /** The page's id and its address. */
    id: text,
    public_url: text,
    /** Those that are not operational, and no others. */
    affected_components: entries(affected),
    ongoing_incidents: entries(incidentSchema),
    in_progress_maintenances: list(maintenanceSchema),
    scheduled_maintenances: list(maintenanceSchema),
    structure: loose(structureSchema),
  }),
});

export type NativeSummary = v.InferOutput<typeof nativeSchema>['summary'];
export type NativeIncident = v.InferOutput<typeof incidentSchema>;
export type NativeMaintenance = v.InferOutput<typeof maintenanceSchema>;
