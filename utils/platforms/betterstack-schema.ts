import * as v from 'valibot';
import { idSchema } from './id-schema';
import { everyEntry, loose, looseList, looseText } from './maybe';

const affected = looseList(v.object({ status_page_resource_id: idSchema, status: looseText }));

/** What kind of thing it is; the schema of that kind reads the rest. */
const typed = v.looseObject({ type: v.string() });

/** Better Stack's JSON:API document: the page, and everything else in one mixed list, told apart by its type. */
export const indexSchema = v.object({
  data: v.object({
    id: loose(idSchema),
    type: v.literal('status_page'),
    attributes: v.fallback(v.object({ custom_domain: looseText, subdomain: looseText, updated_at: looseText }), {}),
  }),
  included: everyEntry(typed),
});

export const sectionSchema = v.object({ id: idSchema, attributes: v.object({ name: looseText }) });

export const resourceSchema = v.object({
  id: idSchema,
  attributes: v.fallback(
    v.object({
      public_name: looseText,
      status: looseText,
      /** Set by hand; stands beside what is measured. One of the wrong type is a word that nobody knows. */
      explicit_status: v.optional(v.nullable(v.fallback(v.string(), '?'))),
      status_page_section_id: loose(idSchema),
      status_history: looseList(v.object({ day: looseText })),
    }),
    {},
  ),
});

const statusUpdates = v.object({ data: looseList(v.object({ id: idSchema })) });

export const reportSchema = v.object({
  id: idSchema,
  attributes: v.fallback(
    v.object({
      title: looseText,
      report_type: looseText,
      starts_at: looseText,
      ends_at: looseText,
      aggregate_state: looseText,
      affected_resources: affected,
    }),
    {},
  ),
  relationships: loose(v.object({ status_updates: loose(statusUpdates) })),
});

export const updateSchema = v.object({
  id: idSchema,
  attributes: v.object({ message: looseText, published_at: looseText, affected_resources: affected }),
});

export type RawResource = v.InferOutput<typeof resourceSchema>;
export type RawReport = v.InferOutput<typeof reportSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
