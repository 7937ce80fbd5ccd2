import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { OPINION_HOSTS } from '@/tests/loopback/opinion-sources';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { OPINION_SOURCES } from '@/utils/opinions/sources';
import { askLoopback } from './ask-loopback';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: findScenario('healthy') });
});
afterAll(() => loopback.close());
afterEach(() => {
  for (const host of OPINION_HOSTS) loopback.opine(host, null);
});

const SOURCES = Object.values(OPINION_SOURCES);

async function wordsAbout(assistantId: 'claude' | 'gemini' | 'grok'): Promise<(string | undefined)[]> {
  return Promise.all(
    SOURCES.map(async (source) => {
      const answers = await Promise.all(source.addresses(assistantId).map((url) => askLoopback(loopback, url)));
      const bodies = answers.map(({ body }) => body);
      return source.parse(assistantId, bodies)?.word;
    }),
  );
}

it('the mock network answers for every source in a shape that its reader knows', async () => {
  expect(OPINION_HOSTS.toSorted()).toEqual(SOURCES.map(({ host }) => host).sort());
  for (const id of ['claude', 'gemini', 'grok'] as const) {
    expect(await wordsAbout(id)).toEqual(['not_affected', 'not_affected', 'not_affected']);
  }
  for (const host of OPINION_HOSTS) loopback.opine(host, { kind: 'affected' });
  expect(await wordsAbout('gemini')).toEqual(['affected', 'affected', 'affected']);
});

it('the mock network can answer for a source with a web page', async () => {
  loopback.opine('isitdownstatus.com', { kind: 'html' });
  expect(await wordsAbout('claude')).toEqual(['not_affected', undefined, 'not_affected']);
});
