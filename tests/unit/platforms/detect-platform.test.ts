import { describe, expect, it } from 'vitest';
import * as betterstack from '@/tests/fixtures/betterstack/documents';
import * as datadog from '@/tests/fixtures/datadog/documents';
import { atom, entry, HOST, item, labeledUpdate, rss, xaiItem } from '@/tests/fixtures/feeds/documents';
import * as instatus from '@/tests/fixtures/instatus/documents';
import { post, posts } from '@/tests/fixtures/microsoft/documents';
import { PAGE_ID, summary } from '@/tests/fixtures/statuspage/documents';
import { detectPlatform, HOST_PROBES, PROBE_PATHS } from '@/utils/platforms/detect';

const HOME = `https://${HOST}`;
const HTML = '<!doctype html><title>Status</title>';
const ULID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
const SUMMARY = '/api/v2/summary.json';
const incidentio = JSON.stringify({ page: { id: ULID, url: `${HOME}/` }, components: [] });
const google = JSON.stringify([
  { id: 'x', begin: '2026-05-20T10:00:00Z', affected_products: [{ id: 'p', title: 'Product' }] },
]);
const everywhere = (body: string) =>
  Object.fromEntries([...HOST_PROBES.map(({ path }) => path), ...PROBE_PATHS].map((path) => [path, body]));

describe('detectPlatform', () => {
  it.each<[string, string, Record<string, string>, object]>([
    [
      'Statuspage by a page id of twelve characters',
      HOST,
      { [SUMMARY]: summary() },
      { platform: 'statuspage', pageId: PAGE_ID },
    ],
    [
      'incident.io on the same path by a ULID',
      HOST,
      { [SUMMARY]: incidentio },
      { platform: 'incidentio', pageId: ULID },
    ],
    [
      'Instatus by its states',
      HOST,
      { '/summary.json': instatus.summary() },
      { platform: 'instatus', pageId: 'Example' },
    ],
    [
      'Better Stack by the type of its document',
      HOST,
      { '/index.json': betterstack.index([]) },
      { platform: 'betterstack', pageId: betterstack.PAGE_ID },
    ],
    [
      'Datadog by the id and the name of its document',
      HOST,
      { '/config.json': datadog.config([datadog.part('chat', 'operational')]) },
      { platform: 'datadog', pageId: datadog.PAGE_ID },
    ],
    [
      'a feed and its address',
      HOST,
      { '/history.atom': atom([entry(labeledUpdate('May 20 11:40', 'Resolved'))]) },
      { platform: 'feed', origin: `${HOME}/history.atom`, pageId: HOST },
    ],
    [
      'Google by its host',
      'www.google.com',
      { '/appsstatus/dashboard/incidents.json': google },
      { platform: 'google', origin: 'https://www.google.com/appsstatus/dashboard', pageId: null },
    ],
    [
      'xAI by its host',
      'status.x.ai',
      { '/feed.xml': rss([xaiItem()]).replaceAll(HOST, 'status.x.ai') },
      { platform: 'xai', pageId: 'status.x.ai' },
    ],
    [
      'Microsoft by its host',
      'status.cloud.microsoft',
      { '/api/posts/m365Consumer': posts(post('Copilot', 'Available')) },
      { platform: 'microsoft', pageId: null },
    ],
  ])('detects %s', (_, host, bodies, found) => {
    expect(detectPlatform(host, bodies)).toEqual({ origin: `https://${host}`, ...found });
  });

  it('detects the page behind HTML on every other path', () => {
    const bodies = { ...everywhere(HTML), '/index.json': betterstack.index([]) };
    expect(detectPlatform(HOST, bodies)?.platform).toBe('betterstack');
  });

  it('prefers the richest format when a page offers several', () => {
    const bodies = { '/feed.rss': rss([item('Resolved')]), [SUMMARY]: summary() };
    expect(detectPlatform(HOST, bodies)?.platform).toBe('statuspage');
  });
});

describe('detectPlatform returns null', () => {
  it.each<[string, Record<string, string>]>([
    ['no responses', {}],
    ['HTML on every path', everywhere(HTML)],
    ['an empty object on every path', everywhere('{}')],
    ['an empty list on every path', everywhere('[]')],
    ['null on every path', everywhere('null')],
    ['a summary without an identity', { [SUMMARY]: JSON.stringify({ page: {}, components: [] }) }],
    ['a summary with an identity of another format', { [SUMMARY]: summary({ page: { id: '4711' } }) }],
    ['a summary of one platform on the path of another', { '/summary.json': summary() }],
    ['an identified page that cannot be parsed', { [SUMMARY]: summary({ components: {} }) }],
    ['a feed that links to another page', { '/feed.rss': rss([], '<link>https://elsewhere.example</link>') }],
    ['Google’s feed on another host', { '/incidents.json': google }],
  ])('for %s', (_, bodies) => {
    expect(detectPlatform(HOST, bodies)).toBeNull();
  });
});
