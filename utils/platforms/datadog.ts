import * as v from 'valibot';
import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { everyEntry, everyEntryIn, failed, idSchema, loose, looseList, looseText, readJson } from './read-body';
import { incidentPhaseOfWord } from './statuspage';
import { plainLine, timeOf } from './text';
import {
  closedAtBy,
  impactOfLevel,
  isExpectedPage,
  isSomething,
  latestOf,
  lookUp,
  mergeComponents,
  pastOrNull,
  reported,
  type StatedIncident,
  UNREADABLE_PART,
  updatesOf,
  withoutRecovered,
} from './util';

const componentSchema = v.object({ id: idSchema, name: looseText, status: looseText });

/** A component, or a group that has components and no status of its own. */
const entrySchema = v.object({ ...componentSchema.entries, components: everyEntryIn(componentSchema) });

const affected = looseList(componentSchema);

const updateSchema = v.object({
  startedAt: looseText,
  status: looseText,
  description: looseText,
  componentsAffected: affected,
});

const incidentSchema = v.object({
  id: idSchema,
  title: looseText,
  currentStatus: looseText,
  resolved: loose(v.boolean()),
  publishedDate: looseText,
  resolvedDate: looseText,
  componentsAffected: affected,
  timeline: looseList(updateSchema),
});

/**
 * Shape of `config.json` (undocumented; recorded on OpenRouter's page of 2026-09-12). Maintenances were never recorded.
 * https://github.com/ayoahha/ai-status/blob/410b7bf824104f2c0991c4a66c7bf9980c611932/test/fixtures/datadog-openrouter.json
 */
const configSchema = v.object({
  id: v.string(),
  components: everyEntry(entrySchema),
  incidents: v.nullable(everyEntry(incidentSchema)),
});

type RawEntry = v.InferOutput<typeof entrySchema>;
type RawIncident = v.InferOutput<typeof incidentSchema>;
type RawAffected = NonNullable<RawIncident['componentsAffected']>[number];

/** Datadog's status words. Other words give unknown, never operational. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
};

const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';

function partsOf(entry: RawEntry | null): StatusComponent[] {
  if (entry === null) return [UNREADABLE_PART];
  const { components, name } = entry;
  const [listed, group] = components == null ? [[entry], null] : [components, plainLine(name)];
  return listed.map((raw) =>
    raw === null
      ? UNREADABLE_PART
      : {
          id: raw.id,
          name: plainLine(raw.name ?? raw.id),
          group,
          level: levelOfWord(raw.status),
          word: plainLine(raw.status),
        },
  );
}

/** Resolved only if nothing on the incident says otherwise. */
function phaseOf({ currentStatus, resolved }: RawIncident): IncidentPhase {
  const stated = incidentPhaseOfWord(currentStatus);
  const isOver = stated === 'resolved' || (stated === null && resolved === true);
  if (isOver && resolved !== false) return 'resolved';
  return stated === null || stated === 'resolved' ? 'investigating' : stated;
}

/** `named` are those of the incident and its timeline. Those that an open incident calls operational have recovered. */
function componentIdsOf(named: readonly RawAffected[], own: readonly RawAffected[], isOpen: boolean): string[] {
  const recovered = new Set(own.map(({ id }) => id));
  for (const { id, status } of own) if (levelOfWord(status) !== 'operational') recovered.delete(id);
  const current = isOpen ? withoutRecovered(named, ({ id }) => recovered.has(id)) : named;
  return [...new Set(current.map(({ id }) => id))];
}

/**
 * `createdAt` and `lastModifiedAt` are the times of filing, which may be days later (recorded): only the times of the
 * event itself are used. A resolved incident states `operational` for its components; its timeline states the harm.
 */
function readIncident(raw: RawIncident, readAt: number | undefined): StatedIncident {
  const timeline = raw.timeline ?? [];
  const updates = updatesOf(timeline, ({ startedAt, status, description }) => ({
    at: timeOf(startedAt),
    phase: incidentPhaseOfWord(status),
    text: description,
  }));
  const named = [raw, ...timeline].flatMap(({ componentsAffected }) => componentsAffected ?? []);
  const worst = worstOf(named.map(({ status }) => levelOfWord(status)));
  const phase = phaseOf(raw);
  const published = timeOf(raw.publishedDate);
  const startedAt = published ?? updates.at(-1)?.at ?? null;
  const updatedAt = latestOf(updates.map(({ at }) => pastOrNull(at, readAt)).filter(isSomething)) ?? startedAt;
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(raw.title),
    impact: named.length === 0 ? 'unknown' : impactOfLevel(worst),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: phase === 'resolved' ? (timeOf(raw.resolvedDate) ?? closedAtBy(updates)) : null,
    derivedTimes: published === null ? ['startedAt'] : undefined,
    isExplained: false,
    componentIds: componentIdsOf(named, raw.componentsAffected ?? [], phase !== 'resolved'),
    updates,
    url: null,
  };
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const read = readJson(body, configSchema);
  if (!read.ok) return read;
  const { id, components, incidents } = read.value;
  if (!isExpectedPage([{ mentions: [[id]] }], expected)) return failed('wrong_page');
  return reported({
    platform: 'datadog',
    hasHistory: true,
    components: mergeComponents(components.flatMap(partsOf)),
    incidents: (incidents ?? []).map((raw) => (raw === null ? null : readIncident(raw, expected.readAt))),
    readAt: expected.readAt,
  });
}

/**
 * Datadog's status pages: one document with everything. OpenRouter's page uses it since 2026-09-13:
 * https://github.com/bentleypark/aiwatch/issues/1403
 */
export const datadog: Adapter = {
  requests: (origin) => [{ name: 'config', url: `${origin}/config.json` }],
  parse: (documents, expected) => parse(documents.config, expected),
};
