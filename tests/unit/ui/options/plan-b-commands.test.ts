import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { MAX_OWN_CHATS } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { NOTHING_LOADED, type OptionsData } from '@/utils/ui/options/state';

const browser = vi.hoisted(() => ({ storage: {} as unknown, runtime: {}, permissions: {} }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { withOptionsLock, readOptions } = await import('@/utils/browser/storage');
const { grantedFallbacks, planBActions } = await import('@/utils/ui/options/plan-b');

let storage: FakeStorage;
/** What access was asked for, in order. */
let asked: string[][];
/** What the page has set, in order. */
let changes: Partial<OptionsData>[];

beforeEach(() => {
  storage = new FakeStorage();
  asked = [];
  changes = [];
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  browser.storage = storage;
  browser.permissions = {
    request: async ({ origins }: { origins: string[] }) => {
      asked.push(origins);
      return true;
    },
    // True for an empty list, as in browsers.
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => one === 'https://claude.ai/*'),
  };
});

function actions(over: Partial<Options> = {}) {
  const options = { ...DEFAULT_OPTIONS, ...over };
  storage.stored.local.options = serialize(OPTIONS_SHAPE, options);
  return planBActions({ get: () => ({ ...NOTHING_LOADED, options }), set: (change) => void changes.push(change) });
}

/** The custom chats, after every change that has begun. */
async function storedChats() {
  await withOptionsLock(async () => undefined);
  return (await readOptions()).ownChats;
}

describe('addOwnChat', () => {
  it('adds a chat at the end of Plan B, named by its host where no name is given', async () => {
    expect(actions().addOwnChat('  ', 'https://chat.example.com/team')).toBeNull();
    const ownChats = await storedChats();
    const { planB } = await readOptions();
    expect(ownChats).toMatchObject([{ name: 'chat.example.com', url: 'https://chat.example.com/team' }]);
    expect(planB.at(-1)).toBe(`own:${ownChats[0]?.id}`);
  });

  it.each([
    ['what is no address', 'Open WebUI', 'not_an_address'],
    ['an address without encryption', 'http://chat.example.com/', 'not_https'],
    ['an address with a wildcard', 'https://*.example.com/', 'has_wildcard'],
    ['an address with a password', 'https://me:secret@chat.example.com/', 'has_credentials'],
    ['the chat of an assistant', 'https://gemini.google.com/app', 'already_there'],
    ['a custom chat that is there', 'https://mine.example.com/', 'already_there'],
  ])('refuses %s and stores nothing', async (_, address, problem) => {
    const ownChats = [{ id: '1', name: 'Mine', url: 'https://mine.example.com/' }];
    expect(actions({ ownChats }).addOwnChat('Chat', address)).toBe(problem);
    expect(await storedChats()).toEqual(ownChats);
  });

  it('refuses more chats than there may be', async () => {
    const ownChats = Array.from({ length: MAX_OWN_CHATS }, (_, index) => ({
      id: String(index),
      name: `Chat ${index}`,
      url: `https://chat-${index}.example.com/`,
    }));
    expect(actions({ ownChats }).addOwnChat('Chat', 'https://chat.example.com/')).toBe('too_many');
    expect(await storedChats()).toHaveLength(MAX_OWN_CHATS);
  });
});

describe('access for Plan B', () => {
  it('is asked for within the click, for the site of the fallback alone', () => {
    actions().allowFilling('claude');
    expect(asked).toEqual([['https://claude.ai/*']]);
    actions().allowFilling('own:gone');
    expect(asked).toHaveLength(1);
  });

  it('is known for each fallback, and not for a program on this device', async () => {
    const options: Options = {
      ...DEFAULT_OPTIONS,
      planB: ['chatgpt', 'claude', 'local:ollama'],
      localModels: ['ollama'],
    };
    expect(await grantedFallbacks(options)).toEqual(['claude']);
  });

  it('to local programs is asked for within the click, and they are asked even if it is refused', async () => {
    browser.permissions = {
      request: ({ origins }: { origins: string[] }) => {
        asked.push(origins);
        return Promise.reject(new Error('No'));
      },
    };
    browser.runtime = { sendMessage: async () => ({ value: { ollama: { kind: 'not_allowed' } } }) };
    actions().findLocalModels();
    expect(asked).toEqual([['http://localhost/*']]);
    expect(changes).toEqual([{ isFindingModels: true }]);
    await vi.waitFor(() => expect(changes.at(-1)).toEqual({ isFindingModels: false }));
    expect(changes.at(-2)).toEqual({ localAnswers: { ollama: { kind: 'not_allowed' } } });
  });

  it('stops looking for local programs when the background does not answer', async () => {
    browser.runtime = { sendMessage: () => Promise.reject(new Error('Could not establish connection')) };
    actions().findLocalModels();
    await vi.waitFor(() => expect(changes).toEqual([{ isFindingModels: true }, { isFindingModels: false }]));
  });
});
