import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type Fetcher, fetchFrom, fetchLive } from '@/scripts/read/fetch-place';
import { type Places, UsageError } from '@/scripts/read/parse-arguments';
import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { HOST_PROBES } from '@/utils/platforms/detect';

/** The source of the facts: the real page or a substitute. */
export type SourceKind = 'page' | 'files' | 'stand_in';

export interface Source {
  kind: SourceKind;
  fetchDocument: Fetcher;
  /** Why it gave no facts, and what may help, in words. */
  whyNothing(address: string, reason: string): Promise<string>;
}

/** The page on the internet. */
export const livePage: Source = {
  kind: 'page',
  fetchDocument: fetchLive,
  whyNothing: async (address, reason) => `${address} could not be reached (${reason}).
Without a network, save its documents in a browser and pass them (--platform <format> <document>=<file>), or use a
stand-in (--stand-in <port>). --help lists the documents.`,
};

const speaksPlainHttp = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, timeout: 2_000 });
    asked.on('response', (answer) => {
      answer.resume();
      resolve(true);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.end();
  });

/** A local port that answers instead of the internet. */
export const standIn = (port: number): Source => ({
  kind: 'stand_in',
  fetchDocument: fetchFrom(port),
  async whyNothing(address, reason) {
    const { host } = new URL(address);
    const plain = (await speaksPlainHttp(port)) ? ' It speaks plain HTTP.' : '';
    return `Port ${port} of this machine gave no answer for ${host} (${reason}).${plain}
A stand-in must speak HTTPS, with any certificate, and select the page by the Host header.`;
  },
});

/** The document of this format at an address; null if it was not saved. */
function documentAt(url: string, platform: PlatformId, documents: ReadonlyMap<string, string>): string | null {
  const { host, origin } = new URL(url);
  const own = HOST_PROBES.filter((probe) => probe.platform === platform && new URL(probe.origin).host === host);
  const wanted = [...own.map((probe) => probe.origin), origin].flatMap((one) => ADAPTERS[platform].requests(one));
  return documents.get(wanted.find((request) => request.url === url)?.name ?? '') ?? null;
}

/** Saved documents of one format by name. Throws a `UsageError` if one is missing. */
export async function savedFiles(platform: PlatformId, places: Places): Promise<Source> {
  const documents = new Map<string, string>();
  for (const [name, place] of places) {
    const body = await readFile(place, 'utf8').catch(() => null);
    if (body === null) throw new UsageError(`There is no readable file ${place}.`);
    documents.set(name, body);
  }
  for (const { name, url, need } of ADAPTERS[platform].requests('')) {
    if (need === undefined && !documents.has(name)) {
      throw new UsageError(`${platform} also needs ${name}=<file>, the document at ${url}.`);
    }
  }
  return {
    kind: 'files',
    fetchDocument: async (url) => {
      const body = documentAt(url, platform, documents);
      return body === null ? { ok: false, failure: { kind: 'http_error', status: 404 } } : { ok: true, body };
    },
    whyNothing: async () => `The files are not recognized as documents in the format ${platform}.
npm run -s read -- --platform ${platform} ${[...places].map(([name, place]) => `${name}=${place}`).join(' ')}
shows how they are read.`,
  };
}
