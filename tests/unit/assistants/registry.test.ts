import { expect, it } from 'vitest';
import { HOUSE_BOT } from '@/tests/fakes/samples';
import { BUILT_IN, registryOf } from '@/utils/assistants/lookups';

const registry = registryOf({ ownPages: [HOUSE_BOT] });

it('the registry lists custom pages after the built-in assistants', () => {
  expect(registry.all.map(({ id }) => id)).toEqual([...BUILT_IN.all.map(({ id }) => id), 'page:1']);
});

it('the registry finds a custom page by its id and by the address of its chat', () => {
  expect(registry.get('page:1').name).toBe('House bot');
  expect(registry.chatAt('https://chat.house.example/bot')?.id).toBe('page:1');
});

it('the registry knows the custom pages of its own options only', () => {
  expect(registryOf({ ownPages: [] }).get('page:1').statusPages).toEqual([]);
  expect(BUILT_IN.chatAt('https://chat.house.example/bot')).toBeNull();
  expect(registryOf({ ownPages: [{ ...HOUSE_BOT, name: 'Renamed' }] }).get('page:1').name).toBe('Renamed');
  expect(registry.get('page:1').name).toBe('House bot');
});
