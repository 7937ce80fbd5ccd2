/** Whether browsers count this address to a match pattern. The path is compared with the query. */
export function matchesPattern(pattern: string, address: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [, scheme, host = '', path = ''] = /^(\*|[a-z]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  const url = new URL(address);
  if (scheme === undefined) return false;
  const isScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const domain = host.replace(/^\*\./, '');
  const isHost = host === '*' || url.host === domain || (host !== domain && url.host.endsWith(`.${domain}`));
  const glob = new RegExp(`^${path.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  return isScheme && isHost && glob.test(url.pathname + url.search);
}
