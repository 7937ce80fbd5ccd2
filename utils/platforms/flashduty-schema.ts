import * as v from 'valibot';
import { idSchema } from './id-schema';
import { list, maybe, text } from './maybe';

const seconds = maybe(v.number());

const componentSchema = v.object({
  component_id: v.string(),
  name: text,
  section_id: text,
  // Absent where all is well. Null is not absent: it is a shape that we do not know.
  status: v.optional(v.string()),
});

const updateSchema = v.object({
  at_seconds: seconds,
  status: text,
  description: text,
  component_changes: list(v.object({ component_id: v.string(), status: text })),
});

const changeSchema = v.object({
  change_id: idSchema,
  type: text,
  title: text,
  status: text,
  start_at_seconds: seconds,
  close_at_seconds: seconds,
  affected_components: list(v.object({ component_id: v.string(), status: text })),
  updates: list(updateSchema),
});

/** Shapes of Flashduty's public pages (undocumented; recorded on DeepSeek's of 2026-07-27). */
export const activeSchema = v.object({
  data: v.object({
    page: v.object({
      page_id: idSchema,
      components: v.array(componentSchema),
      sections: list(v.object({ section_id: v.string(), name: text })),
    }),
    // Demanded: all that a part without a word has for its being well is that nothing goes on.
    active_changes: v.array(changeSchema),
  }),
});

export const changesSchema = v.object({ data: v.object({ items: v.array(changeSchema) }) });

export type RawComponent = v.InferOutput<typeof componentSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
export type RawChange = v.InferOutput<typeof changeSchema>;
