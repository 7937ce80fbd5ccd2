import * as v from 'valibot';
import { worstOf } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import {
  indexSchema,
  type RawReport,
  type RawResource,
  reportSchema,
  resourceSchema,
  sectionSchema,
  updateSchema,
} from './betterstack-schema';
import { levelOfWord } from './betterstack-words';
import { isExpectedPage } from './check-identity';
import { failed } from './failed';
import { latestOf } from './latest-of';
import { mergeComponents, UNREADABLE_PART } from './merge-components';
import { plainLine } from './plain-text';
import { readIncident, readMaintenance } from './read-betterstack-reports';
import { readJson } from './read-json';
import { pastOrNull, reported } from './reported';
import { timeOf } from './times';

const MINUTE = 60_000;

function componentOf({ id, attributes }: RawResource, sectionNames: ReadonlyMap<string, string>): StatusComponent {
  const words = [attributes.status, ...(attributes.explicit_status == null ? [] : [attributes.explicit_status])];
  return {
    id,
    name: plainLine(attributes.public_name ?? id),
    group: sectionNames.get(attributes.status_page_section_id ?? '') ?? null,
    level: worstOf(words.map(levelOfWord)),
    word: plainLine(words.map((word) => word ?? '').join(' / ')),
  };
}

function lastDayOf(resources: readonly RawResource[]): number | null {
  const days = resources.flatMap(({ attributes }) => attributes.status_history ?? []);
  return latestOf(days.flatMap(({ day }) => timeOf(`${day}T00:00Z`) ?? []));
}

const isSomething = <T>(value: T | null): value is T => value !== null;

/** The entries of one type. Null: one that cannot be read. */
function entriesOf<Schema extends v.GenericSchema>(
  included: readonly ({ type: string } | null)[],
  type: string,
  schema: Schema,
): (v.InferOutput<Schema> | null)[] {
  return included.flatMap((one) => {
    // An entry without a type may be of any.
    if (one === null) return [null];
    if (one.type !== type) return [];
    const parsed = v.safeParse(schema, one);
    return [parsed.success ? parsed.output : null];
  });
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const { readAt } = expected;
  const index = readJson(body, indexSchema);
  if (!index.ok) return index;
  const { data, included } = index.value;
  const { custom_domain, subdomain, updated_at } = data.attributes;
  if (!isExpectedPage([{ mentions: [[data.id, custom_domain, subdomain]] }], expected)) return failed('wrong_page');

  const sections = entriesOf(included, 'status_page_section', sectionSchema).filter(isSomething);
  const listed = entriesOf(included, 'status_page_resource', resourceSchema);
  const resources = listed.filter(isSomething);
  const reports = entriesOf(included, 'status_report', reportSchema).filter(isSomething);
  const updates = entriesOf(included, 'status_update', updateSchema).filter(isSomething);

  const sectionNames = new Map(sections.map(({ id, attributes }) => [id, plainLine(attributes.name ?? id)]));
  const components = mergeComponents([
    ...resources.map((raw) => componentOf(raw, sectionNames)),
    ...(listed.includes(null) ? [UNREADABLE_PART] : []),
  ]);
  const around = {
    components,
    newest: latestOf(
      [lastDayOf(resources), timeOf(updated_at)].map((at) => pastOrNull(at, readAt)).filter(isSomething),
    ),
    readAt,
    updates: new Map(updates.map((update) => [update.id, update])),
  };
  const isPlanned = ({ attributes }: RawReport) => attributes.report_type === 'maintenance';
  return reported({
    platform: 'betterstack',
    hasHistory: true,
    sourceUpdatedAt: timeOf(updated_at),
    components,
    incidents: reports.filter((raw) => !isPlanned(raw)).map((raw) => readIncident(raw, around)),
    maintenances: reports.filter(isPlanned).map((raw) => readMaintenance(raw, around)),
    readAt,
  });
}

/**
 * Better Stack (betterstack.com/docs: subscribing to API). One large document, 47 kB and more. The page's own
 * aggregate is not judged by: it said "operational" where nothing was monitored (Motion, 2026-08-11).
 */
export const betterstack: Adapter = {
  floors: { troubleMs: MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'index', url: `${origin}/index.json` }],
  parse: (documents, expected) => parse(documents.index, expected),
};
