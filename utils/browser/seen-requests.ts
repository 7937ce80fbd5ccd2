import browser, { type WebRequest } from 'webextension-polyfill';
import type { SeenRequest } from '@/utils/model/evidence';

/** Match patterns of what is listened to. */
export interface Heard {
  pages: readonly string[];
  sends: readonly string[];
}

let isListening = false;

/**
 * Calls back when a page of these has loaded or failed, or a request to one of these addresses has ended. Does
 * nothing while the permission is not given; to be called again when it is. Hosts that were not granted are not seen.
 */
export function onRequestEnded({ pages, sends }: Heard, callBack: (request: SeenRequest) => void): void {
  const events: typeof browser.webRequest | undefined = browser.webRequest;
  if (events === undefined || isListening) return;
  isListening = true;
  const filters: WebRequest.RequestFilter[] = [
    { urls: [...pages], types: ['main_frame'] },
    { urls: [...sends], types: ['xmlhttprequest'] },
  ];
  for (const filter of filters) {
    events.onCompleted.addListener(({ url, method, type, statusCode }) => {
      callBack({ url, method, isMainFrame: type === 'main_frame', status: statusCode, error: null });
    }, filter);
    events.onErrorOccurred.addListener(({ url, method, type, error }) => {
      callBack({ url, method, isMainFrame: type === 'main_frame', status: null, error });
    }, filter);
  }
}
