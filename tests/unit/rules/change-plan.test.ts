import { describe, expect, it } from 'vitest';
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

describe('a plan', () => {
  it('takes in and leaves out assistants', () => {
    expect(withAssistant(BEFORE, 'copilot').planB).toEqual(['gemini', 'claude', 'copilot']);
    expect(withoutFallback(BEFORE, 'gemini').planB).toEqual(['claude']);
  });

  it('takes in a chat of one’s own, and forgets it altogether', () => {
    const added = withOwnChat(BEFORE, OWN.name, OWN.url);
    expect(added).toMatchObject({ planB: ['gemini', 'claude', 'own:1'], ownChats: [OWN] });
    expect(withOwnChat(added, 'Second', 'https://chat.example.org/').planB.at(-1)).toBe('own:2');
    expect(withoutFallback(added, 'own:1')).toEqual(BEFORE);
  });

  it('takes in a programme on this machine, and asks it no more once it is left out', () => {
    const added = withLocalModel(BEFORE, 'ollama');
    expect(added).toMatchObject({ planB: ['gemini', 'claude', 'local:ollama'], localModels: ['ollama'] });
    expect(withLocalModel(added, 'ollama')).toEqual(added);
    expect(withoutFallback(added, 'local:ollama')).toEqual(BEFORE);
  });

  it('keeps what its order did not name when something is moved', () => {
    const damaged = { ...BEFORE, ownChats: [OWN] };
    expect(withMove(damaged, 'own:1', -1).planB).toEqual(['gemini', 'own:1', 'claude']);
  });
});

it('where one is signed in is said and taken back', () => {
  const said = withSignedIn(BEFORE, 'gemini', true);
  expect(withSignedIn(said, 'gemini', true).signedIn).toEqual(['gemini']);
  expect(withSignedIn(said, 'gemini', false).signedIn).toEqual([]);
});

it('gives a chat an id that no other has and that the schema takes, also beside one from a file', () => {
  const full = { ...DEFAULT_OPTIONS, ownChats: [{ id: '9'.repeat(15), name: 'a', url: 'https://a.example/' }] };
  expect(withOwnChat(full, 'b', 'https://b.example/').ownChats[1]?.id).toBe('1');
});

it('does not add more chats than every entrance takes', () => {
  const add = (options: Options, index: number) => withOwnChat(options, 'x', `https://c${index}.example/`);
  const many = Array.from({ length: MAX_OWN_CHATS + 5 }, (_, index) => index).reduce(add, DEFAULT_OPTIONS);
  expect(many.ownChats).toHaveLength(MAX_OWN_CHATS);
});
