import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { aiwatchBody, openrouterBody, reportsBody } from '@/tests/fixtures/second-opinions';
import { OPINION_SOURCE_IDS, type OpinionState } from '@/utils/model/opinion';
import type { OpinionBrowser } from '@/utils/ui/ask-others';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { askableSources, askOthers } = await import('@/utils/ui/ask-others');

const ALL = askableSources('claude', { opinionSources: [...OPINION_SOURCE_IDS] });
const BODIES: Record<string, string> = {
  'openrouter.ai': openrouterBody('anthropic', [41, 90.2, 99.3]),
  'isitdownstatus.com': reportsBody('Claude', [40, 109]),
  'aiwatch-worker.p2c2kbf.workers.dev': aiwatchBody('claudeai', 'operational', NOON),
};

/** Match patterns that were asked for. */
let requested: string[];
/** Requested addresses. */
let read: string[];
let granted: Set<string>;
let states: OpinionState[];
let isRefusing: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  requested = [];
  read = [];
  granted = new Set();
  states = [];
  isRefusing = false;
});

afterEach(() => {
  vi.useRealTimers();
});

const browser: OpinionBrowser = {
  now: () => Date.now(),
  async requestAccess(patterns) {
    requested.push(...patterns);
    if (!isRefusing) for (const pattern of patterns) granted.add(new URL(pattern).host);
    return !isRefusing;
  },
  mayRead: async (host) => granted.has(host),
  async read(url) {
    read.push(url);
    return BODIES[new URL(url).host] ?? null;
  },
};

const ask = (over: Partial<OpinionBrowser> = {}, sources = ALL) =>
  askOthers('claude', sources, (state) => states.push(state), { ...browser, ...over });

/** Of each source, what it said or why it did not. */
function outcome(): Record<string, string> {
  const last = states.at(-1);
  if (last?.kind !== 'answered') throw new Error(`The state is ${last?.kind}`);
  return Object.fromEntries(
    last.answers.map(({ id, answer }) => [id, answer.kind === 'said' ? answer.word : answer.why]),
  );
}

it('askOthers asks for each host within the call, before it requests anything', async () => {
  const asking = ask();
  expect(requested).toEqual([
    'https://openrouter.ai/*',
    'https://isitdownstatus.com/*',
    'https://aiwatch-worker.p2c2kbf.workers.dev/*',
  ]);
  expect(read).toEqual([]);
  expect(states).toEqual([{ kind: 'asking' }]);
  await asking;
  expect(outcome()).toEqual({ openrouter: 'affected', isitdownstatus: 'affected', aiwatch: 'not_affected' });
});

it('askOthers requests nothing when access is refused', async () => {
  isRefusing = true;
  await ask();
  expect(read).toEqual([]);
  expect(states.at(-1)).toEqual({ kind: 'refused' });
  states = [];
  await ask({ requestAccess: () => Promise.reject(new Error('No gesture')) });
  expect(states.at(-1)).toEqual({ kind: 'refused' });
});

it('askOthers reads what was granted before when the rest is refused', async () => {
  isRefusing = true;
  granted.add('isitdownstatus.com');
  await ask();
  expect(read.map((url) => new URL(url).host)).toEqual(['isitdownstatus.com']);
  expect(outcome()).toEqual({
    openrouter: 'not_allowed',
    isitdownstatus: 'affected',
    aiwatch: 'not_allowed',
  });
});

it('askOthers answers within two seconds although a source never does, and aborts its request', async () => {
  let aborted = 0;
  const stalled = (url: string, signal: AbortSignal) => {
    if (!url.includes('isitdownstatus')) return browser.read(url, signal);
    signal.addEventListener('abort', () => aborted++);
    return new Promise<string>(() => undefined);
  };
  const done = ask({ read: stalled });
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(outcome()).toEqual({ openrouter: 'affected', isitdownstatus: 'too_late', aiwatch: 'not_affected' });
  expect(aborted).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('askOthers uses the model that arrived when the other one is late', async () => {
  const half = (url: string, signal: AbortSignal) =>
    url.includes('opus') ? new Promise<string>(() => undefined) : browser.read(url, signal);
  const done = ask({ read: half });
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(outcome()).toMatchObject({ openrouter: 'affected' });
});

it('askOthers takes failed requests and unknown shapes for no answer', async () => {
  await ask({
    async read(url) {
      if (url.includes('openrouter')) throw new TypeError('Failed to fetch');
      return url.includes('aiwatch') ? null : '<!doctype html>';
    },
  });
  expect(outcome()).toEqual({ openrouter: 'unreadable', isitdownstatus: 'unreadable', aiwatch: 'unreadable' });
});

it('askableSources leaves out what the user has switched off', () => {
  const ids = askableSources('claude', { opinionSources: ['openrouter'] }).map(({ id }) => id);
  expect(ids).toEqual(['openrouter']);
  expect(askableSources('claude', { opinionSources: [] })).toEqual([]);
});
