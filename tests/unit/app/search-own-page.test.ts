import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as betterstack from '@/tests/fixtures/betterstack/documents';
import * as datadog from '@/tests/fixtures/datadog/documents';
import * as flashduty from '@/tests/fixtures/flashduty/documents';
import type { Loopback } from '@/tests/loopback/loopback';
import { ownPage } from '@/tests/loopback/scenarios/own-page';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { searchOwnPage } from '@/utils/app/find-page';
import type { ReadFailure } from '@/utils/model/failure';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { askLoopback } from '../loopback/ask-loopback';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: ownPage });
});
afterAll(() => loopback.close());

type Answer = { body: string } | ReadFailure;

/** Searches at an address; `answer` maps a path to a response, by default the loopback network responds. */
const search = (address: string, isGranted = false, answer?: (path: string) => Answer) =>
  searchOwnPage(
    {
      hasAccess: async () => isGranted,
      fetchDocument: async ({ url }) => {
        const { pathname } = new URL(url);
        const { status, body } = answer === undefined ? await askLoopback(loopback, url) : { status: 200, body: '' };
        const given = answer?.(pathname) ?? (status === 200 ? { body } : { kind: 'http_error' as const, status });
        return 'body' in given ? { ok: true, body: given.body } : { ok: false, failure: given };
      },
    },
    address,
  );

const NOWHERE = (): Answer => ({ kind: 'unreachable' });

it('searchOwnPage finds a page with its name, components and address', async () => {
  loopback.seek(0);
  const outcome = await search('https://status.example.org/anything');
  expect(outcome).toMatchObject({
    kind: 'found',
    page: { name: 'Example Labs', platform: 'statuspage', address: 'https://status.example.org', isCorsOpen: true },
  });
  if (outcome.kind === 'found')
    expect(outcome.page.components.map(({ name }) => name)).toEqual(['Assistant', 'Search', 'Billing']);
});

it('searchOwnPage ends when an adapter throws, and when the permission cannot be read', async () => {
  const parse = vi.spyOn(ADAPTERS.statuspage, 'parse').mockImplementation(() => {
    throw new TypeError('A bug');
  });
  expect(await search('https://status.example.org')).toEqual({ kind: 'not_found', reason: 'wrong_shape' });
  parse.mockRestore();
  const ports = {
    hasAccess: () => Promise.reject(new Error('No answer in time')),
    fetchDocument: async () => ({ ok: false, failure: { kind: 'unreachable' } }) as const,
  };
  expect(await searchOwnPage(ports, 'https://status.example.com')).toMatchObject({ kind: 'needs_access' });
});

it('searchOwnPage marks a page read with permission as not CORS-open unless it can be read without', async () => {
  expect(await search('https://status.example.net', true)).toMatchObject({
    kind: 'found',
    page: { isCorsOpen: false },
  });
  expect(await search('https://status.example.org', true)).toMatchObject({ kind: 'found', page: { isCorsOpen: true } });
});

it('searchOwnPage requests access when nothing can be read, and reports unreachable when access is granted', async () => {
  expect(await search('https://status.example.com', false, NOWHERE)).toEqual({
    kind: 'needs_access',
    host: 'status.example.com',
  });
  expect(await search('https://status.example.com', true, NOWHERE)).toEqual({
    kind: 'not_found',
    reason: 'unreachable',
  });
});

it('searchOwnPage recognizes nothing on a host that returns HTML for every path', async () => {
  const outcome = await search('https://www.example.com', true, () => ({ body: '<!doctype html><title>Shop</title>' }));
  expect(outcome).toEqual({ kind: 'not_found', reason: 'not_recognized' });
});

const ABSENT: ReadFailure = { kind: 'http_error', status: 404 };
const FLASHDUTY = `/api/status-page/${flashduty.PAGE_ID}/summary/active`;

it.each<[string, string, string, object]>([
  [
    '/',
    '/index.json',
    betterstack.index([betterstack.resource('chat', 'operational')]),
    { platform: 'betterstack', pageId: betterstack.PAGE_ID, name: 'Example' },
  ],
  [
    '/',
    '/config.json',
    datadog.config([datadog.part('chat', 'operational')], [], { name: 'Example' }),
    { platform: 'datadog', pageId: datadog.PAGE_ID, name: 'Example' },
  ],
  [
    FLASHDUTY,
    FLASHDUTY,
    flashduty.active([flashduty.component('chat')]),
    { platform: 'flashduty', pageId: flashduty.PAGE_ID, name: 'Example' },
  ],
])('searchOwnPage finds at %s the page of %s', async (typed, path, body, page) => {
  const outcome = await search(`https://p.example.com${typed}`, true, (asked) => (asked === path ? { body } : ABSENT));
  expect(outcome).toMatchObject({ kind: 'found', page: { ...page, address: 'https://p.example.com' } });
  if (outcome.kind === 'found') expect(outcome.page.components.map(({ id }) => id)).toEqual(['chat']);
});

it('searchOwnPage finds a Flashduty page with a domain of its own on the host of all customers', async () => {
  const document = JSON.parse(flashduty.active([flashduty.component('chat')]));
  document.data.page.custom_domain = 'status.example.com';
  const body = JSON.stringify(document);
  const outcome = await search(`https://statuspage.flashduty.com${FLASHDUTY}`, true, () => ({ body }));
  expect(outcome).toMatchObject({ kind: 'found', page: { pageId: flashduty.PAGE_ID } });
});

it('searchOwnPage requests access for a Flashduty page that needs it', async () => {
  const outcome = await search(`https://p.example.com${FLASHDUTY}`, false, NOWHERE);
  expect(outcome).toEqual({ kind: 'needs_access', host: 'p.example.com' });
});

it('searchOwnPage rejects a Flashduty page with another id than its address', async () => {
  const body = flashduty.active([flashduty.component('chat')], [], 6400000000002);
  const outcome = await search(`https://p.example.com${FLASHDUTY}`, true, () => ({ body }));
  expect(outcome).toEqual({ kind: 'not_found', reason: 'wrong_page' });
});

it('searchOwnPage rejects Google’s page, which lists incidents only', async () => {
  const incident = { id: 'x', begin: '2026-05-20T10:00:00Z', affected_products: [{ id: 'p', title: 'Product' }] };
  const outcome = await search('https://status.cloud.google.com', true, (path) =>
    path === '/incidents.json' ? { body: JSON.stringify([incident]) } : ABSENT,
  );
  expect(outcome).toEqual({ kind: 'not_watchable', platform: 'google' });
});

it('searchOwnPage reports a page whose only component cannot be read', async () => {
  const outcome = await search('https://p.example.com', true, (path) =>
    path === '/config.json' ? { body: datadog.config([7]) } : ABSENT,
  );
  expect(outcome).toEqual({ kind: 'lists_nothing' });
});

it('searchOwnPage offers no component that cannot be read: once it can be, it has another id', async () => {
  const outcome = await search('https://p.example.com', true, (path) =>
    path === '/config.json' ? { body: datadog.config([datadog.part('chat', 'operational'), 7]) } : ABSENT,
  );
  expect(outcome.kind === 'found' && outcome.page.components.map(({ id }) => id)).toEqual(['chat']);
});

it('searchOwnPage rejects a feed that never reports operational', async () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://n.example.com</link>
    <item><title>Slow</title><guid>1</guid><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><description>Resolved</description></item>
    </channel></rss>`;
  const outcome = await search('https://n.example.com', true, (path) =>
    path === '/feed.rss' ? { body: feed } : { kind: 'http_error', status: 404 },
  );
  expect(outcome).toEqual({ kind: 'not_watchable', platform: 'feed' });
});

it('searchOwnPage reports a page without components', async () => {
  const body = JSON.stringify({
    page: { id: 'abcdefabcdef', name: 'Bare', url: 'https://bare.example.com', updated_at: '2026-11-20T10:00:00.000Z' },
    components: [],
    incidents: [],
    scheduled_maintenances: [],
    status: { indicator: 'none', description: 'All Systems Operational' },
  });
  const outcome = await search('https://bare.example.com', true, (path) =>
    path === '/api/v2/summary.json' ? { body } : { kind: 'http_error', status: 404 },
  );
  expect(outcome).toEqual({ kind: 'lists_nothing' });
});
