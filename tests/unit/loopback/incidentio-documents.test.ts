import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { bothDown } from '@/tests/loopback/scenarios/both-down';
import { chatgptDegraded } from '@/tests/loopback/scenarios/chatgpt-degraded';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { askLoopback, readJson } from './ask-loopback';
import type { Post, Summary } from './summary-shape';

const OPENAI = 'https://status.openai.com/api/v2';
const STARTED_AT = Date.parse('2026-11-20T12:00:00.250Z');

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy, startedAt: STARTED_AT });
});
afterAll(() => loopback.close());

describe('the loopback page of OpenAI', () => {
  it('omits Conversations and empty lists from a healthy summary', async () => {
    loopback.load(healthy, STARTED_AT);
    const { body, headers } = await askLoopback(loopback, `${OPENAI}/summary.json`);
    const summary = JSON.parse(body) as Summary;
    expect(Object.keys(summary).sort()).toEqual(['components', 'page', 'status']);
    expect(summary.components).toHaveLength(25);
    expect(summary.components.map(({ name }) => name)).not.toContain('Conversations');
    expect(headers.etag).toBeUndefined();
    const all = await readJson<Summary>(loopback, `${OPENAI}/components.json`);
    expect(all.components.length).toBeGreaterThan(30);
    expect(all.components.map(({ name }) => name)).toContain('Conversations');
  });

  it('reports a backdated incident without components, in whole seconds', async () => {
    loopback.load(chatgptDegraded, STARTED_AT);
    loopback.seek(60_000);
    const { components, incidents } = await readJson<Summary>(loopback, `${OPENAI}/summary.json`);
    expect(components[0]).toMatchObject({ name: 'Conversations', status: 'degraded_performance' });
    const [incident] = incidents ?? [];
    expect(incident).toMatchObject({ created_at: '2026-11-20T12:00:30Z', impact: 'minor' });
    expect(incident?.incident_updates).toMatchObject([{ display_at: '2026-11-20T11:46:00Z' }]);
    for (const key of ['components', 'started_at', 'shortlink', 'resolved_at'])
      expect(incident).not.toHaveProperty(key);
  });

  it('sets resolved_at when an incident is resolved', async () => {
    loopback.load(bothDown, STARTED_AT);
    loopback.seek(7 * 60_000);
    const { incidents } = await readJson<{ incidents: Post[] }>(loopback, `${OPENAI}/incidents.json`);
    expect(incidents).toHaveLength(25);
    expect(incidents[0]).toMatchObject({ status: 'resolved', resolved_at: '2026-11-20T12:07:00Z' });
  });

  it('serves no documents that the real page does not have', async () => {
    expect((await askLoopback(loopback, `${OPENAI}/scheduled-maintenances.json`)).status).toBe(404);
    expect((await askLoopback(loopback, `${OPENAI}/incidents/unresolved.json`)).status).toBe(404);
  });
});
