import { describe, expect, it } from 'vitest';
import type { Incident, PlatformId } from '@/utils/model/report';
import { incidentAfter } from '@/utils/model/revision-log';
import { type KeptIncident, rewordingOf } from '@/utils/model/revisions';
import { ADAPTERS } from '@/utils/platforms/adapters';

const NOON = Date.UTC(2026, 4, 20, 12);
const MINUTE = 60_000;
const iso = (minutes: number) => new Date(NOON + minutes * MINUTE).toISOString();

/** A document of one incident, last touched at a minute. */
type Page = (minutes: number) => Record<string, unknown>;

const instatusPage: Page = (minutes) => ({
  summary: {
    page: { name: 'Page', url: 'https://status.example.com', status: 'HASISSUES' },
    activeIncidents: [{ id: '1', name: 'Slow', status: 'RESOLVED', started: iso(-60), updatedAt: iso(minutes) }],
  },
});

/** Keeps the last two updates only, as a page may. */
const nativePage: Page = (minutes) => ({
  native: {
    summary: {
      public_url: 'https://status.example.com/',
      affected_components: [],
      ongoing_incidents: [
        {
          id: '1',
          name: 'Slow',
          status: 'resolved',
          updates: [minutes, minutes - 10].map((at) => ({
            published_at: iso(at),
            to_status: at === 0 ? 'resolved' : 'identified',
            message_string: `Posted at ${at}`,
          })),
        },
      ],
    },
  },
});

const microsoftPage: Page = (minutes) => ({
  posts: [
    {
      Id: '1',
      AuthoredDateTime: iso(minutes),
      Title: 'Slow',
      Message: 'It was slow.',
      Status: 'ServiceRestored',
      ServiceDisplayName: 'Copilot',
    },
  ],
});

const feedPage: Page = (minutes) => ({
  feed: `<rss version="2.0"><channel><title>Page</title><item><guid>1</guid><title>Slow</title>
    <pubDate>${new Date(NOON + minutes * MINUTE).toUTCString()}</pubDate>
    <description>Status: Resolved&lt;br/&gt;It was slow.</description></item></channel></rss>`,
});

const statuspagePage: Page = (minutes) => ({
  summary: {
    page: { id: 'p', url: 'https://status.example.com' },
    components: [],
    incidents: [{ id: '1', name: 'Slow', status: 'resolved', impact: 'minor', updated_at: iso(minutes) }],
    status: { indicator: 'none' },
  },
});

function incidentOf(platform: PlatformId, documents: Record<string, unknown>): Incident {
  const bodies = Object.entries(documents).map(([name, body]) => [
    name,
    typeof body === 'string' ? body : JSON.stringify(body),
  ]);
  const reading = ADAPTERS[platform].parse(Object.fromEntries(bodies), { pageId: null, origin: null });
  const incident = reading.ok ? reading.report.incidents[0] : undefined;
  if (incident === undefined) throw new Error(JSON.stringify(reading));
  return incident;
}

/** What is stored after readings of the page as it was touched at these minutes. */
function stored(platform: PlatformId, page: Page, minutes: readonly number[]): KeptIncident {
  let kept: KeptIncident | null = null;
  for (const at of minutes) {
    const reading = { incident: incidentOf(platform, page(at)), platform, readAt: NOON + at * MINUTE };
    kept = incidentAfter(kept?.incident ?? null, kept?.revisions ?? null, reading);
  }
  if (kept === null) throw new Error('Nothing was read');
  return kept;
}

describe('a time that a page does not state', () => {
  it.each<[PlatformId, Page]>([
    ['instatus', instatusPage],
    ['incidentio', nativePage],
    ['microsoft', microsoftPage],
    ['feed', feedPage],
    ['statuspage', statuspagePage],
  ])('is no edit of the page when it moves: %s', (platform, page) => {
    const { incident, revisions } = stored(platform, page, [0, 10, 20]);
    expect(rewordingOf(revisions, incident)).toBeNull();
    expect(incident.derivedTimes).toContain('resolvedAt');
    // The incident is not moved through time with it.
    expect(incident).toMatchObject({ startedAt: stored(platform, page, [0]).incident.startedAt });
    expect(incident).toMatchObject({ resolvedAt: stored(platform, page, [0]).incident.resolvedAt });
  });

  it.each<[PlatformId, Page]>([
    ['microsoft', microsoftPage],
    ['feed', feedPage],
    ['statuspage', statuspagePage],
  ])('adds nothing to the log when nothing else changes: %s', (platform, page) => {
    expect(stored(platform, page, [0, 10, 20]).revisions.changes).toEqual([]);
  });

  it('leaves every other edit to be found', () => {
    const worse: Page = (minutes) => {
      const { summary } = statuspagePage(minutes) as { summary: { incidents: object[] } };
      const [incident] = summary.incidents;
      return { summary: { ...summary, incidents: [{ ...incident, impact: minutes > 0 ? 'critical' : 'minor' }] } };
    };
    const { incident, revisions } = stored('statuspage', worse, [0, 10]);
    expect(rewordingOf(revisions, incident)).toMatchObject({ first: { impact: 'minor' }, now: { impact: 'critical' } });
  });
});

/** A page that states when its incident began, so that nothing is derived. */
const statedPage: Page = (minutes) => ({
  summary: {
    page: { id: 'p', url: 'https://status.example.com' },
    components: [],
    incidents: [
      { id: '1', name: 'Slow', status: 'identified', impact: 'minor', created_at: iso(0), updated_at: iso(minutes) },
    ],
    status: { indicator: 'minor' },
  },
});

it.each<[PlatformId, Page]>([
  ['statuspage', statedPage],
  ['statuspage', statuspagePage],
  ['instatus', instatusPage],
  ['incidentio', nativePage],
  ['microsoft', microsoftPage],
  ['feed', feedPage],
])('a reading has no property that is undefined, which Firefox would store: %s (%#)', (platform, page) => {
  const undefinedOnes = Object.entries(incidentOf(platform, page(5))).filter(([, value]) => value === undefined);
  expect(undefinedOnes).toEqual([]);
});
