import { request } from 'node:https';
import type { Loopback } from '@/tests/loopback/loopback';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** Time limit. */
  timeoutMs?: number;
  /** Size limit. */
  maxBytes?: number;
}

/**
 * Sends a request to the loopback network like a browser with resolver rules. Rejects if the response is incomplete.
 */
export function askLoopback(
  loopback: Loopback,
  url: string,
  { method, headers, timeoutMs, maxBytes }: Ask = {},
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
      signal: AbortSignal.timeout(timeoutMs ?? 5_000),
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

/** Parses the response as JSON without validating its shape. */
export async function readJson<Shape>(loopback: Loopback, url: string): Promise<Shape> {
  return JSON.parse((await askLoopback(loopback, url)).body) as Shape;
}
