import * as v from 'valibot';
import { list, maybe, text } from './maybe';

const placed = v.object({ component_id: v.string(), name: text });

/** What incident.io's own front end reads (undocumented, never recorded whole): only what is needed is looked at. */
const incidentSchema = v.object({
  id: v.string(),
  name: text,
  status: text,
  affected_components: list(v.object({ component_id: v.string(), status: text, current_status: text })),
  component_impacts: list(v.object({ component_id: v.string(), status: text, end_at: text })),
  updates: list(v.object({ published_at: text, to_status: text, message_string: text })),
});

export const nativeSchema = v.object({
  summary: v.object({
    public_url: text,
    /** Those that are not operational, and no others. */
    affected_components: v.array(v.object({ component_id: v.string(), status: text })),
    ongoing_incidents: v.array(incidentSchema),
    structure: maybe(
      v.object({
        items: list(
          v.object({
            group: maybe(v.object({ name: text, hidden: maybe(v.boolean()), components: list(placed) })),
            component: maybe(placed),
          }),
        ),
      }),
    ),
  }),
});

export type NativeSummary = v.InferOutput<typeof nativeSchema>['summary'];
export type NativeIncident = v.InferOutput<typeof incidentSchema>;
