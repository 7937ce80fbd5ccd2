/**
 * Parses a URL; null if the text is not one. `URL.canParse` is not used: once optimized, it returns false for
 * international domains in Node 20 and 22, https://github.com/AikidoSec/firewall-node/pull/1086
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The same address on another host. */
export const withHost = (url: string, host: string): string => Object.assign(new URL(url), { host }).href;

/** The match pattern for a whole host. */
export const patternOf = (host: string): string => `https://${host}/*`;

/** The host of a match pattern: claude.ai of `https://claude.ai/*`. By text, because a pattern need not be a valid URL. */
export const hostOfPattern = (pattern: string): string => pattern.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');

/** Whether a page is at a path of its host or below. A chat may have only a part of a host. */
export function isOnPath(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** Why an address is rejected. Rejected addresses are never stored, fetched, or used in a permission request. */
export type AddressFault = 'not_an_address' | 'has_wildcard' | 'has_empty_label' | 'has_credentials';

export type ParsedAddress = { kind: 'good'; url: URL } | { kind: AddressFault };

const MAX_LENGTH = 2048;
/**
 * Scheme, authority, rest. Browsers read a backslash as a slash and drop tabs and line breaks, so texts that contain
 * them do not match.
 */
const PARTS = /^https?:\/\/([^/?#\\\s]+)([/?#][^\s]*)?$/i;
const AUTHORITY = /^(?<host>[^:[\]]+)(?::(?<port>[1-9]\d{0,4}))?$/;
/** Every full stop that browsers read as a dot between labels, see https://www.unicode.org/reports/tr46/#Notation. */
const DOT = /[.\u3002\uFF0E\uFF61]/;
const PLAIN_HOST = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/**
 * Checks the text before a browser parses it, because browsers disagree: for a star in a host, Chromium returns `%2A`,
 * Firefox throws, and Node keeps it. Hosts are dotted names, dotted IPv4 addresses, and `localhost`.
 */
export function parseAddress(text: string): ParsedAddress {
  const [, authority, rest = ''] = PARTS.exec(text) ?? [];
  if (authority === undefined || text.length > MAX_LENGTH || rest.includes('\\')) return { kind: 'not_an_address' };
  if (authority.includes('@')) return { kind: 'has_credentials' };
  // NFKC turns the full-width star into the plain one, as browsers do.
  const name = authority.normalize('NFKC').replace(/%2a/gi, '*');
  if (name.includes('*')) return { kind: 'has_wildcard' };
  const { host } = AUTHORITY.exec(authority)?.groups ?? {};
  if (host === undefined) return { kind: 'not_an_address' };
  if (host.split(DOT).includes('')) return { kind: 'has_empty_label' };
  const url = parseUrl(text);
  if (url === null || !PLAIN_HOST.test(url.hostname)) return { kind: 'not_an_address' };
  // `127.1`, `0x7f.1` and `2130706433` are all 127.0.0.1 to a browser.
  if (IPV4.test(url.hostname) && url.hostname !== host) return { kind: 'not_an_address' };
  const isHost = url.hostname.includes('.') || url.hostname === 'localhost';
  return isHost ? { kind: 'good', url } : { kind: 'not_an_address' };
}

/** The parsed address of a custom chat; null unless it is HTTPS or on this machine, because drafts are sent there. */
export function chatAddress(text: string): URL | null {
  const parsed = parseAddress(text);
  if (parsed.kind !== 'good') return null;
  const { protocol, hostname } = parsed.url;
  const isThisMachine = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'https:' || isThisMachine ? parsed.url : null;
}

/** The parsed address of a public page: HTTPS without a port, since not every browser can grant a port. */
export function publicAddress(text: string): URL | null {
  const parsed = parseAddress(text);
  if (parsed.kind !== 'good') return null;
  const { protocol, port } = parsed.url;
  return protocol === 'https:' && port === '' ? parsed.url : null;
}

/** Permissions that the user has granted beyond the required ones. */
export interface Grants {
  /** Match patterns of hosts, as the browser lists them. */
  origins: readonly string[];
  /** Whether the `webRequest` permission is granted. */
  hasEvidence: boolean;
}

const EVERYWHERE = ['<all_urls>', '*://*/*', 'https://*/*'];

/** Whether a match pattern is granted, directly or through access to all sites. */
export function isGranted({ origins }: Pick<Grants, 'origins'>, pattern: string): boolean {
  return origins.some((origin) => origin === pattern || (EVERYWHERE.includes(origin) && pattern.startsWith('https:')));
}
