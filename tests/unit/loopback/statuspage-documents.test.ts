import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { claudeOutage } from '@/tests/loopback/scenarios/claude-outage';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { threeAtOnce } from '@/tests/loopback/scenarios/three-at-once';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { askLoopback, readJson } from './ask-loopback';
import type { Post, Summary } from './summary-shape';

const CLAUDE = 'https://status.claude.com/api/v2';
const STARTED_AT = Date.parse('2026-11-20T12:00:00.250Z');

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy, startedAt: STARTED_AT });
});
afterAll(() => loopback.close());

describe('the loopback pages on Statuspage', () => {
  it('report no incidents while all is well', async () => {
    loopback.load(healthy, STARTED_AT);
    const summary = await readJson<Summary>(loopback, `${CLAUDE}/summary.json`);
    expect(Object.keys(summary).sort()).toEqual([
      'components',
      'incidents',
      'page',
      'scheduled_maintenances',
      'status',
    ]);
    expect(summary.components.map(({ status }) => status)).toEqual(Array(6).fill('operational'));
    expect(summary).toMatchObject({ status: { indicator: 'none' }, incidents: [], scheduled_maintenances: [] });
    const { incidents } = await readJson<{ incidents: Post[] }>(loopback, `${CLAUDE}/incidents.json`);
    expect(incidents.map(({ status }) => status)).toEqual(Array(13).fill('resolved'));
    expect(incidents[0]?.id).toBe('q4m8vz2k7x1d');
  });

  it('report an open incident with its components, newest update first', async () => {
    loopback.load(claudeOutage, STARTED_AT);
    loopback.seek(100_000);
    const { components, incidents } = await readJson<Summary>(loopback, `${CLAUDE}/summary.json`);
    expect(components.filter(({ status }) => status === 'partial_outage')).toHaveLength(4);
    expect(incidents).toMatchObject([
      {
        status: 'investigating',
        impact: 'major',
        created_at: '2026-11-20T12:00:40.250Z',
        updated_at: '2026-11-20T12:01:35.250Z',
        resolved_at: null,
        components: [{ id: 'rwppv331jlwc' }, {}, {}, {}],
        incident_updates: [{ status: 'investigating' }, { display_at: '2026-11-20T12:00:40.250Z' }],
      },
    ]);
    expect(incidents?.[0]?.incident_updates[1]).toHaveProperty('affected_components.0', {
      code: 'rwppv331jlwc',
      name: 'claude.ai',
      old_status: 'operational',
      new_status: 'partial_outage',
    });
  });

  it('answer 304 while nothing changed', async () => {
    loopback.load(claudeOutage, STARTED_AT);
    const { headers } = await askLoopback(loopback, `${CLAUDE}/summary.json`);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'max-age=10' });
    const etag = String(headers.etag);
    expect(etag).toMatch(/^W\/"/);
    const again = () => askLoopback(loopback, `${CLAUDE}/summary.json`, { headers: { 'if-none-match': etag } });
    expect(await again()).toMatchObject({ status: 304, body: '', headers: { etag } });
    loopback.seek(40_000);
    expect((await again()).status).toBe(200);
  });

  it('list maintenances with their own status', async () => {
    loopback.load(withMaintenance, STARTED_AT);
    const phases = async () => {
      const summary = await readJson<Summary>(loopback, `${CLAUDE}/summary.json`);
      return summary.scheduled_maintenances?.map(({ status }) => status);
    };
    expect(await phases()).toEqual(['scheduled']);
    loopback.seek(60_000);
    expect(await phases()).toEqual(['in_progress']);
    const active = await readJson<Summary>(loopback, `${CLAUDE}/scheduled-maintenances/active.json`);
    expect(active.scheduled_maintenances).toMatchObject([
      { impact: 'maintenance', scheduled_for: '2026-11-20T12:01:00.250Z', scheduled_until: '2026-11-20T12:02:00.250Z' },
    ]);
    loopback.seek(120_000);
    expect(await phases()).toEqual([]);
  });

  it('list a group before its components, at their worst level', async () => {
    loopback.load(withTroubledRegistry, STARTED_AT);
    const url = 'https://www.githubstatus.com/api/v2';
    const { components, incidents } = await readJson<Summary>(loopback, `${url}/summary.json`);
    const start = components.findIndex((component) => 'group' in component && component.group === true);
    expect(components.slice(start, start + 3)).toMatchObject([
      { name: 'Packages', group: true, status: 'partial_outage', components: ['c8m4y9s2jt5v', 'w0l7f3q6xh1n'] },
      { name: 'Packages', group: false, status: 'operational', group_id: 'g2x6k9v4hd0p', position: 1 },
      { name: 'Container registry', status: 'partial_outage', group_id: 'g2x6k9v4hd0p', position: 2 },
    ]);
    expect(components[start + 3]).toMatchObject({ name: 'Pages', group_id: null, position: 8 });
    expect(incidents?.[0]?.incident_updates[0]).toHaveProperty(
      'affected_components.0.name',
      'Packages - Container registry',
    );
  });

  it.each(['status.claude.com', 'www.githubstatus.com'])('have past incidents of some months on %s', async (host) => {
    loopback.load(threeAtOnce, STARTED_AT);
    const summary = await readJson<Summary>(loopback, `https://${host}/api/v2/summary.json`);
    expect(summary).toMatchObject({ incidents: [], status: { indicator: 'none' } });
    const { incidents } = await readJson<{ incidents: Post[] }>(loopback, `https://${host}/api/v2/incidents.json`);
    expect(incidents).toHaveLength(12);
    expect(new Set(incidents.map(({ impact }) => impact))).toEqual(new Set(['none', 'minor', 'major', 'critical']));
    const ages = incidents.map(({ created_at }) => (STARTED_AT - Date.parse(String(created_at))) / 86_400_000);
    expect(Math.min(...ages)).toBeGreaterThan(4);
    expect(Math.max(...ages)).toBeLessThan(80);
  });

  it('serve an unknown state for the level unknown', async () => {
    loopback.load(withMaintenance, STARTED_AT);
    const { components } = await readJson<Summary>(loopback, `${CLAUDE}/components.json`);
    expect(components.find(({ id }) => id === 'yyzkbfz2thpt')?.status).toBe('under_observation');
  });
});

const withTroubledRegistry: Scenario = {
  ...healthy,
  pages: {
    'www.githubstatus.com': {
      ...CALM_PAGE,
      componentMoments: [{ at: 0, componentId: 'w0l7f3q6xh1n', level: 'partial_outage' }],
      incidents: [
        {
          id: 'i1',
          title: 'Images cannot be fetched',
          impact: 'major',
          componentIds: ['w0l7f3q6xh1n'],
          updates: [{ at: 0, label: 'investigating', text: 'We look into it.' }],
        },
      ],
    },
  },
};

const withMaintenance: Scenario = {
  ...healthy,
  pages: {
    'status.claude.com': {
      ...CALM_PAGE,
      componentMoments: [{ at: 0, componentId: 'yyzkbfz2thpt', level: 'unknown' }],
      maintenances: [
        {
          id: 'm1',
          title: 'New machines',
          componentIds: ['rwppv331jlwc'],
          startsAt: 60_000,
          endsAt: 120_000,
          updates: [
            { at: -60_000, label: 'scheduled', text: 'We will change machines.' },
            { at: 60_000, label: 'in_progress', text: 'We are changing machines.' },
            { at: 120_000, label: 'completed', text: 'The machines are changed.' },
          ],
        },
      ],
    },
  },
};
