import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { LOCAL_MODEL_IDS } from '@/utils/model/fallback';
import { NOTIFY_LEVELS } from '@/utils/model/notification';
import { DEFAULT_OPTIONS, LANGUAGE_CODES, NO_PRESET, type Options, SHARED_PARTS, THEMES } from '@/utils/model/options';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { LAST_POLICY, readPreset } = await import('@/utils/browser/policy');
const { readOptions } = await import('@/utils/browser/storage');
const { changeOptions } = await import('@/utils/ui/options-access');

const CHOSEN: Options = {
  ...DEFAULT_OPTIONS,
  watched: ['gemini'],
  theme: 'dark',
  keepsDrafts: true,
  carriesConversation: true,
  opinionSources: ['openrouter'],
};
/** Every option that can be preset, in the shape that docs/managed.md shows. */
const EVERYTHING = {
  watched: ['claude', 'copilot'],
  planB: ['own:1', 'gemini', 'local:ollama'],
  parts: { claude: ['k8w3r06qmzrp'] },
  models: { claude: ['Opus'] },
  ownChats: [{ id: '1', name: 'Chat of the company', url: 'https://chat.example.com/' }],
  ownPages: [
    {
      id: 'page:1',
      name: 'Assistant of the company',
      platform: 'statuspage',
      address: 'https://status.example.com',
      pageId: 'abcdefabcdef',
      isCorsOpen: true,
      core: [{ id: 'c1', name: 'Assistant' }],
      features: [],
      chatUrl: 'https://chat.example.com/',
    },
  ],
  localModels: ['ollama'],
  maintenanceNoticeHours: 4,
  keepsDrafts: false,
  loudness: { claude: { started: true, recovered: true, updates: false, maintenance: false, from: 'major_outage' } },
  quietHours: { isOn: true, from: 1320, until: 420 },
  theme: 'light',
  language: 'de',
  showsBadge: false,
};

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  storage.stored.local.options = serialize(OPTIONS_SHAPE, CHOSEN);
  browser.storage = storage;
});

describe('policy', () => {
  it('may omit the chat of a custom page because Chromium policies have no null', async () => {
    storage.policy = { ownPages: EVERYTHING.ownPages.map(({ chatUrl: _, ...page }) => page) };
    expect((await readPreset()).damaged).toEqual([]);
    expect((await readOptions()).ownPages).toMatchObject([{ id: 'page:1', chatUrl: null }]);
  });

  it('is empty without a policy and without managed storage', async () => {
    expect([await readOptions(), await readPreset()]).toEqual([CHOSEN, NO_PRESET]);
    storage.policy = {};
    expect([await readOptions(), await readPreset()]).toEqual([CHOSEN, NO_PRESET]);
    browser.storage = { local: storage.local };
    expect([await readOptions(), await readPreset()]).toEqual([CHOSEN, NO_PRESET]);
  });

  it('overrides the user’s options field by field', async () => {
    storage.policy = { ...EVERYTHING, carriesConversation: false, opinionSources: ['aiwatch'] };
    const local = { signedIn: [], carriesConversation: true, opinionSources: ['openrouter'] };
    expect(await readOptions()).toEqual({ ...EVERYTHING, ...local });
    expect(await readPreset()).toEqual({ parts: [...SHARED_PARTS], damaged: [] });
    storage.policy = { theme: 'light' };
    expect(await readOptions()).toEqual({ ...CHOSEN, theme: 'light' });
  });

  it.each([
    ['theme', 'pink'],
    ['watched', ['eliza']],
    ['watched', 'claude'],
    ['ownChats', [{ id: '1', name: 'x', url: 'http://chat.example.com/' }]],
    ['ownPages', [{ ...EVERYTHING.ownPages[0], address: 'http://status.example.com' }]],
    ['loudness', { claude: EVERYTHING.loudness.claude, chatgpt: { started: true } }],
    ['loudness', { gpt: EVERYTHING.loudness.claude }],
    ['parts', { claude: ['k8w3r06qmzrp'], Claude: ['k8w3r06qmzrp'] }],
    ['quietHours', { isOn: true, from: 1320, until: 1440 }],
  ] as const)('is ignored for an invalid %s and applies to the others', async (part, value) => {
    storage.policy = { keepsDrafts: false, [part]: value };
    expect(await readOptions()).toEqual({ ...CHOSEN, keepsDrafts: false });
    expect(await readPreset()).toEqual({ parts: ['keepsDrafts'], damaged: [part] });
  });

  it('cannot set signedIn or unknown fields', async () => {
    storage.policy = { signedIn: ['claude'], tomorrow: true };
    expect([await readOptions(), await readPreset()]).toEqual([CHOSEN, NO_PRESET]);
  });

  it('does not change the stored options of the user', async () => {
    storage.policy = { watched: ['claude'], theme: 'light' };
    await changeOptions((options) => ({ ...options, watched: ['poe'], keepsDrafts: false, signedIn: ['gemini'] }));
    expect(await readOptions()).toMatchObject({ watched: ['claude'], theme: 'light', keepsDrafts: false });
    storage.policy = null;
    expect(await readOptions()).toEqual({ ...CHOSEN, keepsDrafts: false, signedIn: ['gemini'] });
  });
});

interface Schema {
  type: string;
  enum?: string[];
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
}

describe('public/managed-schema.json', () => {
  const schema: Schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
  const properties = schema.properties ?? {};

  it('lists the fields and values that the code reads', () => {
    expect(Object.keys(properties)).toEqual([...SHARED_PARTS]);
    expect(properties.watched?.items?.pattern, 'watched in public/managed-schema.json').toBe(
      `^(?:${[...ASSISTANT_IDS, 'page:[0-9]+'].join('|')})$`,
    );
    expect(properties.localModels?.items?.enum).toEqual([...LOCAL_MODEL_IDS]);
    expect(properties.theme?.enum).toEqual([...THEMES]);
    expect(properties.language?.enum).toEqual(['browser', ...LANGUAGE_CODES]);
    expect(properties.loudness?.additionalProperties?.properties?.from?.enum).toEqual([...NOTIFY_LEVELS]);
  });

  /** Whether a value matches the types and choices of the schema. */
  function fits(
    value: unknown,
    { type, enum: choices, pattern, items, properties: named, additionalProperties }: Schema,
  ): boolean {
    if (choices !== undefined && !choices.includes(value as string)) return false;
    if (pattern !== undefined && !new RegExp(pattern).test(value as string)) return false;
    if (type === 'array') return Array.isArray(value) && items !== undefined && value.every((one) => fits(one, items));
    if (type === 'integer') return Number.isInteger(value);
    if (type !== 'object') return typeof value === type;
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(value).every(([key, one]) => {
      const inner = named?.[key] ?? additionalProperties;
      return inner !== undefined && fits(one, inner);
    });
  }

  it('accepts what the parser accepts, and each of its choices', async () => {
    expect(fits(EVERYTHING, schema)).toBe(true);
    expect(fits({ theme: 'pink' }, schema)).toBe(false);
    expect(fits({ watched: ['page:1', 'poe'] }, schema)).toBe(true);
    expect(fits({ watched: ['eliza'] }, schema)).toBe(false);
    expect(fits({ signedIn: ['claude'] }, schema)).toBe(false);
    for (const [part, inner] of Object.entries(properties)) {
      for (const choice of inner.items?.enum ?? inner.enum ?? []) {
        storage.policy = { [part]: inner.type === 'array' ? [choice] : choice };
        expect((await readPreset()).parts, choice).toEqual([part]);
      }
    }
  });
});

describe('while managed storage does not answer yet', () => {
  it('keeps the policy that was read last, and stores the current one once it arrives', async () => {
    storage.policy = { theme: 'light' };
    expect((await readOptions()).theme).toBe('light');

    let answer = () => {};
    storage.untilPolicyIsReady = new Promise<void>((resolve) => {
      answer = resolve;
    });
    storage.policy = { theme: 'system' };
    expect((await readOptions()).theme).toBe('light');

    answer();
    await vi.waitFor(() => expect(storage.stored.local[LAST_POLICY]).toEqual({ theme: 'system' }));
    expect((await readOptions()).theme).toBe('system');
  });

  it('waits for the first policy ever, so that no option is used before the organization had its say', async () => {
    let answer = () => {};
    storage.untilPolicyIsReady = new Promise<void>((resolve) => {
      answer = resolve;
    });
    storage.policy = { theme: 'light' };
    const reading = readOptions();
    answer();
    expect((await reading).theme).toBe('light');
  });

  it('goes on without a policy if the first one ever does not arrive, and uses it once it does', async () => {
    vi.useFakeTimers();
    let answer = () => {};
    storage.untilPolicyIsReady = new Promise<void>((resolve) => {
      answer = resolve;
    });
    storage.policy = { theme: 'light' };
    const reading = readOptions();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toEqual(CHOSEN);
    vi.useRealTimers();
    answer();
    await vi.waitFor(() => expect(storage.stored.local[LAST_POLICY]).toEqual({ theme: 'light' }));
    expect((await readOptions()).theme).toBe('light');
  });

  it('goes by a removed policy until managed storage says that it is gone', async () => {
    storage.policy = { theme: 'light' };
    await readOptions();
    storage.policy = {};
    await readOptions();
    expect((await readOptions()).theme).toBe(CHOSEN.theme);
  });

  it('ignores a stored policy that is damaged', async () => {
    storage.stored.local[LAST_POLICY] = 'nonsense';
    storage.policy = { theme: 'light' };
    expect((await readOptions()).theme).toBe('light');
  });

  it('writes nothing while the policy stays the same, in whatever order a browser returns its fields', async () => {
    storage.policy = { theme: 'light', watched: ['claude'] };
    await readOptions();
    storage.policy = { watched: ['claude'], theme: 'light' };
    const writes = storage.localWrites;
    await readOptions();
    expect(storage.localWrites).toBe(writes);
  });
});
