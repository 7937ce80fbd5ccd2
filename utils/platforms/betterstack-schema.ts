import * as v from 'valibot';
import { idSchema } from './id-schema';
import { list, maybe, text } from './maybe';

const affected = list(v.object({ status_page_resource_id: idSchema, status: text }));

/** What kind of thing it is; the schema of that kind reads the rest. */
const hasType = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'type' in raw && typeof raw.type === 'string';

/** Better Stack's JSON:API document: the page, and everything else in one mixed list, told apart by its type. */
export const indexSchema = v.object({
  data: v.object({
    id: idSchema,
    type: v.literal('status_page'),
    attributes: v.object({ custom_domain: text, subdomain: text, updated_at: text }),
  }),
  included: v.array(v.custom<{ type: string }>(hasType)),
});

export const sectionSchema = v.object({ id: idSchema, attributes: v.object({ name: text }) });

export const resourceSchema = v.object({
  id: idSchema,
  attributes: v.object({
    public_name: text,
    status: text,
    /** Set by hand; stands beside what is measured. */
    explicit_status: text,
    status_page_section_id: maybe(idSchema),
    status_history: list(v.object({ day: text })),
  }),
});

export const reportSchema = v.object({
  id: idSchema,
  attributes: v.object({
    title: text,
    report_type: text,
    starts_at: text,
    ends_at: text,
    aggregate_state: text,
    affected_resources: affected,
  }),
  relationships: maybe(v.object({ status_updates: maybe(v.object({ data: list(v.object({ id: idSchema })) })) })),
});

export const updateSchema = v.object({
  id: idSchema,
  attributes: v.object({ message: text, published_at: text, affected_resources: affected }),
});

export type RawResource = v.InferOutput<typeof resourceSchema>;
export type RawReport = v.InferOutput<typeof reportSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
