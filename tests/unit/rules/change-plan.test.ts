import { describe, expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { MAX_OWN_CHATS } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import {
  withAssistant,
  withLocalModel,
  withMove,
  withOwnChat,
  withoutFallback,
  withSignedIn,
} from '@/utils/rules/fallbacks/plan';

const BEFORE: Options = { ...DEFAULT_OPTIONS, planB: ['gemini', 'claude'] };
const OWN = { id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' };

describe('changes of the fallback list', () => {
  it('adds and removes assistants', () => {
    expect(withAssistant(BEFORE, 'copilot').planB).toEqual(['gemini', 'claude', 'copilot']);
    expect(withoutFallback(BEFORE, 'gemini').planB).toEqual(['claude']);
  });

  it('adds a custom chat and removes it completely', () => {
    const added = withOwnChat(BEFORE, OWN.name, OWN.url, NOON);
    const id = `own:${NOON}` as const;
    expect(added).toMatchObject({ planB: ['gemini', 'claude', id], ownChats: [{ ...OWN, id: String(NOON) }] });
    expect(withOwnChat(added, 'Second', 'https://chat.example.org/', NOON).planB.at(-1)).toBe(`own:${NOON + 1}`);
    expect(withoutFallback(added, id)).toEqual(BEFORE);
  });

  it('adds a local model once and stops asking it after it is removed', () => {
    const added = withLocalModel(BEFORE, 'ollama');
    expect(added).toMatchObject({ planB: ['gemini', 'claude', 'local:ollama'], localModels: ['ollama'] });
    expect(withLocalModel(added, 'ollama')).toEqual(added);
    expect(withoutFallback(added, 'local:ollama')).toEqual(BEFORE);
  });

  it('keeps entries missing from the stored order when an entry is moved', () => {
    const damaged = { ...BEFORE, ownChats: [OWN] };
    expect(withMove(damaged, 'own:1', -1).planB).toEqual(['gemini', 'own:1', 'claude']);
  });
});

it('withSignedIn adds an assistant once and removes it', () => {
  const signedIn = withSignedIn(BEFORE, 'gemini', true);
  expect(withSignedIn(signedIn, 'gemini', true).signedIn).toEqual(['gemini']);
  expect(withSignedIn(signedIn, 'gemini', false).signedIn).toEqual([]);
});

it('withOwnChat assigns a free id that the schema accepts, also beside an id from an imported file', () => {
  const full = { ...DEFAULT_OPTIONS, ownChats: [{ id: '9'.repeat(15), name: 'a', url: 'https://a.example/' }] };
  expect(withOwnChat(full, 'b', 'https://b.example/', NOON).ownChats[1]?.id).toBe('1');
});

it('withOwnChat stops adding chats at the maximum', () => {
  const add = (options: Options, index: number) => withOwnChat(options, 'x', `https://c${index}.example/`, NOON);
  const many = Array.from({ length: MAX_OWN_CHATS + 5 }, (_, index) => index).reduce(add, DEFAULT_OPTIONS);
  expect(many.ownChats).toHaveLength(MAX_OWN_CHATS);
});
