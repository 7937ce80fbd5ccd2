import { describe, expect, it } from 'vitest';
import { DERIVED_IMPACT, type Incident, type PlatformId } from '@/utils/model/report';
import { incidentAfter, type KeptIncident, statementAt, statementOf } from '@/utils/model/revisions';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { HAS_RECORDINGS, readRecording } from './recordings';

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
  const text = readRecording(file);
  const reading = ADAPTERS[platform].parse({ [document]: text }, { pageId: null, origin: null });
  if (!reading.ok) throw new Error(`${file}: ${reading.failure.kind}`);
  return reading.report.incidents;
}

const MINUTE = 60_000;

/** What is stored of an incident that was read in these forms, a minute apart. */
function keptOf(platform: PlatformId, forms: readonly Incident[]): KeptIncident {
  let kept: KeptIncident | null = null;
  forms.forEach((incident, index) => {
    const reading = { incident, platform, readAt: index * MINUTE };
    kept = incidentAfter(kept?.incident ?? null, kept?.revisions ?? null, reading);
  });
  if (kept === null) throw new Error('Nothing was read');
  return kept;
}

/** The statement of the reading with this number. */
const readIn = ({ revisions, incident }: KeptIncident, index: number) =>
  statementAt(revisions, incident, index * MINUTE);

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

const lowered = (one: Incident): Incident => ({ ...one, impact: one.impact === 'none' ? 'minor' : 'none' });

/** How a page may edit an incident afterwards: what providers were seen to do in 2025 and 2026. */
const EDITS: [string, (incident: Incident) => Incident][] = [
  ['its title is extended', (one) => ({ ...one, title: `${one.title}, console, and code` })],
  ['its impact is lowered', lowered],
  ['it is backdated by 15 minutes', (one) => ({ ...one, startedAt: one.startedAt - 15 * MINUTE })],
  [
    'its end is stated, or moved',
    ({ derivedTimes: _, ...one }) => ({ ...one, resolvedAt: (one.resolvedAt ?? one.updatedAt) - MINUTE }),
  ],
  [
    'its first words are rewritten',
    (one) => ({
      ...one,
      updates: one.updates.map((post, index) => (index > 0 ? post : { ...post, text: 'Nothing.' })),
    }),
  ],
];

describe.skipIf(!HAS_RECORDINGS)('the revisions of recorded incidents', () => {
  it.each(LISTS)('hold every post and phase of $file', (list) => {
    const incidents = incidentsIn(list).filter(({ updates }) => updates.length > 0);
    expect(incidents.length).toBeGreaterThan(0);
    for (const incident of incidents) {
      const forms = formsOf(incident);
      const kept = keptOf(list.platform, forms);
      expect(kept.revisions.changes).toHaveLength(forms.length - 1);
      expect(forms.map((_, index) => readIn(kept, index))).toEqual(forms.map(statementOf));
      // A text that is stored with the incident is not stored again.
      expect(kept.revisions.changes.flatMap(({ lost = [] }) => lost)).toEqual([]);
    }
  });

  it.each(EDITS)('tell that %s, in each recorded incident', (_, edit) => {
    for (const list of LISTS) {
      // No page of these formats can lower an impact: it states none.
      if (edit === lowered && DERIVED_IMPACT.has(list.platform)) continue;
      for (const incident of incidentsIn(list).filter(({ updates }) => updates.length > 0)) {
        const kept = keptOf(list.platform, [incident, edit(incident)]);
        expect(kept.revisions.changes).toHaveLength(1);
        expect(readIn(kept, 0)).toEqual(statementOf(incident));
        expect(readIn(kept, 1)).toEqual(statementOf(edit(incident)));
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
      const kept = keptOf('xai', [before, after]);
      expect(readIn(kept, 0)).toEqual(statementOf(before));
      expect(readIn(kept, 1)).toEqual(statementOf(after));
    }
  });
});
