import { beforeEach, expect, it, vi } from 'vitest';
import { matchesPattern } from '@/tests/fakes/matches-pattern';

interface Filter {
  urls: string[];
  types?: string[];
}
interface Registered {
  filter: Filter;
  extra: string[] | undefined;
}
type Listener = (details: object) => void;

/** An event as in browsers: adding the same listener twice has no effect, and each hears what its filter lets through. */
class FakeEvent {
  readonly registered = new Map<Listener, Registered>();
  addListener = (listener: Listener, filter: Filter, extra?: string[]) =>
    void this.registered.set(listener, { filter, extra });
  removeListener = (listener: Listener) => void this.registered.delete(listener);
  dispatch({ url, type, ...details }: { url: string; type: string } & Record<string, unknown>): void {
    for (const [listener, { filter }] of this.registered) {
      const isHeard =
        filter.urls.some((pattern) => matchesPattern(pattern, url)) && (filter.types?.includes(type) ?? true);
      if (isHeard) listener({ url, type, ...details });
    }
  }
}
const EVENTS = ['onBeforeRequest', 'onResponseStarted', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred'] as const;
type Events = Record<(typeof EVENTS)[number], FakeEvent>;

const browser = vi.hoisted(() => ({ webRequest: undefined as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { forgetListeners, onRequest } = await import('@/utils/browser/seen-requests');

const HEARD = {
  pages: ['https://claude.ai/*'],
  sends: ['https://claude.ai/api/*'],
  sockets: ['wss://copilot.microsoft.com/c/api/chat*'],
};
const SENT = {
  requestId: '1',
  url: 'https://claude.ai/api/x',
  method: 'POST',
  type: 'xmlhttprequest',
  tabId: 3,
  timeStamp: 5,
};
const grant = (): Events => {
  const events = Object.fromEntries(EVENTS.map((name) => [name, new FakeEvent()])) as Events;
  browser.webRequest = events;
  return events;
};

beforeEach(() => {
  forgetListeners();
  browser.webRequest = undefined;
});

it('onRequest listens once when the permission is granted and not without it', () => {
  const heard = vi.fn();
  onRequest(HEARD, heard);
  const events = grant();
  onRequest(HEARD, heard);
  onRequest(HEARD, heard);
  expect(events.onBeforeRequest.registered.size).toBe(3);
  events.onBeforeRequest.dispatch(SENT);
  expect(heard.mock.calls).toEqual([
    [
      {
        id: '1',
        url: SENT.url,
        method: 'POST',
        isMainFrame: false,
        tabId: 3,
        isHandshake: undefined,
        stamp: 5,
        stage: 'sent',
      },
    ],
  ]);
});

it('onRequest hears of page loads, messages and handshakes, and asks for the headers of completed messages only', () => {
  const events = grant();
  onRequest(HEARD, vi.fn());
  const registered = (extra?: string[]) => [
    { filter: { urls: HEARD.pages, types: ['main_frame'] }, extra: undefined },
    // Without extraHeaders.
    { filter: { urls: HEARD.sends, types: ['xmlhttprequest'] }, extra },
    { filter: { urls: HEARD.sockets, types: ['websocket'] }, extra: undefined },
  ];
  for (const name of EVENTS) {
    const extra = name === 'onCompleted' ? ['responseHeaders'] : undefined;
    expect([name, [...events[name].registered.values()]]).toEqual([name, registered(extra)]);
  }
});

it.each([
  ['a page load', 'https://claude.ai/new', 'main_frame', true],
  ['a message', SENT.url, 'xmlhttprequest', true],
  ['a handshake', 'wss://copilot.microsoft.com/c/api/chat?api-version=2', 'websocket', true],
  ['another request of a chat page', 'https://claude.ai/settings', 'xmlhttprequest', false],
  ['a page in a frame', 'https://claude.ai/new', 'sub_frame', false],
  ['an image from the address of messages', SENT.url, 'image', false],
  ['another WebSocket of the host', 'wss://copilot.microsoft.com/other', 'websocket', false],
  ['a request to another host', 'https://example.org/api/x', 'xmlhttprequest', false],
])('onRequest hears every stage of %s or none: %s as %s: %s', (_, url, type, isHeard) => {
  const events = grant();
  const heard = vi.fn();
  onRequest(HEARD, heard);
  for (const name of EVENTS) events[name].dispatch({ ...SENT, url, type });
  const stages = heard.mock.calls.map(([{ stage }]) => stage);
  expect(stages).toEqual(isHeard ? ['sent', 'answered', 'answered', 'ended', 'ended'] : []);
});

it('onRequest listens again after the permission was revoked and granted', () => {
  const heard = vi.fn();
  const before = grant();
  onRequest(HEARD, heard);
  // Firefox drops the listeners with the permission.
  forgetListeners();
  const after = grant();
  onRequest(HEARD, heard);
  for (const name of EVENTS) {
    expect(before[name].registered.size).toBe(0);
    expect(after[name].registered.size).toBe(3);
  }
});

it('onRequest listens again when removing the old listeners throws', () => {
  const before = grant();
  onRequest(HEARD, vi.fn());
  before.onBeforeRequest.removeListener = () => {
    throw new Error('No permission');
  };
  forgetListeners();
  const after = grant();
  onRequest(HEARD, vi.fn());
  expect(after.onCompleted.registered.size).toBe(3);
});

it.each([
  [429, '120', '120'],
  [429, undefined, undefined],
  [503, '120', undefined],
  [200, '120', undefined],
])('onRequest passes on the Retry-After header of a refused message: %s %s', (statusCode, value, passed) => {
  const events = grant();
  const heard = vi.fn();
  onRequest(HEARD, heard);
  const retryAfter = value === undefined ? [] : [{ name: 'Retry-After', value }];
  const responseHeaders = [{ name: 'set-cookie', value: 'secret' }, ...retryAfter];
  events.onCompleted.dispatch({ ...SENT, statusCode, responseHeaders });
  expect(heard.mock.lastCall).toMatchObject([{ stage: 'ended', status: statusCode, retryAfter: passed }]);
  expect(JSON.stringify(heard.mock.calls)).not.toContain('secret');
});
