import { describe, expect, it } from 'vitest';
import { affected, index, report } from '@/tests/fixtures/betterstack/documents';
import * as datadog from '@/tests/fixtures/datadog/documents';
import { item, rss, xaiItem } from '@/tests/fixtures/feeds/documents';
import * as flashduty from '@/tests/fixtures/flashduty/documents';
import type { Incident, PlatformId } from '@/utils/model/report';
import { incidentAfter, type KeptIncident, rewordingOf } from '@/utils/model/revisions';
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

/** What is stored after readings of these forms of a page, ten minutes apart. */
function kept(platform: PlatformId, forms: readonly Record<string, unknown>[]): KeptIncident {
  let last: KeptIncident | null = null;
  forms.forEach((documents, nth) => {
    const reading = { incident: incidentOf(platform, documents), platform, readAt: NOON + nth * 10 * MINUTE };
    last = incidentAfter(last?.incident ?? null, last?.revisions ?? null, reading);
  });
  if (last === null) throw new Error('Nothing was read');
  return last;
}

/** What is stored after readings of the page as it was touched at these minutes. */
const stored = (platform: PlatformId, page: Page, minutes: readonly number[]): KeptIncident =>
  kept(platform, minutes.map(page));

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

  it('hides no edit of a title', () => {
    const titled = (title: string, minutes: number) =>
      microsoftPost('ServiceDegradation', 'It is slow.', minutes, { Title: title });
    const { incident, revisions } = kept('microsoft', [titled('Slow', 0), titled('Down', 10)]);
    expect(rewordingOf(revisions, incident)).toMatchObject({ first: { title: 'Slow' }, now: { title: 'Down' } });
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

const microsoftPost = (status: string, message: string, minutes: number, over: object = {}) => ({
  posts: [{ ...(microsoftPage(minutes).posts as object[])[0], Status: status, Message: message, ...over }],
});

const feedItem = (status: string, body = '') => ({ feed: rss([item(status, { body })]) });
const feedParts = (word: string) => `<b>Affected components</b><ul><li>Chat (${word})</li></ul>`;

const googleIncident = (status: string, over: object) => ({
  incidents: [
    {
      id: '1',
      begin: iso(-60),
      external_desc: 'Slow',
      status_impact: status,
      affected_products: [{ title: 'Gemini', id: 'gemini' }],
      updates: [{ when: iso(-50), status, text: 'It was slow.' }],
      ...over,
    },
  ],
});

const betterstackReport = (over: object) => ({ index: index([report(over)]) });
const datadogIncident = (over: object) => ({
  config: datadog.config([datadog.part('chat', 'operational')], [datadog.incident(over)]),
});
const flashdutyChange = (status: string, word: string) => {
  const affectedParts = [flashduty.component('chat', word)];
  const over = { status, affected_components: affectedParts, updates: [] };
  return { active: flashduty.active(affectedParts, [flashduty.change(over)]) };
};
const instatusIncident = (status: string) => {
  const { summary } = instatusPage(0) as { summary: { activeIncidents: object[] } };
  return { summary: { ...summary, activeIncidents: [{ ...summary.activeIncidents[0], status }] } };
};
const statuspageIncident = (status: string) => {
  const { summary } = statuspagePage(0) as { summary: { incidents: object[] } };
  return { summary: { ...summary, incidents: [{ ...summary.incidents[0], status }] } };
};

describe('an incident that is resolved', () => {
  it.each<[string, PlatformId, ...Record<string, unknown>[]]>([
    ['', 'statuspage', statuspageIncident('investigating'), statuspageIncident('resolved')],
    ['', 'incidentio', nativePage(0), nativePage(10)],
    ['', 'instatus', instatusIncident('INVESTIGATING'), instatusIncident('RESOLVED')],
    [
      'with another text',
      'microsoft',
      microsoftPost('ServiceDegradation', 'It is slow.', 0),
      microsoftPost('ServiceRestored', 'It was slow.', 10),
    ],
    [
      'with its first text',
      'microsoft',
      ...['A', 'B', 'A'].map((text, nth) => microsoftPost('ServiceDegradation', text, nth * 10)),
      microsoftPost('ServiceRestored', 'A', 30),
    ],
    [
      'without a title',
      'microsoft',
      microsoftPost('ServiceDegradation', 'It is slow.', 0, { Title: null }),
      microsoftPost('ServiceRestored', 'It was slow.', 10, { Title: null }),
    ],
    [
      'with available parts',
      'xai',
      { feed: rss([xaiItem({})]) },
      { feed: rss([xaiItem({ status: 'RESOLVED', severity: 'available' })]) },
    ],
    [
      'with operational parts',
      'feed',
      feedItem('Investigating', feedParts('Degraded performance')),
      feedItem('Resolved', feedParts('Operational')),
    ],
    ['with another text at the same time', 'feed', feedItem('Investigating', 'Slow.'), feedItem('Resolved', 'Over.')],
    [
      'with resolved resources',
      'betterstack',
      betterstackReport({}),
      betterstackReport({ aggregate_state: 'resolved', affected_resources: [affected('chat', 'resolved')] }),
    ],
    [
      'without having been more than available',
      'google',
      googleIncident('AVAILABLE', {}),
      googleIncident('AVAILABLE', { end: iso(0) }),
    ],
    [
      'with operational parts',
      'datadog',
      datadogIncident({ timeline: [] }),
      datadogIncident({
        timeline: [],
        currentStatus: 'resolved',
        resolved: true,
        componentsAffected: [datadog.part('chat', 'operational')],
      }),
    ],
    [
      'with operational parts',
      'flashduty',
      flashdutyChange('identified', 'degraded'),
      flashdutyChange('resolved', 'operational'),
    ],
  ])('%s is not edited by that: %s', (_, platform, ...forms) => {
    const { incident, revisions } = kept(platform, forms);
    expect(incident.phase).toBe('resolved');
    expect(rewordingOf(revisions, incident)).toBeNull();
    // The end does not make it harmless either.
    const { impact } = kept(platform, forms.slice(0, 1)).incident;
    expect(['unknown', incident.impact]).toContain(impact);
  });
});
