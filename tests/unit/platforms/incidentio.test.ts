import { expect, it } from 'vitest';
import { incidentio } from '@/utils/platforms/incidentio';

const PAGE_ID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
const page = { id: PAGE_ID, name: 'Example', url: 'https://status.example.com/', updated_at: '2026-05-20T12:00:00Z' };
const part = (id: string, status: string) => ({ id, name: id, status, page_id: PAGE_ID, position: 0 });

/** As recorded: empty lists are omitted; incidents have no start, components or link. */
const open = {
  id: '01J000000000000000000000AA',
  name: 'Requests fail',
  status: 'investigating',
  impact: 'minor',
  created_at: '2026-05-20T11:58:00Z',
  updated_at: '2026-05-20T12:00:00Z',
  page_id: PAGE_ID,
  incident_updates: [
    {
      status: 'investigating',
      body: 'Looking.',
      created_at: '2026-05-20T11:58:00Z',
      display_at: '2026-05-20T11:43:00Z',
    },
  ],
};

function read(summary: object, components?: object) {
  const documents = { summary: JSON.stringify(summary), ...(components && { components: JSON.stringify(components) }) };
  const reading = incidentio.parse(documents, { pageId: PAGE_ID, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

it('incidentio requests the components too because the summary is incomplete', () => {
  const wanted = incidentio.requests('https://status.example.com').filter(({ need }) => need === undefined);
  expect(wanted.map(({ name }) => name)).toEqual(['summary', 'components']);
});

it('incidentio adds components that the summary omits', () => {
  const report = read(
    { page, components: [part('a', 'operational')] },
    { components: [part('a', 'operational'), part('chat', 'full_outage')] },
  );
  expect(report.components.map(({ id, level }) => [id, level])).toEqual([
    ['a', 'operational'],
    ['chat', 'major_outage'],
  ]);
});

it('incidentio takes the worse state when two documents disagree', () => {
  const report = read(
    { page, components: [part('chat', 'operational')] },
    { components: [part('chat', 'degraded_performance')] },
  );
  expect(report.components[0]?.level).toBe('degraded');
});

it('incidentio treats missing lists as empty', () => {
  expect(read({ page, components: [part('a', 'operational')] })).toMatchObject({ incidents: [], maintenances: [] });
});

it('incidentio starts an incident at the earliest time on the page', () => {
  const [incident] = read({ page, components: [part('a', 'operational')], incidents: [open] }).incidents;
  expect(incident).toMatchObject({
    startedAt: Date.UTC(2026, 4, 20, 11, 43),
    componentIds: [],
    url: 'https://status.example.com/incidents/01J000000000000000000000AA',
  });
});
