import type { WorldSite } from './world-site';

/** Where a message is posted to. */
export function sendUrl({ host, sendHost, sendPath }: WorldSite): URL {
  return new URL(`https://${sendHost ?? host}${sendPath}`);
}
