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
import { failed } from './failed';
import { latestOf } from './latest-of';
import { mergeComponents } from './merge-components';
import { plainLine } from './plain-text';
import { readIncident, readMaintenance } from './read-betterstack-reports';
import { readJson } from './read-json';
import { reported } from './reported';
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

function parse(body: string | undefined, { pageId }: ExpectedPage): Reading {
  const index = readJson(body, indexSchema);
  if (!index.ok) return index;
  const { data, included } = index.value;
  const { custom_domain, subdomain, updated_at } = data.attributes;
  if (pageId !== null && ![data.id, custom_domain, subdomain].includes(pageId)) return failed('wrong_page');

  const listOf = <S extends v.GenericSchema>(type: string, schema: S) =>
    v.safeParse(
      v.array(schema),
      included.filter((one) => one.type === type),
    );
  const sections = listOf('status_page_section', sectionSchema);
  const resources = listOf('status_page_resource', resourceSchema);
  const reports = listOf('status_report', reportSchema);
  const updates = listOf('status_update', updateSchema);
  if (!sections.success || !resources.success || !reports.success || !updates.success) return failed('wrong_shape');

  const sectionNames = new Map(sections.output.map(({ id, attributes }) => [id, plainLine(attributes.name ?? id)]));
  const components = mergeComponents(resources.output.map((raw) => componentOf(raw, sectionNames)));
  const lastDay = lastDayOf(resources.output);
  const around = { components, lastDay, updates: new Map(updates.output.map((update) => [update.id, update])) };
  const isPlanned = ({ attributes }: RawReport) => attributes.report_type === 'maintenance';
  const incidents = reports.output.filter((raw) => !isPlanned(raw)).map((raw) => readIncident(raw, around));
  const maintenances = reports.output.filter(isPlanned).map((raw) => readMaintenance(raw, around));
  return reported({
    platform: 'betterstack',
    hasHistory: true,
    sourceUpdatedAt: timeOf(updated_at),
    components,
    incidents,
    maintenances,
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
