import { beforeEach, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';
import { awaitsRequests, NO_EVIDENCE } from '@/utils/model/evidence';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { keepGrant, readEvidence, writeEvidence } = await import('@/utils/browser/evidence-store');

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
});

it('the wait for the browser survives an update of the extension, which clears the session', async () => {
  await Promise.all([keepGrant(NOON), writeEvidence({ ...NO_EVIDENCE, grantedAt: NOON })]);
  await storage.session.remove('evidence');
  expect(await readEvidence()).toEqual({ ...NO_EVIDENCE, grantedAt: NOON });
});

it('the wait is over once it is forgotten, also after an update', async () => {
  await keepGrant(NOON);
  await Promise.all([keepGrant(null), writeEvidence(NO_EVIDENCE)]);
  expect(awaitsRequests(await readEvidence())).toBe(false);
  await storage.session.remove('evidence');
  expect(await readEvidence()).toBe(NO_EVIDENCE);
});

it('the session decides as long as there is one', async () => {
  await Promise.all([keepGrant(NOON), writeEvidence(NO_EVIDENCE)]);
  expect(awaitsRequests(await readEvidence())).toBe(false);
});

it.each(['soon', null, -1, { at: NOON }])('a kept grant that is not a time is none: %j', async (value) => {
  await storage.local.set({ 'evidence.grantedAt': value });
  expect(await readEvidence()).toBe(NO_EVIDENCE);
});
