import { describe, expect, it } from 'vitest';
import { takeOnly } from '@/components/assistant-list';
import { english } from '@/tests/fakes/english';
import { LIBRARY_PAGE } from '@/tests/gallery/states/own-pages';
import { BUILT_IN, registryOf } from '@/utils/assistants/lookups';
import { ASSISTANT_IDS, watchKindOf } from '@/utils/model/assistant';
import { groupedAssistants, matchingAssistants } from '@/utils/ui/page-registry';
import { watchWords } from '@/utils/ui/text';

const { all } = BUILT_IN;
const found = (typed: string) => matchingAssistants(all, typed).map(({ id }) => id);

describe('the search', () => {
  it('finds assistants by name, provider or host, whatever the case', () => {
    expect(found('  gemINI ')).toEqual(['gemini']);
    expect(found('anthropic')).toEqual(['claude']);
    expect(found('claude')).toEqual(['claude']);
    expect(found('githubstatus')).toEqual(['copilot']);
    expect(found('status.replit')).toEqual(['replit']);
    expect(found('nothing like it')).toEqual([]);
  });

  it('finds all assistants when nothing was typed', () => {
    expect(found('')).toEqual([...ASSISTANT_IDS]);
    expect(found('   ')).toEqual([...ASSISTANT_IDS]);
  });
});

describe('Enter in the field', () => {
  /** The controls of the matches, and how often each is pressed. */
  const pressesOf = (...areChecked: boolean[]) => {
    const presses = areChecked.map(() => 0);
    takeOnly(
      areChecked.map((isChecked, index) => ({
        matches: (selector: string) => selector === ':checked' && isChecked,
        click: () => {
          presses[index] = (presses[index] ?? 0) + 1;
        },
      })),
    );
    return presses;
  };

  it('takes the only match', () => {
    expect(pressesOf(false)).toEqual([1]);
    expect(pressesOf()).toEqual([]);
    expect(pressesOf(false, false)).toEqual([0, 0]);
  });

  it('does not take back one that is watched already', () => {
    expect(pressesOf(true)).toEqual([0]);
  });
});

describe('the groups of the list', () => {
  it('contain each assistant once: the featured ones first, all others by name', () => {
    const { mostUsed, others } = groupedAssistants(all, '');
    expect(mostUsed.map(({ id }) => id).slice(0, 3)).toEqual(['claude', 'chatgpt', 'gemini']);
    expect(mostUsed).toHaveLength(8);
    expect([...mostUsed, ...others].map(({ id }) => id).sort()).toEqual([...ASSISTANT_IDS].sort());
    const names = others.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  it('are empty where nothing in them matches', () => {
    const { mostUsed, others } = groupedAssistants(all, 'cognition');
    expect(mostUsed).toEqual([]);
    expect(others.map(({ id }) => id)).toEqual(['devin', 'windsurf']);
  });
});

describe('an entry of the list', () => {
  it('says how well the assistant can be watched', () => {
    for (const assistant of all) {
      expect(watchWords(assistant, english)).toBe(english(`watched_by_${watchKindOf(assistant)}`));
    }
  });

  it('of a custom page says its host', () => {
    const custom = registryOf({ ownPages: [LIBRARY_PAGE] }).get(LIBRARY_PAGE.id);
    expect(watchWords(custom, english)).toBe(new URL(LIBRARY_PAGE.address).host);
  });
});
