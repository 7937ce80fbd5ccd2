import type { LoopbackSite } from './loopback-site';

/** Where a message is posted to. */
export function sendUrl({ host, sendHost, sendPath }: LoopbackSite): URL {
  return new URL(`https://${sendHost ?? host}${sendPath}`);
}
