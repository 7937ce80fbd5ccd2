import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { Fetched } from '@/utils/app/ports';
import { readResponse } from '@/utils/browser/response';

const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 5;

/** `hosts`: the allowed final hosts, as in the extension; null allows any. Never rejects. */
export type Fetcher = (url: string, hosts: readonly string[] | null) => Promise<Fetched>;

type Ask = (url: string, signal: AbortSignal, redirect: 'follow' | 'manual') => Promise<Response>;

const isRedirect = ({ status, headers }: Response): boolean => status >= 300 && status < 400 && headers.has('location');

const reading =
  (ask: Ask): Fetcher =>
  async (url, hosts) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await ask(url, signal, hosts === null ? 'follow' : 'manual');
      if (isRedirect(response)) return { ok: false, failure: { kind: 'moved' } };
      return await readResponse(response, Date.now());
    } catch {
      return { ok: false, failure: { kind: signal.aborted ? 'timeout' : 'unreachable' } };
    }
  };

/** Requests from the internet, without cookies or referrer. */
export const fetchLive: Fetcher = reading((url, signal, redirect) => fetch(url, { signal, redirect }));

/** Requests from a local port instead of the internet, with a self-signed certificate. */
export function fetchFrom(port: number): Fetcher {
  const askOnce = (url: string, signal: AbortSignal): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { hostname, pathname, search } = new URL(url);
      const where = { host: '127.0.0.1', port, servername: hostname, rejectUnauthorized: false, agent: false };
      const asked = request({ ...where, path: pathname + search, headers: { host: hostname }, signal });
      asked.on('error', reject);
      asked.on('response', (answer) => {
        const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        const body = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
        resolve(new Response(body, { status: answer.statusCode ?? 0, headers }));
      });
      asked.end();
    });
  return reading(async (first, signal, redirect) => {
    let url = first;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const response = await askOnce(url, signal);
      if (redirect === 'manual' || !isRedirect(response)) return response;
      url = new URL(response.headers.get('location') ?? '', url).href;
    }
    throw new Error('Too many redirects');
  });
}
