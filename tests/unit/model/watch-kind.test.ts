import { expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { type RegisteredId, WATCH_KINDS, watchKindOf } from '@/utils/model/assistant';

it.each<[RegisteredId, ReturnType<typeof watchKindOf>]>([
  ['claude', 'chat'],
  ['jetbrains_ai', 'chat'],
  ['lovable', 'whole_page'],
  ['zed', 'whole_page'],
  ['mistral', 'link'],
  ['proton_lumo', 'link'],
  ['duck_ai', 'none'],
])('%s is watched by: %s', (id, kind) => {
  expect(watchKindOf(BUILT_IN.get(id))).toBe(kind);
});

it('the page as it is today decides how an assistant is watched, not a former one', () => {
  const claude = BUILT_IN.get('claude');
  const [page] = claude.statusPages;
  if (page === undefined) throw new Error('Claude has a page.');
  const unknown = { ...page, core: [], address: 'https://status.example.com' };
  expect(watchKindOf({ ...claude, statusPages: [unknown, page] })).toBe('whole_page');
  expect(watchKindOf({ ...claude, statusPages: [page, unknown] })).toBe('chat');
});

it('every assistant of the registry is watched in one of the known ways', () => {
  const kinds = new Set(BUILT_IN.all.map(watchKindOf));
  expect([...kinds].sort()).toEqual([...WATCH_KINDS].sort());
});
