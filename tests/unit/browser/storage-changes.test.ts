import { expect, it, vi } from 'vitest';
import { NO_EVIDENCE } from '@/utils/model/evidence';

const fake = vi.hoisted(() => {
  const answers: ((stored: object) => void)[] = [];
  const listeners: ((changes: object, area: string) => void)[] = [];
  const onChanged = {
    addListener: (listener: (changes: object, area: string) => void) => void listeners.push(listener),
    removeListener: () => undefined,
  };
  const get = () => new Promise<object>((resolve) => answers.push(resolve));
  return { answers, listeners, storage: { session: { get, onChanged }, onChanged } };
});
vi.mock('webextension-polyfill', () => ({ default: { storage: fake.storage } }));

const { watchEvidence } = await import('@/utils/browser/evidence-store');

it('watchEvidence passes on the last value alone when an earlier read ends after a later one', async () => {
  const heard: unknown[] = [];
  watchEvidence(({ grantedAt }) => heard.push(grantedAt));
  const change = () => {
    for (const listener of fake.listeners) listener({ evidence: {} }, 'session');
  };
  const answer = (index: number, grantedAt: number) =>
    fake.answers[index]?.({ evidence: { ...NO_EVIDENCE, grantedAt } });
  change();
  change();
  answer(1, 2);
  await vi.waitUntil(() => heard.length > 0);
  answer(0, 1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([2]);
});
