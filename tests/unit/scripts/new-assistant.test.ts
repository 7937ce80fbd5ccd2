import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, MissingAnswer } from '@/scripts/new-assistant/ask';
import type { AssistantFacts } from '@/scripts/new-assistant/assistant-facts';
import { findFacts, freeColour } from '@/scripts/new-assistant/find-facts';
import { livePage, standIn } from '@/scripts/new-assistant/sources';
import type { Loopback } from '@/tests/loopback/loopback';
import { unregisteredPage } from '@/tests/loopback/pages/unregistered-page';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy });
});
afterAll(() => loopback.close());

const SOMEBODY = { name: 'Somebody', maker: 'Some Labs', chat: 'https://chat.somebody.example/new' };
const PAGE = `https://${unregisteredPage.host}`;
const [chat, api] = unregisteredPage.components.map(({ id, name }) => ({ id, name }));

/** Nobody sits at this terminal: what no flag says is left to its fallback, or missing. */
const find = (flags: Record<string, string>, source = standIn(loopback.port)): Promise<AssistantFacts> =>
  findFacts(source, askerOf(new Map(Object.entries(flags))), () => undefined, '2026-11-22');

describe('what is found out', () => {
  it('is the dialect, the identity and the parts of the page; which of them is the chat is said by a person', async () => {
    const facts = await find({ ...SOMEBODY, page: PAGE, core: 'Lumen Chat', features: '2' });
    expect(facts).toMatchObject({
      id: 'somebody',
      verifiedOn: '2026-11-22',
      source: 'stand_in',
      page: {
        kind: 'read',
        platform: 'statuspage',
        origin: PAGE,
        pageId: unregisteredPage.id,
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

  it('says of somebody who is there already how they are taken out again', async () => {
    const said = find({ ...SOMEBODY, name: 'Duck.ai', id: 'another' });
    for (const file of [
      'utils/assistants/duck-ai.ts',
      'tests/unit/assistants/duck-ai.test.ts',
      'managed-schema.json',
    ]) {
      await expect(said).rejects.toThrow(file);
    }
  });

  it('misses what nobody said', async () => {
    await expect(find({ name: 'Somebody' })).rejects.toBeInstanceOf(MissingAnswer);
  });

  it('is a mark of its own', () => {
    expect(freeColour('Zeta')).toBe('clay');
    expect(freeColour('Claude')).not.toBe('clay');
  });
});

describe('parts that were named', () => {
  it.each([
    ['there is no page', { page: '', core: '1' }, '--core cannot be used'],
    [
      'the page has no form that we know',
      { page: 'https://nowhere.example', core: '1', features: '2' },
      '--core and --features',
    ],
    ['nobody said which is the chat', { features: '2' }, '--features cannot be used'],
  ])('are not dropped without a word where %s', async (_, flags, said) => {
    await expect(find({ ...SOMEBODY, page: PAGE, ...flags })).rejects.toThrow(said);
  });
});

it('a name for examples is nobody’s on the internet', async () => {
  await expect(find(SOMEBODY, livePage)).rejects.toThrow('chat.somebody.example is a name for examples');
});
