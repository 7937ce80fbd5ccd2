import browser, { type WebRequest } from 'webextension-polyfill';
import type { SeenRequest } from '@/utils/model/evidence';

/** Match patterns of what is listened to. */
export interface RequestFilters {
  pages: readonly string[];
  sends: readonly string[];
}

/** What each of the browser's events tells. */
interface Details {
  requestId: string;
  url: string;
  method: string;
  type: WebRequest.ResourceType;
  /** Negative where it is of no tab. */
  tabId: number;
}

interface Answered extends Details {
  statusCode: number;
}

/** What the listeners are told, by event. */
interface Listened {
  onBeforeRequest: Details;
  onResponseStarted: Answered;
  onBeforeRedirect: Answered;
  onCompleted: Answered;
  onErrorOccurred: Details & { error: string };
}

interface RequestEvent<Event> {
  addListener(listener: (details: Event) => undefined, filter: WebRequest.RequestFilter): void;
  removeListener(listener: (details: Event) => undefined): void;
}

const whichOf = ({ requestId, url, method, type, tabId }: Details) => ({
  id: requestId,
  url,
  method,
  isMainFrame: type === 'main_frame',
  tabId: tabId < 0 ? undefined : tabId,
});

/** Takes back the listeners; null while there are none. */
let stop: (() => void) | null = null;

/**
 * Calls back at the stages of loading a page of these, or of a request to one of these addresses. Does nothing while the
 * permission is not given; to be called again when it is. Hosts that were not granted are not seen.
 */
export function onRequest({ pages, sends }: RequestFilters, callBack: (request: SeenRequest) => void): void {
  const events: typeof browser.webRequest | undefined = browser.webRequest;
  if (events === undefined || stop !== null) return;
  const removals: (() => void)[] = [];
  /** Registers a listener, and notes how to take it back. */
  const listen = <Event extends keyof Listened>(
    name: Event,
    listener: (details: Listened[Event]) => undefined,
    filter: WebRequest.RequestFilter,
  ) => {
    const event = events[name] as unknown as RequestEvent<Listened[Event]>;
    event.addListener(listener, filter);
    removals.push(() => event.removeListener(listener));
  };
  stop = () => {
    for (const remove of removals) remove();
  };
  const filters: WebRequest.RequestFilter[] = [
    { urls: [...pages], types: ['main_frame'] },
    { urls: [...sends], types: ['xmlhttprequest'] },
  ];
  for (const filter of filters) {
    listen('onBeforeRequest', (details) => void callBack({ ...whichOf(details), stage: 'sent' }), filter);
    const onAnswer = (details: Answered) =>
      void callBack({ ...whichOf(details), stage: 'answered', status: details.statusCode });
    listen('onResponseStarted', onAnswer, filter);
    // Sending on is an answer: to where it leads, to sign in say, nobody may look.
    listen('onBeforeRedirect', onAnswer, filter);
    listen(
      'onCompleted',
      (details) => void callBack({ ...whichOf(details), stage: 'ended', status: details.statusCode, error: null }),
      filter,
    );
    listen(
      'onErrorOccurred',
      (details) => void callBack({ ...whichOf(details), stage: 'ended', status: null, error: details.error }),
      filter,
    );
  }
}

/**
 * The permission was taken back. Firefox drops the listeners then and does not bring them back with the permission, so
 * the next `onRequest` has to register them again.
 */
export function forgetListeners(): void {
  try {
    stop?.();
  } catch {
    // Without the permission there may be no event left to remove a listener from.
  }
  stop = null;
}
