import * as v from 'valibot';
import { list, loose, looseList, looseText, maybe, text } from './maybe';

/**
 * Shapes of Statuspage's public API v2, as wide as the recorded pages: keys may be absent (incident.io leaves
 * empty lists out), null, or empty. A field of the wrong type in one entry counts as not stated, so that the entry is
 * kept: a component without a word is unknown, an incident without one is open. Words are judged later.
 */
const componentSchema = v.object({
  id: v.string(),
  name: looseText,
  status: looseText,
  group: loose(v.boolean()),
  group_id: looseText,
  page_id: looseText,
});

/** `code` is the component's id. The words say what the update changed. */
const affectedSchema = v.object({ code: looseText, old_status: looseText, new_status: looseText });

const updateSchema = v.object({
  status: looseText,
  body: looseText,
  created_at: looseText,
  updated_at: looseText,
  display_at: looseText,
  affected_components: looseList(affectedSchema),
});

const incidentSchema = v.object({
  id: looseText,
  name: looseText,
  status: looseText,
  impact: looseText,
  created_at: looseText,
  started_at: looseText,
  updated_at: looseText,
  resolved_at: looseText,
  shortlink: looseText,
  page_id: looseText,
  components: looseList(v.object({ id: looseText })),
  incident_updates: looseList(updateSchema),
  scheduled_for: looseText,
  scheduled_until: looseText,
});

export const documentSchema = v.object({
  page: maybe(v.object({ id: text, url: looseText, updated_at: looseText })),
  components: list(componentSchema),
  incidents: list(incidentSchema),
  scheduled_maintenances: list(incidentSchema),
});

export type RawComponent = v.InferOutput<typeof componentSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
export type RawIncident = v.InferOutput<typeof incidentSchema>;
export type RawDocument = v.InferOutput<typeof documentSchema>;
