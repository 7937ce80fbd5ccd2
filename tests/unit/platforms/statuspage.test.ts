import { describe, expect, it } from 'vitest';
import {
  component,
  history,
  incident,
  maintenance,
  PAGE_ID,
  summary,
  update,
} from '@/tests/fixtures/statuspage/documents';
import type { Report } from '@/utils/model/report';
import type { Documents } from '@/utils/platforms/adapters';
import { statuspage } from '@/utils/platforms/statuspage';
import { levelOfWholePage } from '@/utils/rules/judging/level';

function read(documents: Documents): Report {
  const reading = statuspage.parse(documents, { pageId: PAGE_ID, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const failureOf = (documents: Documents, pageId: string | null = PAGE_ID) => {
  const reading = statuspage.parse(documents, { pageId, origin: null });
  return reading.ok ? null : reading.failure.kind;
};

const readIncident = (over: object) => read({ summary: summary({ incidents: [incident(over)] }) }).incidents[0];

it('statuspage requests one document, and the history only when needed', () => {
  expect(statuspage.requests('https://status.example.com')).toEqual([
    { name: 'summary', url: 'https://status.example.com/api/v2/summary.json' },
    { name: 'incidents', url: 'https://status.example.com/api/v2/incidents.json', need: 'history' },
  ]);
});

describe('statuspage components', () => {
  it.each([
    ['operational', 'operational'],
    ['under_maintenance', 'maintenance'],
    ['degraded_performance', 'degraded'],
    ['partial_outage', 'partial_outage'],
    ['major_outage', 'major_outage'],
    ['', 'unknown'],
    ['Operational', 'unknown'],
    ['sunny', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ])('map the state %j to %s', (word, level) => {
    expect(read({ summary: summary({ components: [component('chat', word)] }) }).components[0]?.level).toBe(level);
  });

  it('include the name of their group, and groups are no components', () => {
    const components = [
      component('child', 'operational', { group_id: 'group', name: 'Same name' }),
      component('group', 'major_outage', { group: true, name: 'Same name', components: ['child'] }),
    ];
    expect(read({ summary: summary({ components }) }).components).toEqual([
      { id: 'child', name: 'Same name', group: 'Same name', level: 'operational', word: 'operational' },
    ]);
  });

  it('of an unlisted group have no group', () => {
    const [orphan] = read({
      summary: summary({ components: [component('chat', '', { group_id: 'gone' })] }),
    }).components;
    expect(orphan?.group).toBeNull();
  });

  it('with the same name and different ids are separate', () => {
    const components = [
      component('chat-login', 'operational', { name: 'Login' }),
      component('api-login', 'major_outage', { name: 'Login' }),
    ];
    expect(read({ summary: summary({ components }) }).components.map(({ id, level }) => [id, level])).toEqual([
      ['chat-login', 'operational'],
      ['api-login', 'major_outage'],
    ]);
  });

  it('are not changed by the state of the page', () => {
    const components = [component('chat', 'partial_outage')];
    const calm = { status: { indicator: 'none', description: 'All Systems Operational' }, components };
    expect(read({ summary: summary(calm) }).components[0]?.level).toBe('partial_outage');
    const alarmed = { status: { indicator: 'critical', description: 'Major System Outage' } };
    expect(read({ summary: summary(alarmed) }).components.map(({ level }) => level)).toEqual([
      'operational',
      'operational',
    ]);
  });
});

describe('statuspage incidents', () => {
  it('are parsed completely', () => {
    expect(readIncident({})).toEqual({
      id: 'incident-1',
      title: 'Replies fail',
      impact: 'major',
      level: null,
      phase: 'investigating',
      startedAt: Date.UTC(2026, 4, 20, 11, 40, 0, 100),
      updatedAt: Date.UTC(2026, 4, 20, 11, 50),
      resolvedAt: null,
      kind: 'incident',
      isExplained: false,
      componentIds: ['chat'],
      updates: [{ at: Date.UTC(2026, 4, 20, 11, 40, 0, 123), phase: 'investigating', text: 'It is investigating.' }],
      url: 'https://stspg.example/abc',
    });
  });

  it('stay open when a reopened one still has its first end', () => {
    expect(readIncident({ status: 'monitoring', resolved_at: '2026-05-20T11:45:00Z' })?.resolvedAt).toBeNull();
  });

  it('are closed by a postmortem', () => {
    expect(readIncident({ status: 'postmortem', resolved_at: '2026-05-20T11:45:00Z' })).toMatchObject({
      phase: 'resolved',
      resolvedAt: Date.UTC(2026, 4, 20, 11, 45),
    });
  });

  it.each([null, undefined, []])('have no components when their list is %j: they affect the whole page', (none) => {
    const updates = [update('investigating', '2026-05-20T11:40:00Z', { affected_components: none })];
    expect(readIncident({ components: none, incident_updates: updates })?.componentIds).toEqual([]);
  });

  it('take component ids from the code in updates, because names there may be outdated', () => {
    const affected_components = [{ code: 'chat', name: 'Group - Old name', new_status: 'partial_outage' }];
    const updates = [update('investigating', '2026-05-20T11:40:00Z', { affected_components })];
    expect(readIncident({ components: [], incident_updates: updates })?.componentIds).toEqual(['chat']);
  });

  it('are open or closed by their own status, regardless of the dates of updates', () => {
    const backdated = [
      update('resolved', '2026-05-20T10:00:00Z', { created_at: '2026-05-20T11:59:00Z' }),
      update('investigating', '2026-05-20T11:40:00Z'),
    ];
    expect(readIncident({ status: 'resolved', incident_updates: backdated })?.phase).toBe('resolved');
    expect(readIncident({ status: 'investigating', incident_updates: backdated })?.phase).toBe('investigating');
  });

  it('are not closed by an unknown status', () => {
    expect(readIncident({ status: 'vanished' })?.phase).toBe('investigating');
  });

  it('take components from updates when they have no list', () => {
    const updates = [
      update('identified', '2026-05-20T11:40:00Z', { affected_components: [{ code: 'api' }, { code: 'api' }] }),
    ];
    expect(readIncident({ components: undefined, incident_updates: updates })?.componentIds).toEqual(['api']);
  });

  it('sort updates newest first and treat "update" as no phase', () => {
    const updates = [update('investigating', '2026-05-20T11:40:00Z'), update('update', '2026-05-20T11:45:00Z')];
    expect(readIncident({ incident_updates: updates })?.updates.map(({ phase }) => phase)).toEqual([
      null,
      'investigating',
    ]);
  });

  it('take the newer state of two documents', () => {
    const closed = incident({
      status: 'resolved',
      updated_at: '2026-05-20T12:00:00Z',
      resolved_at: '2026-05-20T12:00:00Z',
    });
    const report = read({ summary: summary({ incidents: [incident()] }), incidents: history([closed]) });
    expect(report.incidents.map(({ phase }) => phase)).toEqual(['resolved']);
  });

  it('combine the components of two documents with the same state, whichever is unreadable', () => {
    const unreadable = incident({ components: 'chat' });
    for (const [first, second] of [
      [unreadable, incident()],
      [incident(), unreadable],
    ]) {
      const documents = { summary: summary({ incidents: [first] }), incidents: history([second ?? {}]) };
      expect(read(documents).incidents.map(({ componentIds }) => componentIds)).toEqual([['chat']]);
    }
  });

  it('contain plain text without markup', () => {
    const body =
      'Fixed.<br /><br /><b>Thanks</b> &amp; sorry, see [our note](https://example.com) \u202Eabc, under < 5 s';
    const updates = [update('identified', '2026-05-20T11:40:00Z', { body })];
    expect(readIncident({ incident_updates: updates })?.updates[0]?.text).toBe(
      'Fixed.\n\nThanks & sorry, see our note abc, under < 5 s',
    );
  });

  it('contain only HTTPS links', () => {
    expect(readIncident({ shortlink: 'javascript:alert(1)' })?.url).toBe(
      'https://status.example.com/incidents/incident-1',
    );
  });
});

it('statuspage starts a maintenance with its window, not with its announcement', () => {
  const report = read({ summary: summary({ scheduled_maintenances: [maintenance()] }) });
  expect(report.maintenances).toMatchObject([
    {
      phase: 'scheduled',
      startsAt: Date.UTC(2026, 4, 21, 2),
      endsAt: Date.UTC(2026, 4, 21, 4),
      componentIds: ['chat'],
    },
  ]);
});

it('statuspage parses times with any offset', () => {
  expect(read({ summary: summary() }).sourceUpdatedAt).toBe(Date.UTC(2026, 4, 20, 12));
});

describe('a malformed statuspage entry', () => {
  const CHAT_DOWN = [component('chat', 'partial_outage')];

  it.each<[string, object]>([
    ['an incident without any time', { incidents: [{ id: 'x' }] }],
    ['an incident in the year 9999', { incidents: [{ id: 'x', created_at: '9999-01-01T00:00:00Z' }] }],
    ['an incident that is a number', { incidents: [5] }],
    ['an incident whose updates are a string', { incidents: [incident({ incident_updates: 'none' })] }],
    ['an incident whose id is a number', { incidents: [incident({ id: 5 })] }],
    ['an update that is null', { incidents: [incident({ incident_updates: [null] })] }],
    ['a maintenance that is null', { scheduled_maintenances: [null] }],
    ['a component without an id', { components: [...CHAT_DOWN, { name: 'x', status: 'operational' }] }],
  ])('does not hide component states: %s', (_, over) => {
    const { components } = read({ summary: summary({ components: CHAT_DOWN, ...over }) });
    expect(components.map(({ id, level }) => [id, level])).toContainEqual(['chat', 'partial_outage']);
  });

  it('of a component never makes it operational', () => {
    const broken = { ...component('chat', null), status: { word: 'operational' }, name: 5 };
    const report = read({
      summary: summary({ components: [component('api', 'operational'), broken, component('chat', 'operational')] }),
    });
    expect(report.components.map(({ id, level }) => [id, level])).toEqual([
      ['api', 'operational'],
      ['chat', 'unknown'],
    ]);
  });

  it.each<[string, unknown]>([
    ['no id', { name: 'Chat', status: 'major_outage' }],
    ['a number as id', { id: 5, name: 'Chat', status: 'major_outage' }],
    ['a string', 'major_outage'],
    ['null', null],
  ])('in the list of components does not make the page operational as a whole: %s', (_, entry) => {
    const report = read({ summary: summary({ components: [component('api', 'operational'), entry] }) });
    expect(levelOfWholePage(report, Date.UTC(2026, 4, 20, 12)).level).toBe('unknown');
  });

  it('keeps an open incident without a time, dated by the latest time on the page', () => {
    const undated = { id: 'x', status: 'investigating', impact: 'critical', components: [component('chat', null)] };
    expect(read({ summary: summary({ incidents: [undated] }) }).incidents).toMatchObject([
      { id: 'x', impact: 'critical', startedAt: Date.UTC(2026, 4, 20, 12), componentIds: ['chat'] },
    ]);
  });

  it('omits a closed incident without a time', () => {
    expect(read({ summary: summary({ incidents: [{ id: 'x', status: 'resolved' }] }) }).incidents).toEqual([]);
  });
});

describe('statuspage updates', () => {
  const bad = (code: string, old_status: string, new_status: string) => ({ code, old_status, new_status });

  it('add components to an incident’s own list', () => {
    const updates = [
      update('investigating', '2026-05-20T11:40:00Z', {
        affected_components: [bad('chat', 'operational', 'partial_outage')],
      }),
    ];
    expect(readIncident({ components: [component('api', null)], incident_updates: updates })?.componentIds).toEqual([
      'api',
      'chat',
    ]);
  });

  it('remove a component that the newest of them calls operational, in any order', () => {
    const updates = [
      update('investigating', '2026-05-20T11:40:00Z', {
        affected_components: [bad('chat', 'operational', 'partial_outage'), bad('api', 'operational', 'major_outage')],
      }),
      update('identified', '2026-05-20T11:45:00Z', {
        affected_components: [bad('chat', 'partial_outage', 'operational')],
      }),
    ];
    const idsOf = (over: object) => readIncident({ components: [], incident_updates: updates, ...over })?.componentIds;
    expect(idsOf({})).toEqual(['api']);
    expect(idsOf({ incident_updates: updates.toReversed() })).toEqual(['api']);
    expect(idsOf({ status: 'resolved' })).toEqual(['chat', 'api']);
  });

  it('keep all components while the incident is open, when each of them has recovered', () => {
    const updates = [
      update('monitoring', '2026-05-20T11:45:00Z', {
        affected_components: [bad('chat', 'partial_outage', 'operational')],
      }),
    ];
    expect(readIncident({ components: [], incident_updates: updates })?.componentIds).toEqual(['chat']);
  });

  it('are dated by their last change if they have no other time', () => {
    const edited = update('identified', '', { created_at: null, display_at: null, updated_at: '2026-05-20T11:45:00Z' });
    const updates = [edited, update('investigating', '2026-05-20T11:40:00Z')];
    expect(readIncident({ incident_updates: updates })?.updates.map(({ phase }) => phase)).toEqual([
      'identified',
      'investigating',
    ]);
  });
});

describe('statuspage: the end of an incident', () => {
  const closing = update('resolved', '2026-05-20T11:30:00Z', { created_at: '2026-05-20T11:59:00Z' });
  const watching = update('monitoring', '2026-05-20T11:40:00Z');
  const closed = { status: 'resolved', updated_at: '2026-05-25T08:00:00Z' };

  it('may be backdated to before the previous update', () => {
    const incident_updates = [closing, watching];
    expect(readIncident({ ...closed, resolved_at: '2026-05-20T11:30:00Z', incident_updates })?.resolvedAt).toBe(
      Date.UTC(2026, 4, 20, 11, 30),
    );
    expect(readIncident({ ...closed, incident_updates })?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 30));
  });

  it('is the last end of a reopened incident', () => {
    const incident_updates = [
      update('resolved', '2026-05-20T11:58:00Z'),
      update('investigating', '2026-05-20T11:45:00Z'),
      update('resolved', '2026-05-20T11:20:00Z'),
    ];
    expect(readIncident({ ...closed, resolved_at: '2026-05-20T11:20:00Z', incident_updates })?.resolvedAt).toBe(
      Date.UTC(2026, 4, 20, 11, 58),
    );
  });

  it('is never after the reading', () => {
    const over = { ...closed, updated_at: '2026-05-20T11:50:00Z', resolved_at: '2027-05-20T12:00:00Z' };
    const reading = statuspage.parse(
      { summary: summary({ incidents: [incident({ ...over, incident_updates: [] })] }) },
      { pageId: PAGE_ID, origin: null, readAt: Date.UTC(2026, 4, 20, 12) },
    );
    expect(reading).toMatchObject({ report: { incidents: [{ resolvedAt: Date.UTC(2026, 4, 20, 11, 50) }] } });
  });
});

describe('statuspage maintenances', () => {
  const readMaintenance = (over: object) =>
    read({ summary: summary({ scheduled_maintenances: [maintenance(over)] }) }).maintenances[0];

  it('list their updates, which also give the phase where the status does not', () => {
    const incident_updates = [
      update('in_progress', '2026-05-21T02:00:00Z'),
      update('scheduled', '2026-05-01T09:00:00Z'),
    ];
    expect(readMaintenance({ status: 'sunny', incident_updates })).toMatchObject({
      phase: 'in_progress',
      updates: [
        { at: Date.UTC(2026, 4, 21, 2), phase: 'in_progress' },
        { at: Date.UTC(2026, 4, 1, 9), phase: 'scheduled' },
      ],
    });
  });

  it('without a window have no known start', () => {
    expect(readMaintenance({ scheduled_for: null, scheduled_until: null })).toMatchObject({
      phase: 'scheduled',
      startsAt: null,
      endsAt: null,
    });
  });

  it.each([
    ['in_progress', 'in_progress'],
    ['verifying', 'verifying'],
    ['maintenance_scheduled', 'scheduled'],
    ['maintenance_in_progress', 'in_progress'],
    ['maintenance_complete', 'completed'],
    ['sunny', 'scheduled'],
  ])('map the status %j to the phase %s', (status, phase) => {
    expect(readMaintenance({ status })?.phase).toBe(phase);
  });

  it.each([
    ['in_progress', 'in_progress'],
    ['investigating', 'in_progress'],
    ['monitoring', 'verifying'],
    ['resolved', 'completed'],
  ])('include incidents of impact maintenance with the status %s (phase %s)', (status, phase) => {
    const report = read({ summary: summary({ incidents: [incident({ impact: 'maintenance', status })] }) });
    expect(report.incidents).toEqual([]);
    expect(report.maintenances).toMatchObject([{ id: 'incident-1', phase, componentIds: ['chat'] }]);
  });
});

it('statuspage parses a document with a byte order mark', () => {
  expect(read({ summary: `\uFEFF${summary()}` })).toEqual(read({ summary: summary() }));
});

describe('statuspage page identity and format', () => {
  it.each<[string, Documents, string]>([
    ['a missing document', {}, 'not_json'],
    ['an empty body', { summary: '' }, 'not_json'],
    ['HTML', { summary: '<!doctype html><title>Status</title>' }, 'html'],
    ['half of the JSON', { summary: summary().slice(0, 200) }, 'truncated'],
    ['another JSON', { summary: '{"ok":true}' }, 'wrong_shape'],
    ['null', { summary: 'null' }, 'wrong_shape'],
    ['components that are not a list', { summary: summary({ components: {} }) }, 'wrong_shape'],
    ['another page', { summary: summary({ page: { id: 'stranger' }, components: [] }) }, 'wrong_page'],
    ['a page without an identity', { summary: summary({ page: {}, components: [] }) }, 'wrong_page'],
    [
      'a summary without a page, whose components carry the id',
      { summary: summary({ page: undefined }) },
      'wrong_page',
    ],
    ['a page whose id is null', { summary: summary({ page: { id: null } }) }, 'wrong_page'],
    [
      'one component of another page',
      { summary: summary({ components: [component('chat', 'operational', { page_id: 'stranger' })] }) },
      'wrong_page',
    ],
    [
      'one maintenance of another page',
      { summary: summary({ scheduled_maintenances: [maintenance({ page_id: 'stranger' })] }) },
      'wrong_page',
    ],
    [
      'a second document’s maintenance of another page',
      {
        summary: summary(),
        incidents: JSON.stringify({ scheduled_maintenances: [maintenance({ page_id: 'stranger' })] }),
      },
      'wrong_page',
    ],
    [
      'a second document of another page',
      { summary: summary(), incidents: history([], { id: 'stranger' }) },
      'wrong_page',
    ],
  ])('reject %s', (_, documents, kind) => {
    expect(failureOf(documents)).toBe(kind);
  });

  it('accept any consistent page when no id is expected', () => {
    const strangers = [component('chat', 'operational', { page_id: 'stranger' })];
    expect(failureOf({ summary: summary({ page: { id: 'stranger' }, components: strangers }) }, null)).toBeNull();
    expect(failureOf({ summary: summary({ page: { id: 'stranger' } }) }, null)).toBe('wrong_page');
  });

  it('reject an address on another host when the id is unknown', () => {
    const parse = (origin: string, hosts: string[] = []) =>
      statuspage.parse({ summary: summary() }, { pageId: null, origin, hosts }).ok;
    expect(parse('https://status.example.com')).toBe(true);
    expect(parse('https://moved.example', ['status.example.com'])).toBe(true);
    expect(parse('https://elsewhere.example')).toBe(false);
  });
});
