import browser, { type WebRequest } from 'webextension-polyfill';
import type { SeenRequest } from '@/utils/model/evidence';

/** Match patterns of what is listened to. */
export interface Heard {
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

const whichOf = ({ requestId, url, method, type, tabId }: Details) => ({
  id: requestId,
  url,
  method,
  isMainFrame: type === 'main_frame',
  tabId: tabId < 0 ? undefined : tabId,
});

let isListening = false;

/**
 * Calls back at the stages of loading a page of these, or of a request to one of these addresses. Does nothing while the
 * permission is not given; to be called again when it is. Hosts that were not granted are not seen.
 */
export function onRequest({ pages, sends }: Heard, callBack: (request: SeenRequest) => void): void {
  const events: typeof browser.webRequest | undefined = browser.webRequest;
  if (events === undefined || isListening) return;
  isListening = true;
  const filters: WebRequest.RequestFilter[] = [
    { urls: [...pages], types: ['main_frame'] },
    { urls: [...sends], types: ['xmlhttprequest'] },
  ];
  for (const filter of filters) {
    events.onBeforeRequest.addListener((details) => {
      callBack({ ...whichOf(details), stage: 'sent' });
    }, filter);
    const onAnswer = (details: Details & { statusCode: number }) =>
      callBack({ ...whichOf(details), stage: 'answered', status: details.statusCode });
    events.onResponseStarted.addListener(onAnswer, filter);
    // Sending on is an answer: to where it leads, to sign in say, nobody may look.
    events.onBeforeRedirect.addListener(onAnswer, filter);
    events.onCompleted.addListener((details) => {
      callBack({ ...whichOf(details), stage: 'ended', status: details.statusCode, error: null });
    }, filter);
    events.onErrorOccurred.addListener((details) => {
      callBack({ ...whichOf(details), stage: 'ended', status: null, error: details.error });
    }, filter);
  }
}
