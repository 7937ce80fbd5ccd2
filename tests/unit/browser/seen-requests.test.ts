import { beforeEach, expect, it, vi } from 'vitest';

/** An event as in browsers: adding the same listener twice has no effect. */
class FakeEvent {
  readonly listeners = new Set<(details: object) => void>();
  readonly extras: (string[] | undefined)[] = [];
  addListener = (listener: (details: object) => void, _filter: object, ...extra: [string[]?]) => {
    this.listeners.add(listener);
    this.extras.push(...extra);
  };
  removeListener = (listener: (details: object) => void) => void this.listeners.delete(listener);
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

const send = (events: Events) => {
  for (const listener of events.onBeforeRequest.listeners) listener(SENT);
};

it('onRequest listens once when the permission is granted and not without it', () => {
  const heard = vi.fn();
  onRequest(HEARD, heard);
  const events = grant();
  onRequest(HEARD, heard);
  onRequest(HEARD, heard);
  expect(events.onBeforeRequest.listeners.size).toBe(3);
  send(events);
  // One listener each for pages, messages and handshakes; the browser's filter separates them.
  expect(heard).toHaveBeenCalledTimes(3);
  expect(heard).toHaveBeenCalledWith({
    id: '1',
    url: SENT.url,
    method: 'POST',
    isMainFrame: false,
    tabId: 3,
    isHandshake: undefined,
    stamp: 5,
    stage: 'sent',
  });
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
    expect(before[name].listeners.size).toBe(0);
    expect(after[name].listeners.size).toBe(3);
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
  expect(after.onCompleted.listeners.size).toBe(3);
});

it('onRequest asks for response headers of completed messages only, and without extraHeaders', () => {
  const events = grant();
  onRequest(HEARD, vi.fn());
  expect(EVENTS.map((name) => events[name].extras)).toEqual([[], [], [], [['responseHeaders']], []]);
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
  for (const listener of events.onCompleted.listeners) listener({ ...SENT, statusCode, responseHeaders });
  expect(heard.mock.lastCall).toMatchObject([{ stage: 'ended', status: statusCode, retryAfter: passed }]);
  expect(JSON.stringify(heard.mock.calls)).not.toContain('secret');
});
