import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { MINUTE } from '@/tests/loopback/scenarios/duration';
import { geminiOutage } from '@/tests/loopback/scenarios/gemini-outage';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { askLoopback, readJson } from './ask-loopback';

interface GoogleIncident {
  id: string;
  begin: string;
  created: string;
  end?: string;
  external_desc: string;
  updates: { when: string; status: string; text: string }[];
  most_recent_update: { status: string };
  status_impact: string;
  severity: string;
  service_name: string;
  affected_products: { id: string }[];
}

const HOST = 'www.google.com';
const FEED = `https://${HOST}/appsstatus/dashboard/incidents.json`;
const STARTED_AT = Date.parse('2026-11-20T12:00:00.250Z');
const GEMINI = 'npdyhgECDJ6tB66MxXyo';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: geminiOutage, startedAt: STARTED_AT });
});
afterEach(() => {
  loopback.seek(0);
  loopback.override(HOST, null);
});
afterAll(() => loopback.close());

describe('the loopback page of Google', () => {
  it('serves a large array of past incidents, newest first, without CORS', async () => {
    const { body, headers } = await askLoopback(loopback, FEED);
    const incidents = JSON.parse(body) as GoogleIncident[];
    expect(body.length).toBeGreaterThan(300_000);
    expect(body.length).toBeLessThan(450_000);
    expect(incidents.every(({ end }) => end !== undefined)).toBe(true);
    const created = incidents.map((incident) => Date.parse(incident.created));
    expect(created).toEqual([...created].sort((a, b) => b - a));
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('etag');
    const recent = incidents.filter(({ begin }) => STARTED_AT - Date.parse(begin) < 90 * 24 * 60 * MINUTE);
    const ofGemini = recent.filter(({ affected_products }) => affected_products.some(({ id }) => id === GEMINI));
    expect(ofGemini.length).toBeGreaterThan(0);
    expect(ofGemini.length).toBeLessThan(recent.length);
  });

  it('has a last-modified date and ignores if-modified-since', async () => {
    const { headers } = await askLoopback(loopback, FEED);
    const since = String(headers['last-modified']);
    expect(Date.parse(since)).toBeLessThan(STARTED_AT);
    expect((await askLoopback(loopback, FEED, { headers: { 'if-modified-since': since } })).status).toBe(200);
  });

  it('has an ended incident whose last state is an issue, and one created after its end', async () => {
    const incidents = await readJson<GoogleIncident[]>(loopback, FEED);
    const inTrouble = incidents.filter(({ most_recent_update }) => most_recent_update.status !== 'AVAILABLE');
    expect(inTrouble).toHaveLength(1);
    expect(incidents.filter(({ created, end }) => Date.parse(created) > Date.parse(end ?? ''))).toHaveLength(1);
  });

  it('reports an outage from its late start to its end', async () => {
    const outageAt = async (minutes: number) => {
      loopback.seek(minutes * MINUTE);
      const [newest] = await readJson<GoogleIncident[]>(loopback, FEED);
      const { status_impact, severity, most_recent_update, end } = newest ?? {};
      return [status_impact, severity, most_recent_update?.status, end];
    };
    expect(await outageAt(12)).toEqual(['SERVICE_DISRUPTION', 'medium', 'SERVICE_DISRUPTION', undefined]);
    expect(await outageAt(28)).toEqual(['SERVICE_OUTAGE', 'high', 'SERVICE_OUTAGE', undefined]);
    expect(await outageAt(46)).toEqual(['SERVICE_OUTAGE', 'high', 'SERVICE_INFORMATION', undefined]);
    expect(await outageAt(58)).toEqual(['SERVICE_OUTAGE', 'high', 'AVAILABLE', undefined]);
    expect(await outageAt(72)).toEqual(['SERVICE_OUTAGE', 'high', 'AVAILABLE', '2026-11-20T13:12:00+00:00']);
    const [newest] = await readJson<GoogleIncident[]>(loopback, FEED);
    expect(newest).toMatchObject({
      begin: '2026-11-20T12:02:00+00:00',
      created: '2026-11-20T12:12:00+00:00',
      service_name: 'Gemini',
      affected_products: [{ id: GEMINI, title: 'Gemini' }],
    });
  });

  it('serves only its own paths of the host', async () => {
    expect((await askLoopback(loopback, `https://${HOST}/`)).status).toBe(404);
    expect((await askLoopback(loopback, `https://${HOST}/appsstatus/dashboard/`)).body).toContain('Gemini');
  });

  it('stays without CORS when it misbehaves and is identified only by its ids', async () => {
    loopback.override(HOST, { kind: 'status', status: 503, retryAfterSeconds: 30 });
    const { headers } = await askLoopback(loopback, FEED);
    expect([headers['retry-after'], headers['access-control-allow-origin']]).toEqual(['30', undefined]);
    loopback.override(HOST, { kind: 'empty' });
    expect(await readJson(loopback, FEED)).toEqual([]);
    loopback.override(HOST, { kind: 'wrong-page' });
    const { body } = await askLoopback(loopback, FEED);
    expect(body).toContain(`"another-${GEMINI}"`);
    expect(body).not.toContain(`"${GEMINI}"`);
    loopback.override(HOST, { kind: 'truncated' });
    await expect(readJson(loopback, FEED)).rejects.toThrow();
  });
});
