import * as v from 'valibot';
import { idSchema } from './id-schema';
import { entries, everyEntry, everyEntryIn, loose, looseList, looseText } from './maybe';

const seconds = loose(v.number());

const componentSchema = v.object({
  component_id: v.string(),
  name: looseText,
  section_id: looseText,
  // Absent where all is well. Null or a number is not absent: it is a word that nobody knows.
  status: v.optional(v.fallback(v.string(), '')),
});

const affectedSchema = v.object({ component_id: v.string(), status: looseText });

const updateSchema = v.object({
  at_seconds: seconds,
  status: looseText,
  description: looseText,
  component_changes: looseList(affectedSchema),
});

const changeSchema = v.object({
  change_id: idSchema,
  page_id: loose(idSchema),
  type: looseText,
  title: looseText,
  status: looseText,
  start_at_seconds: seconds,
  close_at_seconds: seconds,
  affected_components: everyEntryIn(affectedSchema),
  updates: looseList(updateSchema),
});

/** Shapes of Flashduty's public pages (undocumented; recorded on DeepSeek's of 2026-07-27). */
export const activeSchema = v.object({
  data: v.object({
    page: v.object({
      page_id: loose(idSchema),
      components: everyEntry(componentSchema),
      sections: looseList(v.object({ section_id: v.string(), name: looseText })),
    }),
    // Demanded: all that a part without a word has for its being well is that nothing goes on.
    active_changes: everyEntry(changeSchema),
  }),
});

export const changesSchema = v.object({ data: v.object({ items: entries(changeSchema) }) });

export type RawPage = v.InferOutput<typeof activeSchema>['data']['page'];
export type RawUpdate = v.InferOutput<typeof updateSchema>;
export type RawChange = v.InferOutput<typeof changeSchema>;
