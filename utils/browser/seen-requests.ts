import browser, { type WebRequest } from 'webextension-polyfill';
import type { SeenRequest } from '@/utils/model/evidence';

/** Match patterns of the observed chat pages and of the requests that send messages. */
interface RequestFilters {
  pages: readonly string[];
  sends: readonly string[];
  sockets: readonly string[];
}

/** The fields that all events have. */
interface Details {
  requestId: string;
  url: string;
  method: string;
  type: WebRequest.ResourceType;
  /** Negative if the request belongs to no tab. */
  tabId: number;
  timeStamp: number;
}

interface Answered extends Details {
  statusCode: number;
}

/** `responseHeaders`: of messages only. */
interface Completed extends Answered {
  responseHeaders?: WebRequest.HttpHeaders;
}

/** The details of each event. */
interface Listened {
  onBeforeRequest: Details;
  onResponseStarted: Answered;
  onBeforeRedirect: Answered;
  onCompleted: Completed;
  onErrorOccurred: Details & { error: string };
}

interface RequestEvent<Event> {
  addListener(listener: (details: Event) => undefined, filter: WebRequest.RequestFilter, extra?: string[]): void;
  removeListener(listener: (details: Event) => undefined): void;
}

const whichOf = ({ requestId, url, method, type, tabId, timeStamp }: Details) => ({
  id: requestId,
  url,
  method,
  isMainFrame: type === 'main_frame',
  tabId: tabId < 0 ? undefined : tabId,
  isHandshake: type === 'websocket' ? true : undefined,
  stamp: timeStamp,
});

/** The `Retry-After` header of a refused message. No other header is looked at. */
function retryAfterOf({ statusCode, responseHeaders = [] }: Completed): string | undefined {
  if (statusCode !== 429) return undefined;
  return responseHeaders.find(({ name }) => name.toLowerCase() === 'retry-after')?.value;
}

/** Removes the listeners; null while there are none. */
let stop: (() => void) | null = null;

/**
 * Calls back at each stage of a matching page load or request, on granted hosts only. Does nothing without the webRequest
 * permission; must be called again once it is granted.
 */
export function onRequest({ pages, sends, sockets }: RequestFilters, callBack: (request: SeenRequest) => void): void {
  const events: typeof browser.webRequest | undefined = browser.webRequest;
  if (events === undefined || stop !== null) return;
  const removals: (() => void)[] = [];
  /** Registers a listener, and records how to remove it. */
  const listen = <Event extends keyof Listened>(
    name: Event,
    listener: (details: Listened[Event]) => undefined,
    filter: WebRequest.RequestFilter,
    extra?: string[],
  ) => {
    const event = events[name] as unknown as RequestEvent<Listened[Event]>;
    // Browsers accept the third argument only if it is a list.
    if (extra === undefined) event.addListener(listener, filter);
    else event.addListener(listener, filter, extra);
    removals.push(() => event.removeListener(listener));
  };
  stop = () => {
    for (const remove of removals) remove();
  };
  const messages: WebRequest.RequestFilter = { urls: [...sends], types: ['xmlhttprequest'] };
  const filters: WebRequest.RequestFilter[] = [
    { urls: [...pages], types: ['main_frame'] },
    messages,
    { urls: [...sockets], types: ['websocket'] },
  ];
  for (const filter of filters) {
    listen('onBeforeRequest', (details) => void callBack({ ...whichOf(details), stage: 'sent' }), filter);
    const onAnswer = (details: Answered) =>
      void callBack({ ...whichOf(details), stage: 'answered', status: details.statusCode });
    listen('onResponseStarted', onAnswer, filter);
    // A redirect counts as a response. Its target, such as a sign-in page, may be on a host that was not granted.
    listen('onBeforeRedirect', onAnswer, filter);
    const onEnd = (details: Completed): undefined => {
      const retryAfter = retryAfterOf(details);
      void callBack({ ...whichOf(details), stage: 'ended', status: details.statusCode, error: null, retryAfter });
    };
    listen('onCompleted', onEnd, filter, filter === messages ? ['responseHeaders'] : undefined);
    listen(
      'onErrorOccurred',
      (details) => void callBack({ ...whichOf(details), stage: 'ended', status: null, error: details.error }),
      filter,
    );
  }
}

/**
 * Whether requests are reported only after the browser's next start when the permission is granted in mid-session, as in
 * Chromium. Firefox, which alone has `getBrowserInfo`, reports them at once. Both were measured.
 */
export const needsRestart = (): boolean => browser.runtime.getBrowserInfo === undefined;

/**
 * Removes all listeners. Must be called when the permission is revoked: Firefox drops the listeners then and does not
 * restore them, so the next `onRequest` has to register them again.
 */
export function forgetListeners(): void {
  try {
    stop?.();
  } catch {
    // Without the permission, the event may not exist anymore.
  }
  stop = null;
}
