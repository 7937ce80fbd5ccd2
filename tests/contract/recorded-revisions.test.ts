import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Incident, PlatformId } from '@/utils/model/report';
import { type IncidentRevisions, revisionsAfter, statementAt, statementOf } from '@/utils/model/revisions';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { ROOT } from './source-files';

/** See recorded-payloads.test.ts. */
const RECORDINGS = path.join(ROOT, '../shared/payloads');
const isThere = existsSync(RECORDINGS);
if (!isThere) console.info('Skipped: no recordings of real status pages beside this checkout.');

interface Recording {
  platform: PlatformId;
  document: string;
  file: string;
}

const recording = (platform: PlatformId, document: string, file: string): Recording => ({ platform, document, file });

const LISTS: Recording[] = [
  recording('statuspage', 'summary', 'statuspage/claude-summary-active-2026-09-22.json'),
  recording('statuspage', 'incidents', 'statuspage/claude-incidents-2026-09-03.json'),
  recording('statuspage', 'incidents', 'statuspage/codametrix-incidents-2026-08-02.json'),
  recording('statuspage', 'incidents', 'statuspage/emma-incidents-2019-02-21.json'),
  recording('statuspage', 'incidents', 'statuspage/github-incidents-excerpt-2024-09-17.json'),
  recording('statuspage', 'summary', 'statuspage/twilio-summary-2020-06-16.json'),
  recording('incidentio', 'incidents', 'incidentio/openai-incidents-2026-09-03.json'),
  recording('incidentio', 'summary', 'incidentio/openai-summary-active-2026-09-29.json'),
  recording('incidentio', 'incidents', 'incidentio/perplexity-incidents-2026-09-28.excerpt.json'),
  recording('google', 'incidents', 'google/cloud-incidents-full-2022-07-03.json'),
  recording('google', 'incidents', 'google/cloud-incidents-trimmed-2026-09-03.json'),
  recording('xai', 'feed', 'rss/xai-feed-2026-09-03.xml'),
  recording('xai', 'feed', 'xai/xai-feed-2026-10-07.xml'),
  recording('datadog', 'config', 'datadog/openrouter-config-2026-09-12.json'),
  recording('betterstack', 'index', 'betterstack/huggingface-index-2026-09-19.excerpt.json'),
];

/** Recordings of the same page, oldest first, that have incidents in common. */
const SERIES: Recording[][] = [
  [
    recording('xai', 'feed', 'rss/xai-feed-first7-2026-10-05.xml'),
    recording('xai', 'feed', 'xai/xai-feed-2026-10-07.xml'),
  ],
];

function incidentsIn({ platform, document, file }: Recording): Incident[] {
  const text = readFileSync(path.join(RECORDINGS, file), 'utf8');
  const reading = ADAPTERS[platform].parse({ [document]: text }, { pageId: null, origin: null });
  if (!reading.ok) throw new Error(`${file}: ${reading.failure.kind}`);
  return reading.report.incidents;
}

const MINUTE = 60_000;

/** The log of an incident that was read in these forms, a minute apart. */
function logOf(platform: PlatformId, forms: readonly Incident[]): IncidentRevisions | null {
  let log: IncidentRevisions | null = null;
  forms.forEach((incident, index) => {
    log = revisionsAfter(log, forms[index - 1] ?? null, { incident, platform, readAt: index * MINUTE });
  });
  return log;
}

/** The forms of an incident while its updates were posted, first to last. */
function formsOf(incident: Incident): Incident[] {
  const { updates, startedAt } = incident;
  return updates.map((_, index) => {
    const shown = updates.slice(updates.length - 1 - index);
    const isLast = index === updates.length - 1;
    const phase = shown.find((update) => update.phase !== null)?.phase ?? 'investigating';
    const end = isLast ? { resolvedAt: incident.resolvedAt, phase: incident.phase } : { resolvedAt: null, phase };
    return { ...incident, startedAt, ...end, updates: shown };
  });
}

/** How a page may edit an incident afterwards: what providers were seen to do in 2025 and 2026. */
const EDITS: [string, (incident: Incident) => Incident][] = [
  ['its title is extended', (one) => ({ ...one, title: `${one.title}, console, and code` })],
  ['its impact is lowered', (one) => ({ ...one, impact: one.impact === 'none' ? 'minor' : 'none' })],
  ['it is backdated by 15 minutes', (one) => ({ ...one, startedAt: one.startedAt - 15 * MINUTE })],
  ['its end is moved', (one) => ({ ...one, resolvedAt: (one.resolvedAt ?? one.updatedAt) - MINUTE })],
  [
    'its first words are rewritten',
    (one) => ({
      ...one,
      updates: one.updates.map((post, index) => (index > 0 ? post : { ...post, text: 'Nothing.' })),
    }),
  ],
];

describe.skipIf(!isThere)('the revisions of recorded incidents', () => {
  it.each(LISTS)('hold every post and phase of $file', (list) => {
    const incidents = incidentsIn(list).filter(({ updates }) => updates.length > 0);
    expect(incidents.length).toBeGreaterThan(0);
    for (const incident of incidents) {
      const forms = formsOf(incident);
      const log = logOf(list.platform, forms);
      expect(log?.changes).toHaveLength(forms.length - 1);
      const read = forms.map((_, index) => log && statementAt(log, incident, index * MINUTE));
      expect(read).toEqual(forms.map(statementOf));
      // A text that was stored once is not stored again.
      const posts = log?.changes.flatMap(({ posted = [] }) => posted) ?? [];
      expect(posts).toHaveLength(forms.length - 1);
    }
  });

  it.each(EDITS)('tell that %s, in each recorded incident', (_, edit) => {
    for (const list of LISTS) {
      for (const incident of incidentsIn(list).filter(({ updates }) => updates.length > 0)) {
        const log = logOf(list.platform, [incident, edit(incident)]);
        expect(log?.changes).toHaveLength(1);
        expect(log && statementAt(log, incident, 0)).toEqual(statementOf(incident));
        expect(log && statementAt(log, incident, MINUTE)).toEqual(statementOf(edit(incident)));
      }
    }
  });

  it.each(SERIES)('hold whatever differs between two recordings of a page', (...series) => {
    const [first, second] = series.map(incidentsIn);
    const pairs = (first ?? []).flatMap((before) => {
      const after = second?.find(({ id }) => id === before.id);
      return after === undefined ? [] : [[before, after] as const];
    });
    expect(pairs.length).toBeGreaterThan(0);
    for (const [before, after] of pairs) {
      const log = logOf('xai', [before, after]);
      expect(log && statementAt(log, after, MINUTE)).toEqual(statementOf(after));
      expect(log?.changes.length).toBe(
        JSON.stringify(statementOf(before)) === JSON.stringify(statementOf(after)) ? 0 : 1,
      );
    }
  });
});
