import { parseUrl } from '@/utils/model/parse-url';

/** Longer ones are no addresses of anything that a person wrote. */
const MAX_LENGTH = 500;

/** An address that may be offered as a link: HTTPS only. Null for anything else. */
export function linkOf(address: string | null | undefined): string | null {
  if (typeof address !== 'string' || address.length > MAX_LENGTH) return null;
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.href : null;
}

/** The host of such an address; null where there is none. */
export function hostOf(address: string | null | undefined): string | null {
  const link = linkOf(address);
  return link === null ? null : new URL(link).host;
}
