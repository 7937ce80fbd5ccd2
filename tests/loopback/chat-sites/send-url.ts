import type { LoopbackSite } from './loopback-site';

/** The address that a message is posted to. */
export function sendUrl({ host, sendHost, sendPath }: LoopbackSite): URL {
  return new URL(`https://${sendHost ?? host}${sendPath}`);
}
