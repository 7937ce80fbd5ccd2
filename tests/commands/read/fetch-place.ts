import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { Fetched } from '@/utils/app/ports';
import { isElsewhere, readResponse } from '@/utils/browser/read-response';

const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 5;

/** `hosts`: the only ones that may answer; null: any may. Never rejects. */
export type Fetcher = (url: string, hosts: readonly string[] | null) => Promise<Fetched>;

interface Answer {
  response: Response;
  /** Where it came from, after all redirects. */
  url: string;
}

const reading =
  (ask: (url: string, signal: AbortSignal) => Promise<Answer>): Fetcher =>
  async (url, hosts) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const answer = await ask(url, signal);
      if (hosts !== null && isElsewhere(answer.url, hosts)) return { ok: false, failure: { kind: 'moved' } };
      return await readResponse(answer.response, Date.now());
    } catch {
      return { ok: false, failure: { kind: signal.aborted ? 'timeout' : 'unreachable' } };
    }
  };

/** Asks the internet, without cookies or referrer. */
export const fetchLive: Fetcher = reading(async (url, signal) => {
  const response = await fetch(url, { signal });
  return { response, url: response.url };
});

/** Asks a stand-in for all of the internet, on a port of this machine, under a certificate of its own. */
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
  return reading(async (first, signal) => {
    let url = first;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const response = await askOnce(url, signal);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return { response, url };
      url = new URL(location, url).href;
    }
    throw new Error('Too many redirects');
  });
}
