import * as v from 'valibot';

const text = v.nullish(v.string());
/** Ids are text in one place and numbers in another. */
const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
);
const affected = v.nullish(v.array(v.object({ status_page_resource_id: id, status: text })));

/** Better Stack's JSON:API document: the page, and everything else in one mixed list, told apart by its type. */
export const indexSchema = v.object({
  data: v.object({
    id,
    type: v.literal('status_page'),
    attributes: v.object({ custom_domain: text, subdomain: text, updated_at: text }),
  }),
  included: v.array(v.looseObject({ type: v.string() })),
});

export const sectionSchema = v.object({ id, attributes: v.object({ name: text }) });

export const resourceSchema = v.object({
  id,
  attributes: v.object({
    public_name: text,
    status: text,
    /** Set by hand; stands beside what is measured. */
    explicit_status: text,
    status_page_section_id: v.nullish(id),
    status_history: v.nullish(v.array(v.object({ day: text }))),
  }),
});

export const reportSchema = v.object({
  id,
  attributes: v.object({
    title: text,
    report_type: text,
    starts_at: text,
    ends_at: text,
    aggregate_state: text,
    affected_resources: affected,
  }),
  relationships: v.nullish(
    v.object({ status_updates: v.nullish(v.object({ data: v.nullish(v.array(v.object({ id }))) })) }),
  ),
});

export const updateSchema = v.object({
  id,
  attributes: v.object({ message: text, published_at: text, affected_resources: affected }),
});

export type RawResource = v.InferOutput<typeof resourceSchema>;
export type RawReport = v.InferOutput<typeof reportSchema>;
export type RawUpdate = v.InferOutput<typeof updateSchema>;
