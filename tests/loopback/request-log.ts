import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request that reached the mock network. Browsers also make requests of their own. */
export interface LoggedRequest {
  /** Epoch milliseconds by the real clock, also when the scenario runs by a faster one. */
  at: number;
  host: string;
  method: string;
  /** With the query. */
  path: string;
  headers: LoggedHeaders;
  /** Status sent so far; null if none was sent or the connection was closed. */
  readonly status: number | null;
}

/** Headers that could identify the user; null if not sent. */
export interface LoggedHeaders {
  cookie: string | null;
  referer: string | null;
  ifNoneMatch: string | null;
  origin: string | null;
}

export function logRequest(request: IncomingMessage, response: ServerResponse): LoggedRequest {
  const { headers, method, url } = request;
  return {
    at: Date.now(),
    host: hostOf(request),
    method: method ?? 'GET',
    path: url ?? '/',
    headers: {
      cookie: headers.cookie ?? null,
      referer: headers.referer ?? null,
      ifNoneMatch: headers['if-none-match'] ?? null,
      origin: headers.origin ?? null,
    },
    get status() {
      return response.headersSent ? response.statusCode : null;
    },
  };
}

/** The requested host, without the port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}
