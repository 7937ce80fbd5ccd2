import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { CALM_PAGE } from '@/tests/loopback/scenario';
import { claudeOutage } from '@/tests/loopback/scenarios/claude-outage';
import { MINUTE } from '@/tests/loopback/scenarios/duration';
import { maintenance } from '@/tests/loopback/scenarios/maintenance';
import { reopened } from '@/tests/loopback/scenarios/reopened';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { readJson } from './ask-loopback';
import type { Post, Summary } from './summary-shape';

const CLAUDE = 'https://status.claude.com/api/v2';
const STARTED_AT = Date.parse('2026-11-20T12:00:00.250Z');

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: maintenance, startedAt: STARTED_AT });
});
afterAll(() => loopback.close());

describe('changing posts on a loopback Statuspage', () => {
  it('reschedules a maintenance and removes a cancelled one', async () => {
    loopback.load(maintenance, STARTED_AT);
    const readAt = async (minutes: number) => {
      loopback.seek(minutes * MINUTE);
      const { scheduled_maintenances } = await readJson<Summary>(loopback, `${CLAUDE}/summary.json`);
      return (scheduled_maintenances ?? []).map((it) => `${it.id} ${it.status} ${it.scheduled_for}`);
    };
    const other = 'b9n2w5j7zc4h scheduled 2026-11-20T17:30:00.250Z';
    expect(await readAt(0)).toEqual([]);
    expect(await readAt(30)).toEqual([other, 'v3k8d1t6xq0m scheduled 2026-11-20T15:05:00.250Z']);
    expect(await readAt(90)).toEqual([other, 'v3k8d1t6xq0m scheduled 2026-11-20T15:35:00.250Z']);
    expect(await readAt(285)).toEqual([other, 'v3k8d1t6xq0m in_progress 2026-11-20T15:35:00.250Z']);
    expect(await readAt(295)).toEqual([other]);
    expect(await readAt(310)).toEqual([]);
  });

  it('reopens an incident and keeps its first end', async () => {
    loopback.load(reopened, STARTED_AT);
    const readAt = async (minutes: number) => {
      loopback.seek(minutes * MINUTE);
      const { incidents } = await readJson<{ incidents: Post[] }>(loopback, `${CLAUDE}/incidents.json`);
      return [incidents[0]?.id, incidents[0]?.status, incidents[0]?.resolved_at];
    };
    const [id, end] = ['d6t1p8x3fk0w', '2026-11-20T12:10:00.250Z'];
    expect(await readAt(9)).toEqual([id, 'identified', null]);
    expect(await readAt(10)).toEqual([id, 'resolved', end]);
    expect(await readAt(18)).toEqual([id, 'investigating', end]);
    expect(await readAt(34)).toEqual([id, 'resolved', end]);
  });

  it('dates an edited update', async () => {
    const edits = [{ at: 2_000, text: 'Second thoughts.' }];
    const [incident] = claudeOutage.pages['status.claude.com']?.incidents ?? [];
    if (incident === undefined) throw new Error('There is no incident.');
    const edited = { ...incident, updates: [{ at: 1_000, label: 'identified', text: 'Before.', edits } as const] };
    const pages = { 'status.claude.com': { ...CALM_PAGE, incidents: [edited] } };
    loopback.load({ ...claudeOutage, pages }, STARTED_AT);
    const readAt = async (offset: number) => {
      loopback.seek(offset);
      const { incidents } = await readJson<Summary>(loopback, `${CLAUDE}/summary.json`);
      const { body, created_at, updated_at } = incidents?.[0]?.incident_updates[0] ?? {};
      return [body, created_at, updated_at];
    };
    expect(await readAt(1_000)).toEqual(['Before.', '2026-11-20T12:00:01.250Z', '2026-11-20T12:00:01.250Z']);
    expect(await readAt(2_000)).toEqual(['Second thoughts.', '2026-11-20T12:00:01.250Z', '2026-11-20T12:00:02.250Z']);
  });
});
