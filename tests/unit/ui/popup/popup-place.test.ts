import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { CheckChoice } from '@/components/check/check-page';
import { markupOf } from '@/tests/fakes/rendered';
import { NOON } from '@/tests/fakes/samples';
import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { assistantToCheck, checkHash, LIST_HASH, linksBack, placeOf } from '@/utils/ui/popup/state';

describe('placeOf', () => {
  it.each(ASSISTANT_IDS)('opens the check of %s', (id) => {
    expect(placeOf(checkHash(id))).toEqual({ at: 'check', assistantId: id });
  });

  it.each(['', '#', LIST_HASH, '#checks=claude', '#Check', 'check'])('opens the list for "%s"', (hash) => {
    expect(placeOf(hash)).toEqual({ at: 'list' });
  });

  it.each([checkHash(null), '#check=', '#check=nobody', '#check=__proto__'])(
    'asks for an assistant for "%s"',
    (hash) => {
      expect(placeOf(hash)).toEqual({ at: 'check', assistantId: null });
    },
  );
});

describe('linksBack', () => {
  const footer = '.foot a[href^="#check"]';

  it('finds the link that led away, else the one in the footer', () => {
    expect(linksBack(checkHash('claude'), LIST_HASH)).toEqual(['a[href="#check=claude"]', footer]);
  });

  it('takes no link in an open row for the one in the footer that leads to the choice', () => {
    expect(linksBack(checkHash(null), LIST_HASH)).toEqual(['a[href="#check"]', footer]);
  });

  it('finds none while the user does not go back to the list', () => {
    expect(linksBack('', LIST_HASH)).toEqual([]);
    expect(linksBack(checkHash(null), checkHash('claude'))).toEqual([]);
  });
});

it('assistantToCheck is the chat in the active tab, else the only watched assistant, else null', () => {
  const toCheck = (watched: AssistantId[], front: AssistantId | null) =>
    assistantToCheck({ ...DEFAULT_OPTIONS, watched }, front);
  expect(toCheck(['claude', 'chatgpt'], 'gemini')).toBe('gemini');
  expect(toCheck(['chatgpt'], null)).toBe('chatgpt');
  expect(toCheck(['claude', 'chatgpt'], null)).toBeNull();
  expect(toCheck([], null)).toBeNull();
});

it('CheckChoice asks about all assistants, watched ones first', () => {
  const links = markupOf(createElement(CheckChoice, { watched: ['copilot'] }), NOON).match(/(?<=href="#check=)\w+/g);
  expect(links?.slice(0, 4)).toEqual(['copilot', 'claude', 'chatgpt', 'gemini']);
  expect(links).toHaveLength(ASSISTANT_IDS.length);
});
