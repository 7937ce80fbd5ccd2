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
import type { Documents } from '@/utils/platforms/adapter';
import { statuspage } from '@/utils/platforms/statuspage';

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

it('asks for one document a reading, and for the history only when it is wanted', () => {
  expect(statuspage.requests('https://status.example.com')).toEqual([
    { name: 'summary', url: 'https://status.example.com/api/v2/summary.json' },
    { name: 'incidents', url: 'https://status.example.com/api/v2/incidents.json', need: 'history' },
  ]);
});

describe('status components', () => {
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
  ])('the word %j is %s', (word, level) => {
    expect(read({ summary: summary({ components: [component('chat', word)] }) }).components[0]?.level).toBe(level);
  });

  it('carry the name of their group, which is no part itself', () => {
    const components = [
      component('child', 'operational', { group_id: 'group', name: 'Same name' }),
      component('group', 'major_outage', { group: true, name: 'Same name', components: ['child'] }),
    ];
    expect(read({ summary: summary({ components }) }).components).toEqual([
      { id: 'child', name: 'Same name', group: 'Same name', level: 'operational', word: 'operational' },
    ]);
  });

  it('of a group that is not listed stand alone', () => {
    const [orphan] = read({
      summary: summary({ components: [component('chat', '', { group_id: 'gone' })] }),
    }).components;
    expect(orphan?.group).toBeNull();
  });

  it('of one name are two parts when they have two ids', () => {
    const components = [
      component('chat-login', 'operational', { name: 'Login' }),
      component('api-login', 'major_outage', { name: 'Login' }),
    ];
    expect(read({ summary: summary({ components }) }).components.map(({ id, level }) => [id, level])).toEqual([
      ['chat-login', 'operational'],
      ['api-login', 'major_outage'],
    ]);
  });

  it('are not judged by the word of the page', () => {
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

describe('incidents', () => {
  it('are read whole', () => {
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

  it('stay open when a reopened one still carries its first end', () => {
    expect(readIncident({ status: 'monitoring', resolved_at: '2026-05-20T11:45:00Z' })?.resolvedAt).toBeNull();
  });

  it('are closed by a postmortem', () => {
    expect(readIncident({ status: 'postmortem', resolved_at: '2026-05-20T11:45:00Z' })).toMatchObject({
      phase: 'resolved',
      resolvedAt: Date.UTC(2026, 4, 20, 11, 45),
    });
  });

  it.each([null, undefined, []])('name nothing where their list is %j: that is page-wide, not a mistake', (none) => {
    const updates = [update('investigating', '2026-05-20T11:40:00Z', { affected_components: none })];
    expect(readIncident({ components: none, incident_updates: updates })?.componentIds).toEqual([]);
  });

  it('go by the code of a part in their updates: its old name stays there', () => {
    const affected_components = [{ code: 'chat', name: 'Group - Old name', new_status: 'partial_outage' }];
    const updates = [update('investigating', '2026-05-20T11:40:00Z', { affected_components })];
    expect(readIncident({ components: [], incident_updates: updates })?.componentIds).toEqual(['chat']);
  });

  it('are open or closed by their word, however their updates are dated', () => {
    const backdated = [
      update('resolved', '2026-05-20T10:00:00Z', { created_at: '2026-05-20T11:59:00Z' }),
      update('investigating', '2026-05-20T11:40:00Z'),
    ];
    expect(readIncident({ status: 'resolved', incident_updates: backdated })?.phase).toBe('resolved');
    expect(readIncident({ status: 'investigating', incident_updates: backdated })?.phase).toBe('investigating');
  });

  it('are not closed by a word that nobody knows', () => {
    expect(readIncident({ status: 'vanished' })?.phase).toBe('investigating');
  });

  it('name what their updates name where they have no list of their own', () => {
    const updates = [
      update('identified', '2026-05-20T11:40:00Z', { affected_components: [{ code: 'api' }, { code: 'api' }] }),
    ];
    expect(readIncident({ components: undefined, incident_updates: updates })?.componentIds).toEqual(['api']);
  });

  it('list updates newest first whatever the page does, and know that "update" is no phase', () => {
    const updates = [update('investigating', '2026-05-20T11:40:00Z'), update('update', '2026-05-20T11:45:00Z')];
    expect(readIncident({ incident_updates: updates })?.updates.map(({ phase }) => phase)).toEqual([
      null,
      'investigating',
    ]);
  });

  it('are as new as the newer of two documents says', () => {
    const closed = incident({
      status: 'resolved',
      updated_at: '2026-05-20T12:00:00Z',
      resolved_at: '2026-05-20T12:00:00Z',
    });
    const report = read({ summary: summary({ incidents: [incident()] }), incidents: history([closed]) });
    expect(report.incidents.map(({ phase }) => phase)).toEqual(['resolved']);
  });

  it('name what either of two documents names of one state', () => {
    const unreadable = incident({ components: 'chat' });
    const documents = { summary: summary({ incidents: [unreadable] }), incidents: history([incident()]) };
    expect(read(documents).incidents.map(({ componentIds }) => componentIds)).toEqual([['chat']]);
  });

  it('show text, never markup', () => {
    const body =
      'Fixed.<br /><br /><b>Thanks</b> &amp; sorry, see [our note](https://example.com) \u202Eabc, under < 5 s';
    const updates = [update('identified', '2026-05-20T11:40:00Z', { body })];
    expect(readIncident({ incident_updates: updates })?.updates[0]?.text).toBe(
      'Fixed.\n\nThanks & sorry, see our note abc, under < 5 s',
    );
  });

  it('offer no link that is not HTTPS', () => {
    expect(readIncident({ shortlink: 'javascript:alert(1)' })?.url).toBe(
      'https://status.example.com/incidents/incident-1',
    );
  });
});

it('maintenances begin when their window does, not when they were announced', () => {
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

it('reads times with any offset', () => {
  expect(read({ summary: summary() }).sourceUpdatedAt).toBe(Date.UTC(2026, 4, 20, 12));
});

describe('one bad entry', () => {
  const CHAT_DOWN = [component('chat', 'partial_outage')];

  it.each<[string, object]>([
    ['an incident without any time', { incidents: [{ id: 'x' }] }],
    ['an incident in the year 9999', { incidents: [{ id: 'x', created_at: '9999-01-01T00:00:00Z' }] }],
    ['an incident that is a number', { incidents: [5] }],
    ['an incident whose updates are none', { incidents: [incident({ incident_updates: 'none' })] }],
    ['an incident whose id is a number', { incidents: [incident({ id: 5 })] }],
    ['an update that is null', { incidents: [incident({ incident_updates: [null] })] }],
    ['a maintenance that is null', { scheduled_maintenances: [null] }],
    ['a component without an id', { components: [...CHAT_DOWN, { name: 'x', status: 'operational' }] }],
  ])('does not hide what the components say: %s', (_, over) => {
    const { components } = read({ summary: summary({ components: CHAT_DOWN, ...over }) });
    expect(components.map(({ id, level }) => [id, level])).toEqual([['chat', 'partial_outage']]);
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

  it('keeps an open incident without a time, as of the latest moment that the page states', () => {
    const undated = { id: 'x', status: 'investigating', impact: 'critical', components: [component('chat', null)] };
    expect(read({ summary: summary({ incidents: [undated] }) }).incidents).toMatchObject([
      { id: 'x', impact: 'critical', startedAt: Date.UTC(2026, 4, 20, 12), componentIds: ['chat'] },
    ]);
  });

  it('leaves out a closed incident without a time', () => {
    expect(read({ summary: summary({ incidents: [{ id: 'x', status: 'resolved' }] }) }).incidents).toEqual([]);
  });
});

describe('updates', () => {
  const bad = (code: string, old_status: string, new_status: string) => ({ code, old_status, new_status });

  it('name the components of an incident beside its own list', () => {
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

  it('take a component back that the newest of them calls operational, whatever their order on the page', () => {
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

  it('count with only the moment of their last change', () => {
    const edited = update('identified', '', { created_at: null, display_at: null, updated_at: '2026-05-20T11:45:00Z' });
    const updates = [edited, update('investigating', '2026-05-20T11:40:00Z')];
    expect(readIncident({ incident_updates: updates })?.updates.map(({ phase }) => phase)).toEqual([
      'identified',
      'investigating',
    ]);
  });
});

describe('the end of an incident', () => {
  const closing = update('resolved', '2026-05-20T11:30:00Z', { created_at: '2026-05-20T11:59:00Z' });
  const watching = update('monitoring', '2026-05-20T11:40:00Z');
  const closed = { status: 'resolved', updated_at: '2026-05-25T08:00:00Z' };

  it('may be set back to before the update that precedes it', () => {
    const incident_updates = [closing, watching];
    expect(readIncident({ ...closed, resolved_at: '2026-05-20T11:30:00Z', incident_updates })?.resolvedAt).toBe(
      Date.UTC(2026, 4, 20, 11, 30),
    );
    expect(readIncident({ ...closed, incident_updates })?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 30));
  });

  it('is the last one of an incident that was opened again', () => {
    const incident_updates = [
      update('resolved', '2026-05-20T11:58:00Z'),
      update('investigating', '2026-05-20T11:45:00Z'),
      update('resolved', '2026-05-20T11:20:00Z'),
    ];
    expect(readIncident({ ...closed, resolved_at: '2026-05-20T11:20:00Z', incident_updates })?.resolvedAt).toBe(
      Date.UTC(2026, 4, 20, 11, 58),
    );
  });

  it('never lies ahead of the reading', () => {
    const over = { ...closed, updated_at: '2026-05-20T11:50:00Z', resolved_at: '2027-05-20T12:00:00Z' };
    const reading = statuspage.parse(
      { summary: summary({ incidents: [incident({ ...over, incident_updates: [] })] }) },
      { pageId: PAGE_ID, origin: null, readAt: Date.UTC(2026, 4, 20, 12) },
    );
    expect(reading).toMatchObject({ report: { incidents: [{ resolvedAt: Date.UTC(2026, 4, 20, 11, 50) }] } });
  });
});

describe('maintenances', () => {
  const readMaintenance = (over: object) =>
    read({ summary: summary({ scheduled_maintenances: [maintenance(over)] }) }).maintenances[0];

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
  ])('the word %j is phase %s', (status, phase) => {
    expect(readMaintenance({ status })?.phase).toBe(phase);
  });

  it.each([
    ['in_progress', 'in_progress'],
    ['investigating', 'in_progress'],
    ['monitoring', 'verifying'],
    ['resolved', 'completed'],
  ])('are incidents of impact maintenance, in phase %s as well', (status, phase) => {
    const report = read({ summary: summary({ incidents: [incident({ impact: 'maintenance', status })] }) });
    expect(report.incidents).toEqual([]);
    expect(report.maintenances).toMatchObject([{ id: 'incident-1', phase, componentIds: ['chat'] }]);
  });
});

it('reads a document that begins with a byte order mark', () => {
  expect(read({ summary: `\uFEFF${summary()}` })).toEqual(read({ summary: summary() }));
});

describe('what is not believed', () => {
  it.each<[string, Documents, string]>([
    ['nothing', {}, 'not_json'],
    ['an empty body', { summary: '' }, 'not_json'],
    ['HTML', { summary: '<!doctype html><title>Status</title>' }, 'html'],
    ['half of the JSON', { summary: summary().slice(0, 200) }, 'truncated'],
    ['another JSON', { summary: '{"ok":true}' }, 'wrong_shape'],
    ['null', { summary: 'null' }, 'wrong_shape'],
    ['a list that is none', { summary: summary({ components: {} }) }, 'wrong_shape'],
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
  ])('%s', (_, documents, kind) => {
    expect(failureOf(documents)).toBe(kind);
  });

  it('any page that agrees with itself, when none is expected', () => {
    const strangers = [component('chat', 'operational', { page_id: 'stranger' })];
    expect(failureOf({ summary: summary({ page: { id: 'stranger' }, components: strangers }) }, null)).toBeNull();
    expect(failureOf({ summary: summary({ page: { id: 'stranger' } }) }, null)).toBe('wrong_page');
  });

  it('a page of unknown id that states an address on another host', () => {
    const parse = (origin: string, hosts: string[] = []) =>
      statuspage.parse({ summary: summary() }, { pageId: null, origin, hosts }).ok;
    expect(parse('https://status.example.com')).toBe(true);
    expect(parse('https://moved.example', ['status.example.com'])).toBe(true);
    expect(parse('https://elsewhere.example')).toBe(false);
  });
});
