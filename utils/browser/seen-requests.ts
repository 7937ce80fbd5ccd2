import browser, { type WebRequest } from 'webextension-polyfill';

/** A request that has ended, without its headers and without its body: these are never asked for. */
export interface EndedRequest {
  url: string;
  method: string;
  isMainFrame: boolean;
  status: number | null;
  error: string | null;
}

const TYPES: WebRequest.ResourceType[] = ['main_frame', 'xmlhttprequest'];
let isListening = false;

/**
 * Calls back with requests to these hosts. Does nothing while the permission is not given; to be called again when
 * it is. Hosts that were not granted are not seen.
 */
export function onRequestEnded(patterns: readonly string[], callBack: (request: EndedRequest) => void): void {
  const events: typeof browser.webRequest | undefined = browser.webRequest;
  if (events === undefined || isListening) return;
  isListening = true;
  const filter = { urls: [...patterns], types: TYPES };
  events.onCompleted.addListener(({ url, method, type, statusCode }) => {
    callBack({ url, method, isMainFrame: type === 'main_frame', status: statusCode, error: null });
  }, filter);
  events.onErrorOccurred.addListener(({ url, method, type, error }) => {
    callBack({ url, method, isMainFrame: type === 'main_frame', status: null, error });
  }, filter);
}
