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

describe('what is not believed', () => {
  it.each<[string, Documents, string]>([
    ['nothing', {}, 'not_json'],
    ['an empty body', { summary: '' }, 'not_json'],
    ['HTML', { summary: '<!doctype html><title>Status</title>' }, 'html'],
    ['half of the JSON', { summary: summary().slice(0, 200) }, 'truncated'],
    ['another JSON', { summary: '{"ok":true}' }, 'wrong_shape'],
    ['null', { summary: 'null' }, 'wrong_shape'],
    ['a list that is none', { summary: summary({ components: {} }) }, 'wrong_shape'],
    ['an incident without any time', { summary: summary({ incidents: [{ id: 'x' }] }) }, 'wrong_shape'],
    [
      'an incident in the year 9999',
      { summary: summary({ incidents: [{ id: 'x', created_at: '9999-01-01T00:00:00Z' }] }) },
      'wrong_shape',
    ],
    ['another page', { summary: summary({ page: { id: 'stranger' }, components: [] }) }, 'wrong_page'],
    ['a page without an identity', { summary: summary({ page: {}, components: [] }) }, 'wrong_page'],
  ])('%s', (_, documents, kind) => {
    expect(failureOf(documents)).toBe(kind);
  });

  it('any page, when none is expected', () => {
    expect(failureOf({ summary: summary({ page: { id: 'stranger' } }) }, null)).toBeNull();
  });
});
