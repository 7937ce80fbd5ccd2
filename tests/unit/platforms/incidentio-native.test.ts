import { describe, expect, it } from 'vitest';
import type { Report } from '@/utils/model/report';
import { incidentio } from '@/utils/platforms/incidentio';
import { levelOf } from '@/utils/rules/judging/level';

const ORIGIN = 'https://status.example.com';
const PAGE_ID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
const NOW = Date.UTC(2026, 4, 20, 12);

const page = { id: PAGE_ID, url: `${ORIGIN}/`, updated_at: '2026-05-20T11:50:00Z' };
const part = (id: string, name: string) => ({ id, name, status: 'operational', page_id: PAGE_ID });
const parts = [part('chat-login', 'Login'), part('api-login', 'Login')];
const open = {
  id: 'incident-1',
  name: 'Requests fail',
  status: 'investigating',
  impact: 'minor',
  created_at: '2026-05-20T11:40:00Z',
  updated_at: '2026-05-20T11:40:00Z',
};

/** In the shape that the front end of the page reads. */
function native(over: object = {}) {
  return {
    summary: {
      public_url: `${ORIGIN}/`,
      affected_components: [],
      ongoing_incidents: [],
      structure: {
        items: [
          {
            group: {
              id: 'g1',
              name: 'Chat',
              hidden: false,
              components: [{ component_id: 'chat-login', name: 'Login' }],
            },
          },
          {
            group: { id: 'g2', name: 'API', hidden: true, components: [{ component_id: 'api-login', name: 'Login' }] },
          },
          { component: { component_id: 'alone', name: 'Alone' } },
        ],
      },
      ...over,
    },
  };
}

const ongoing = (over: object = {}) => ({
  id: 'incident-1',
  name: 'Requests fail',
  status: 'investigating',
  affected_components: [{ component_id: 'chat-login', status: 'degraded_performance' }],
  updates: [{ published_at: '2026-05-20T11:40:00Z', to_status: 'investigating', message_string: 'Looking.' }],
  ...over,
});

const parse = (documents: Record<string, object>, origin: string | null = ORIGIN) => {
  const bodies = Object.fromEntries(Object.entries(documents).map(([name, json]) => [name, JSON.stringify(json)]));
  return incidentio.parse(bodies, { pageId: PAGE_ID, origin });
};

function read(documents: Record<string, object>): Report {
  const reading = parse(documents);
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const summary = (incidents: readonly object[] = [open]) => ({ page, components: parts, incidents });

it('incidentio requests the native summary as an optional detail', () => {
  expect(incidentio.requests(ORIGIN).find(({ name }) => name === 'native')).toEqual({
    name: 'native',
    url: `${ORIGIN}/proxy/status.example.com`,
    need: 'detail',
  });
});

describe('an incidentio incident with a native summary', () => {
  it('gets its components, which distinguishes two components with the same name', () => {
    const report = read({ summary: summary(), native: native({ ongoing_incidents: [ongoing()] }) });
    expect(report.incidents).toMatchObject([{ id: 'incident-1', impact: 'minor', componentIds: ['chat-login'] }]);
    expect(levelOf(report, { coreIds: ['chat-login'], name: null }, NOW).suspicion).toMatchObject({ source: 'page' });
    expect(levelOf(report, { coreIds: ['api-login'], name: null }, NOW)).toMatchObject({
      level: 'operational',
      suspicion: null,
    });
  });

  it('excludes components that recovered', () => {
    const impacts = [
      { component_id: 'chat-login', status: 'full_outage', end_at: '2026-05-20T11:45:00Z' },
      { component_id: 'api-login', status: 'full_outage', end_at: null },
    ];
    const left = ongoing({
      affected_components: [{ component_id: 'chat-login', current_status: 'operational' }],
      component_impacts: impacts,
    });
    const report = read({ summary: summary(), native: native({ ongoing_incidents: [left] }) });
    expect(report.incidents[0]?.componentIds).toEqual(['api-login']);
  });

  it('is added when only the native summary lists it, with the times of its updates', () => {
    const found = { published_at: '2026-05-20T11:45:00Z', to_status: 'identified', message_string: 'Found.' };
    const looking = { published_at: '2026-05-20T11:40:00Z', to_status: 'investigating', message_string: 'Looking.' };
    const raw = ongoing({ status: 'identified', updates: [looking, found] });
    const report = read({ summary: summary([]), native: native({ ongoing_incidents: [raw] }) });
    expect(report.incidents).toMatchObject([
      {
        id: 'incident-1',
        impact: 'unknown',
        phase: 'identified',
        startedAt: Date.UTC(2026, 4, 20, 11, 40),
        updatedAt: Date.UTC(2026, 4, 20, 11, 45),
        derivedTimes: ['startedAt'],
        isExplained: false,
        updates: [{ text: 'Found.' }, { text: 'Looking.' }],
      },
    ]);
  });
});

it.each<[string, object]>([
  ['no update', ongoing({ updates: [] })],
  ['no readable time', ongoing({ updates: [{ published_at: 'yesterday' }] })],
  ['updates that are not a list', ongoing({ updates: 5 })],
])('incidentio keeps the reading and the open incident with %s', (_, bad) => {
  const affected_components = [{ component_id: 'chat-login', status: 'full_outage' }];
  const report = read({ summary: summary([]), native: native({ affected_components, ongoing_incidents: [bad] }) });
  expect(report.components.find(({ id }) => id === 'chat-login')?.level).toBe('major_outage');
  expect(report.incidents).toMatchObject([
    {
      id: 'incident-1',
      phase: 'investigating',
      startedAt: Date.UTC(2026, 4, 20, 11, 50),
      componentIds: ['chat-login'],
    },
  ]);
});

describe('an incidentio maintenance with a native summary', () => {
  const work = (over: object = {}) => ({ id: 'work-1', name: 'Upgrade', updates: [], ...over });
  const affected_components = [{ component_id: 'chat-login', status: 'under_maintenance' }];

  it.each([
    ['in_progress_maintenances', 'maintenance_in_progress', 'in_progress'],
    ['in_progress_maintenances', null, 'in_progress'],
    ['scheduled_maintenances', 'maintenance_scheduled', 'scheduled'],
    ['scheduled_maintenances', 'sunny', 'scheduled'],
  ])('in %s with the status %j has the phase %s', (key, status, phase) => {
    const { maintenances } = read({
      summary: summary([]),
      native: native({ [key]: [work({ status, affected_components })] }),
    });
    expect(maintenances).toMatchObject([{ id: 'work-1', phase, startsAt: null, componentIds: ['chat-login'] }]);
  });

  it('that only the native summary lists has its period and its updates', () => {
    const said = { published_at: '2026-05-20T11:00:00Z', to_status: 'maintenance_scheduled', message_string: 'Soon.' };
    const period = { starts_at: '2026-05-21T02:00:00Z', ends_at: '2026-05-21T03:00:00Z' };
    const raw = work({ ...period, updates: [said] });
    const { maintenances } = read({ summary: summary([]), native: native({ scheduled_maintenances: [raw] }) });
    expect(maintenances).toMatchObject([
      {
        startsAt: Date.UTC(2026, 4, 21, 2),
        endsAt: Date.UTC(2026, 4, 21, 3),
        updates: [{ at: Date.UTC(2026, 4, 20, 11), phase: 'scheduled', text: 'Soon.' }],
      },
    ]);
  });

  it('listed in both documents is merged, with the components of the native summary', () => {
    const both = { ...summary([]), scheduled_maintenances: [{ ...work(), status: 'scheduled', components: null }] };
    const { maintenances } = read({
      summary: both,
      native: native({ scheduled_maintenances: [work({ affected_components })] }),
    });
    expect(maintenances).toMatchObject([{ id: 'work-1', componentIds: ['chat-login'] }]);
  });
});

describe('an incidentio component with a native summary', () => {
  it('has the name of its group unless the group is hidden', () => {
    const { components } = read({ summary: summary(), native: native() });
    expect(components.map(({ id, group }) => [id, group])).toEqual([
      ['chat-login', 'Chat'],
      ['api-login', null],
    ]);
  });

  it('listed as affected takes the worse state, in incident.io’s own vocabulary', () => {
    const affected_components = [{ component_id: 'chat-login', status: 'full_outage' }];
    const { components } = read({ summary: summary(), native: native({ affected_components }) });
    expect(components.find(({ id }) => id === 'chat-login')).toMatchObject({ level: 'major_outage', group: 'Chat' });
  });

  it('missing from the affected list is not operational for that reason', () => {
    const report = read({ native: native() });
    expect(report.components).toEqual([]);
    expect(levelOf(report, { coreIds: ['chat-login'], name: null }, NOW).level).toBe('unknown');
  });
});

it.each<[string, Record<string, object>, string]>([
  ['another page', { summary: summary(), native: native({ public_url: 'https://elsewhere.example' }) }, 'wrong_page'],
  ['an unnamed page', { native: native({ public_url: null }) }, 'wrong_page'],
  ['another shape', { summary: summary(), native: { summary: {} } }, 'wrong_shape'],
  ['another page’s id', { summary: summary(), native: native({ id: '01HAAAAAAAAAAAAAAAAAAAAAAA' }) }, 'wrong_page'],
])('incidentio rejects the native summary of %s', (_, documents, kind) => {
  expect(parse(documents)).toEqual({ ok: false, failure: { kind } });
});
