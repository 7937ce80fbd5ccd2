/**
 * Null where a text is no address. `URL.canParse` is not used: once it is optimized, Node 20 and 22 answer false for
 * international domains, https://github.com/AikidoSec/firewall-node/pull/1086
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
