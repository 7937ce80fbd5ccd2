import * as v from 'valibot';
import { list, maybe, text } from './maybe';

/**
 * Shapes of Statuspage's public API v2, as wide as the recorded pages: keys may be absent (incident.io leaves
 * empty lists out), null, or empty. Only ids and the kind of each value are demanded; words are judged later.
 */
const componentSchema = v.object({
  id: v.string(),
  name: text,
  status: text,
  group: maybe(v.boolean()),
  group_id: text,
  page_id: text,
});

const affectedSchema = v.object({ code: text });

const updateSchema = v.object({
  status: text,
  body: text,
  created_at: text,
  display_at: text,
  affected_components: list(affectedSchema),
});

const incidentSchema = v.object({
  id: v.string(),
  name: text,
  status: text,
  impact: text,
  created_at: text,
  started_at: text,
  updated_at: text,
  resolved_at: text,
  shortlink: text,
  page_id: text,
  components: list(v.object({ id: text })),
  incident_updates: list(updateSchema),
  scheduled_for: text,
  scheduled_until: text,
});

export const documentSchema = v.object({
  page: maybe(v.object({ id: text, url: text, updated_at: text })),
  components: list(componentSchema),
  incidents: list(incidentSchema),
  scheduled_maintenances: list(incidentSchema),
});

export type RawComponent = v.InferOutput<typeof componentSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
export type RawIncident = v.InferOutput<typeof incidentSchema>;
export type RawDocument = v.InferOutput<typeof documentSchema>;
