import { request } from 'node:https';
import { expect, vi } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import type { LoggedRequest } from '@/tests/loopback/request-log';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Size limit. */
  maxBytes?: number;
}

/**
 * Sends a request to the loopback network like a browser with resolver rules. Rejects if the response is incomplete.
 */
export function askLoopback(
  loopback: Loopback,
  url: string,
  { method, headers, signal, maxBytes }: Ask = {},
): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: loopback.port,
      servername: hostname,
      rejectUnauthorized: false,
      agent: false,
      path: pathname + search,
      method: method ?? 'GET',
      headers: { ...headers, host: hostname },
      signal,
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('error', reject);
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > (maxBytes ?? Number.POSITIVE_INFINITY)) response.destroy(new Error('too large'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.end();
  });
}

/**
 * Sends a request and aborts it once the server has received it and then answered another one. Returns what the server
 * logged of the first. Throws if it was answered or failed by then.
 */
export async function abortUnanswered(
  loopback: Loopback,
  url: string,
  how: Pick<Ask, 'method'> = {},
): Promise<LoggedRequest> {
  const end = new AbortController();
  loopback.clearRequests();
  const asked = askLoopback(loopback, url, { ...how, signal: end.signal });
  const ended = asked.then(
    ({ status }) => `answered ${status}`,
    (error: Error) => error.name,
  );
  // The limit only ends what hangs.
  await vi.waitFor(() => expect(loopback.requests).toHaveLength(1), { timeout: 120_000 });
  const [logged] = loopback.requests;
  if (logged === undefined) throw new Error('Nothing was logged');
  await askLoopback(loopback, 'https://unknown.example/');
  end.abort();
  expect(await ended).toBe('AbortError');
  return logged;
}

/** Parses the response as JSON without validating its shape. */
export async function readJson<Shape>(loopback: Loopback, url: string): Promise<Shape> {
  return JSON.parse((await askLoopback(loopback, url)).body) as Shape;
}
