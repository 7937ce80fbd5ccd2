import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { BAD_ADDRESSES } from '@/tests/fixtures/addresses';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { MAX_OWN_CHATS, type OwnChat } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { MAX_OWN_PAGES, OWN_PAGE_PLATFORMS, type OwnPage } from '@/utils/model/status-page';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { readPreset } = await import('@/utils/browser/policy');
const { readSettings } = await import('@/utils/browser/options-schema');
const { readOptions } = await import('@/utils/browser/storage');
const { takeSynced } = await import('@/utils/browser/synced-options');
const { changeOptions } = await import('@/utils/ui/options-access');

const FAR = 9e12;
let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
});

type Field = keyof Options;
/** Each entrance sets one field and returns the stored value, or null if it rejected the field. */
const ENTRANCES: Record<string, (field: Field, value: unknown) => Promise<unknown>> = {
  'settings file': async (field, value) => {
    const text = JSON.stringify({
      understudy: 'settings',
      ...serialize(OPTIONS_SHAPE, { ...DEFAULT_OPTIONS, [field]: value }),
    });
    const read = readSettings(text);
    return read.kind === 'good' ? read.options[field] : null;
  },
  policy: async (field, value) => {
    storage.policy = { [field]: value };
    const { damaged } = await readPreset();
    return (damaged as Field[]).includes(field) ? null : (await readOptions())[field];
  },
  sync: async (field, value) => {
    storage.stored.local.sync = { isOn: true, chosenAt: {} };
    storage.stored.sync[field] = { at: FAR, value };
    await takeSynced();
    return 'options' in storage.stored.local ? (await readOptions())[field] : null;
  },
  form: async (field, value) => {
    await changeOptions((options) => ({ ...options, [field]: value }));
    const after = (await readOptions())[field];
    return JSON.stringify(after) === JSON.stringify(DEFAULT_OPTIONS[field]) ? null : after;
  },
};

const chat = (over: Partial<OwnChat> = {}): OwnChat => ({
  id: '1',
  name: 'Chat',
  url: 'https://chat.example/',
  ...over,
});
const page = (over: Partial<OwnPage> = {}): OwnPage => ({
  id: 'page:1',
  name: 'Page',
  platform: 'statuspage',
  address: 'https://status.example.org',
  pageId: null,
  isCorsOpen: true,
  core: [{ id: 'c1', name: 'Chat' }],
  features: [],
  chatUrl: null,
  ...over,
});
const chats = (count: number) =>
  Array.from({ length: count }, (_, index) => chat({ id: String(index), url: `https://c${index}.example/` }));
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => page({ id: `page:${index}`, address: `https://s${index}.example` }));

const NORMALIZED: [string, Field, unknown, unknown][] = [
  ['an assistant that is watched twice', 'watched', ['claude', 'claude', 'poe'], ['claude', 'poe']],
  ['a fallback that is listed twice', 'planB', ['local:ollama', 'poe', 'local:ollama'], ['local:ollama', 'poe']],
  ['a component that is selected twice', 'parts', { claude: ['a', 'b', 'a'] }, { claude: ['a', 'b'] }],
  ['a local model that is listed twice', 'localModels', ['ollama', 'ollama'], ['ollama']],
  ['two chats with one id', 'ownChats', [chat(), chat({ url: 'https://other.example/' })], [chat()]],
  ['two chats at one origin', 'ownChats', [chat(), chat({ id: '2', url: 'https://chat.example/b' })], [chat()]],
  ['a chat without a name', 'ownChats', [chat({ name: ' ' })], [chat({ name: 'chat.example' })]],
  ['a long name', 'ownChats', [chat({ name: `${'x'.repeat(39)}🍕` })], [chat({ name: 'x'.repeat(39) })]],
  ['an address in capitals', 'ownChats', [chat({ url: 'HTTPS://Chat.Example' })], [chat()]],
  ['two pages with one id', 'ownPages', [page(), page({ address: 'https://other.example' })], [page()]],
  [
    'two pages at one address',
    'ownPages',
    [page(), page({ id: 'page:2', address: 'https://status.example.org/' })],
    [page()],
  ],
  ['a page address with a slash at its end', 'ownPages', [page({ address: 'https://status.example.org/' })], [page()]],
  [
    'a page in an international domain',
    'ownPages',
    [page({ address: 'https://bücher.example' })],
    [page({ address: 'https://xn--bcher-kva.example' })],
  ],
  ...OWN_PAGE_PLATFORMS.map((platform): [string, Field, unknown, unknown] => [
    `a page of ${platform}`,
    'ownPages',
    [page({ platform, pageId: '4711' })],
    [page({ platform, pageId: '4711' })],
  ]),
  [
    'two pages of Flashduty on one host',
    'ownPages',
    [page({ platform: 'flashduty', pageId: '1' }), page({ id: 'page:2', platform: 'flashduty', pageId: '2' })],
    [page({ platform: 'flashduty', pageId: '1' }), page({ id: 'page:2', platform: 'flashduty', pageId: '2' })],
  ],
  ['a core component that is a feature too', 'ownPages', [page({ features: [{ id: 'c1', name: 'Chat' }] })], [page()]],
  ['the maximum number of chats', 'ownChats', chats(MAX_OWN_CHATS), chats(MAX_OWN_CHATS)],
  ['the maximum number of pages', 'ownPages', pages(MAX_OWN_PAGES), pages(MAX_OWN_PAGES)],
  ['a week ahead', 'maintenanceNoticeHours', 168, 168],
];

const REFUSED: [string, Field, unknown][] = [
  ['more than the maximum number of chats', 'ownChats', chats(MAX_OWN_CHATS + 1)],
  ['more than the maximum number of pages', 'ownPages', pages(100)],
  ['an endless list', 'watched', Array.from({ length: 1000 }, (_, index) => `page:${index}`)],
  ['hours before zero', 'maintenanceNoticeHours', -5],
  ['no hours', 'maintenanceNoticeHours', 0],
  ['half an hour', 'maintenanceNoticeHours', 0.5],
  ['a year', 'maintenanceNoticeHours', 8760],
  ['a negative minute', 'quietHours', { isOn: true, from: -1, until: 0 }],
  ['half a minute', 'quietHours', { isOn: true, from: 0.5, until: 0 }],
  ['a chat id above the safe integers', 'ownChats', [chat({ id: '9'.repeat(30) })]],
  ...(['feed', 'google', 'xai', 'rootly', ''] as const).map((platform): [string, Field, unknown] => [
    `a page of the platform "${platform}"`,
    'ownPages',
    [{ ...page(), platform }],
  ]),
  ['a Flashduty page without an id', 'ownPages', [page({ platform: 'flashduty' })]],
  ['a Flashduty page with a path as id', 'ownPages', [page({ platform: 'flashduty', pageId: '1/../2' })]],
  ['a page without core components', 'ownPages', [page({ core: [] })]],
  ['a page id above the safe integers', 'ownPages', [page({ id: `page:${'9'.repeat(30)}` })]],
  ['a page address with a query', 'ownPages', [page({ address: 'https://status.example.org?a' })]],
  ['a page address with a port', 'ownPages', [page({ address: 'https://status.example.org:8443' })]],
  ['a chat address with a port beside a page', 'ownPages', [page({ chatUrl: 'https://chat.example:8443/' })]],
];

describe.each(Object.entries(ENTRANCES))('options from: %s', (_, enter) => {
  it.each(NORMALIZED)('normalizes %s', async (_, field, value, normalized) => {
    expect(await enter(field, value)).toEqual(normalized);
  });

  it.each(REFUSED)('rejects %s', async (_, field, value) => {
    expect(await enter(field, value)).toBeNull();
  });

  it.each(BAD_ADDRESSES)('rejects the address %j', async (address) => {
    expect(await enter('ownChats', [chat({ url: address })])).toBeNull();
    expect(await enter('ownPages', [page({ address })])).toBeNull();
    expect(await enter('ownPages', [page({ chatUrl: address })])).toBeNull();
  });
});

it('takeSynced ignores a choice with an invalid time', async () => {
  storage.stored.local.sync = { isOn: true, chosenAt: {} };
  storage.stored.sync.theme = { at: 1e300, value: 'dark' };
  await takeSynced();
  expect((await readOptions()).theme).toBe('system');
});
