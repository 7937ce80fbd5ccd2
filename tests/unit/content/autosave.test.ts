import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SiteMessage } from '@/utils/model/messages';

const asked: SiteMessage[] = [];
vi.mock('@/utils/content/extension', () => ({
  ask: async (message: SiteMessage) => {
    asked.push(message);
    return message.type === 'autosave-config' ? { hints: [], path: '/' } : true;
  },
  isConnected: () => true,
  listen: () => () => undefined,
}));

/** A text area, whose white space counts as its text. */
const field = { value: '' };
vi.mock('@/utils/content/draft/find-composer', () => ({ findComposer: () => field, isField: () => true }));

const { startAutosave } = await import('@/utils/content/autosave');

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  field.value = '';
  vi.stubGlobal('understudyAutosaves', false);
  vi.stubGlobal('location', { pathname: '/' });
  vi.stubGlobal('document', {});
  vi.stubGlobal('addEventListener', () => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What is reported while a field holds these values one after the other. */
async function reportedOf(values: readonly string[]) {
  await startAutosave();
  for (const value of values) {
    field.value = value;
    await vi.advanceTimersByTimeAsync(1_000);
  }
  return asked.flatMap((message) => (message.type === 'autosave' ? [[message.text, message.isNewText]] : []));
}

it('autosave takes white space for an empty composer, so that it does not seem to clear what a reload lost', async () => {
  expect(await reportedOf([' ', '', '\n', ' Hello', ' ', ' Hello'])).toEqual([
    [' Hello', true],
    ['', false],
    [' Hello', true],
  ]);
});
