import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, MissingAnswer } from '@/tests/commands/new-assistant/ask';
import type { AssistantFacts } from '@/tests/commands/new-assistant/assistant-facts';
import { withChoice, withId, withLine, withRows } from '@/tests/commands/new-assistant/edit-lists';
import { findFacts, freeColour } from '@/tests/commands/new-assistant/find-facts';
import { entryFile, testFile } from '@/tests/commands/new-assistant/write-entry';
import { fetchFrom } from '@/tests/commands/read/fetch-place';
import { readText } from '@/tests/contract/source-files';
import { strangerPage } from '@/tests/world/pages/stranger-page';
import { healthy } from '@/tests/world/scenarios/healthy';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';

let world: World;
beforeAll(async () => {
  world = await startWorld({ scenario: healthy });
});
afterAll(() => world.close());

const SOMEBODY = { name: 'Somebody', maker: 'Some Labs', chat: 'https://chat.somebody.example/new' };
const PAGE = `https://${strangerPage.host}`;
const [chat, api] = strangerPage.components.map(({ id, name }) => ({ id, name }));

/** Nobody sits at this terminal: what no flag says is left to its fallback, or missing. */
const find = (flags: Record<string, string>): Promise<AssistantFacts> =>
  findFacts(fetchFrom(world.port), askerOf(new Map(Object.entries(flags))), () => undefined, '2026-11-22');

describe('what is found out', () => {
  it('is the dialect, the identity and the parts of the page; which of them is the chat is said by a person', async () => {
    const facts = await find({ ...SOMEBODY, page: PAGE, core: 'Lumen Chat', features: '2' });
    expect(facts).toMatchObject({
      id: 'somebody',
      verifiedOn: '2026-11-22',
      page: {
        kind: 'read',
        platform: 'statuspage',
        origin: PAGE,
        pageId: strangerPage.id,
        core: [chat],
        features: [api],
      },
    });
  });

  it.each([
    ['nobody says which part is the chat', { page: PAGE }, { kind: 'link', reason: 'part_not_known' }],
    ['the page has no form that we know', { page: 'https://nowhere.example' }, { kind: 'link', reason: 'closed_page' }],
    ['there is no page', {}, { kind: 'none' }],
  ])('leaves the assistant unknown where %s', async (_, flags, page) => {
    expect((await find({ ...SOMEBODY, ...flags })).page).toMatchObject(page);
  });

  it.each([
    ['a part that the page does not list', { ...SOMEBODY, page: PAGE, core: 'Lumen Chatt' }],
    ['somebody who is there already', { ...SOMEBODY, name: 'Claude' }],
    ['an id that is none', { ...SOMEBODY, id: '9Lives' }],
    ['a chat without https', { ...SOMEBODY, chat: 'http://chat.somebody.example' }],
  ])('refuses %s', async (_, flags) => {
    await expect(find(flags)).rejects.toThrow();
  });

  it('misses what nobody said', async () => {
    await expect(find({ name: 'Somebody' })).rejects.toBeInstanceOf(MissingAnswer);
  });

  it('is a mark of its own', () => {
    expect(freeColour('Zeta')).toBe('clay');
    expect(freeColour('Claude')).not.toBe('clay');
  });
});

const facts: AssistantFacts = {
  id: 'some_body',
  name: 'Some "Body"',
  maker: "Some d'Or",
  colour: 'teal',
  verifiedOn: '2026-11-22',
  chat: new URL('https://chat.somebody.example/new'),
  page: {
    kind: 'read',
    platform: 'statuspage',
    origin: 'https://status.somebody.example',
    pageId: 'v8k2mz5r1xqw',
    core: [{ id: '0abc', name: 'Chat' }],
    features: [{ id: 'c7m4', name: 'API' }],
  },
};

describe('what is written', () => {
  it('is a file like its neighbours', () => {
    expect(entryFile(facts)).toContain("maker: 'Some d\\'Or'");
    expect(entryFile(facts)).toContain("core: { '0abc': 'Chat' },\n      features: { c7m4: 'API' },");
    expect(entryFile(facts)).toContain("chatSites: [chatSite('chat.somebody.example', '/new')],");
    const unread = entryFile({ ...facts, page: { kind: 'link', address: PAGE, reason: 'part_not_known' } });
    expect(unread).toContain("unreadReason: 'part_not_known'");
    expect(unread).not.toContain('statusPage(');
    expect(entryFile({ ...facts, page: { kind: 'none' } })).not.toMatch(/status(Page|Link)/);
  });

  it('is a test where there is something to be judged by', () => {
    expect(testFile(facts)).toContain("from '@/utils/assistants/some-body'");
    expect(testFile({ ...facts, page: { kind: 'none' } })).toBeNull();
  });

  it('has its id, its line and its import where they belong', () => {
    expect(withId(readText('utils/model/assistant.ts'), facts)).toMatch(
      /'some_body',\n\] as const;\nexport type Registered/,
    );
    const list = withLine(readText('utils/assistants/assistants.ts'), facts);
    expect(list).toMatch(/ {2}someBody,\n\];\n$/);
    const names = [...list.matchAll(/from '\.\/(.+)'/g)].map(([, name]) => name);
    expect(names).toContain('some-body');
    expect(names).toEqual(names.toSorted());
    const last = withLine(readText('utils/assistants/assistants.ts'), { ...facts, id: 'zzz' });
    expect(last).toMatch(/\nimport \{ zzz \} from '\.\/zzz';\n\n\/\*\*/);
  });

  it('has its id among those that an organisation may preset', () => {
    const [before, after] = [readText('public/managed-schema.json'), '|some_body|page:[0-9]+)$"'];
    expect(before).not.toContain(after);
    expect(withChoice(before, facts)).toContain(after);
    expect(JSON.parse(withChoice(before, facts))).toMatchObject({ type: 'object' });
  });

  it('has its row and its hosts in the README', () => {
    const before = readText('README.md');
    const added = withRows(before, facts).split('\n');
    const isNew = (line: string) => !before.split('\n').includes(line);
    expect(added.filter(isNew)).toEqual([
      '| Some "Body" | chat.somebody.example | status.somebody.example | Statuspage | 2026-11-22 |',
      expect.stringContaining('`https://claude.ai/*` `https://chat.somebody.example/*`'),
      expect.stringContaining('`https://status.claude.com/*` `https://status.somebody.example/*`'),
    ]);
  });

  it('is nothing where what it is added to is gone', () => {
    expect(() => withId('nothing', facts)).toThrow();
  });
});
