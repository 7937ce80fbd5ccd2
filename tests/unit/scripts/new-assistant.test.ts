import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, MissingAnswer } from '@/scripts/new-assistant/ask';
import type { AssistantFacts } from '@/scripts/new-assistant/assistant-facts';
import { findFacts } from '@/scripts/new-assistant/find-facts';
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

const SOMEBODY = { name: 'Somebody', provider: 'Some Labs', chat: 'https://chat.somebody.example/new' };
const PAGE = `https://${unregisteredPage.host}`;
const [chat, api] = unregisteredPage.components.map(({ id, name }) => ({ id, name }));

/** Not interactive: a missing flag uses its default or is an error. */
const find = (flags: Record<string, string>, source = standIn(loopback.port)): Promise<AssistantFacts> =>
  findFacts(source, askerOf(new Map(Object.entries(flags))), () => undefined, '2026-11-22');

describe('findFacts', () => {
  it('detects platform, identity and components; the flags choose the chat component', async () => {
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
    ['the chat component is not chosen', { page: PAGE }, { kind: 'link', reason: 'part_not_known' }],
    ['the platform is not recognized', { page: 'https://nowhere.example' }, { kind: 'link', reason: 'closed_page' }],
    ['there is no page', {}, { kind: 'none' }],
  ])('leaves the assistant unread when %s', async (_, flags, page) => {
    expect((await find({ ...SOMEBODY, ...flags })).page).toMatchObject(page);
  });

  it.each([
    ['a component that the page does not list', { ...SOMEBODY, page: PAGE, core: 'Lumen Chatt' }],
    ['an existing assistant', { ...SOMEBODY, name: 'Claude' }],
    ['an invalid id', { ...SOMEBODY, id: '9Lives' }],
    ['a chat without https', { ...SOMEBODY, chat: 'http://chat.somebody.example' }],
  ])('rejects %s', async (_, flags) => {
    await expect(find(flags)).rejects.toThrow();
  });

  it('names the files of an existing assistant', async () => {
    const result = find({ ...SOMEBODY, name: 'Duck.ai', id: 'another' });
    for (const file of [
      'utils/assistants/duck-ai.ts',
      'tests/unit/assistants/duck-ai.test.ts',
      'managed-schema.json',
    ]) {
      await expect(result).rejects.toThrow(file);
    }
  });

  it('rejects a missing answer', async () => {
    await expect(find({ name: 'Somebody' })).rejects.toBeInstanceOf(MissingAnswer);
  });
});

describe('findFacts with component flags', () => {
  it.each([
    ['there is no page', { page: '', core: '1' }, '--core cannot be used'],
    [
      'the platform is not recognized',
      { page: 'https://nowhere.example', core: '1', features: '2' },
      '--core and --features',
    ],
    ['the chat component is not chosen', { features: '2' }, '--features cannot be used'],
  ])('rejects them when %s', async (_, flags, result) => {
    await expect(find({ ...SOMEBODY, page: PAGE, ...flags })).rejects.toThrow(result);
  });
});

it('findFacts rejects a reserved example domain on the internet', async () => {
  await expect(find(SOMEBODY, livePage)).rejects.toThrow('chat.somebody.example is a name for examples');
});
