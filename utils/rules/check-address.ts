import { isOwnAddress } from '@/utils/model/way';

/** What a person typed as the address of a chat of their own: fit to be kept, or why not. */
export type AddressCheck =
  | { kind: 'good'; url: string }
  | { kind: 'not_an_address' }
  | { kind: 'not_https' }
  | { kind: 'already_there' };

const HERE = /^(localhost|127\.0\.0\.1)(:|\/|$)/i;

/** People leave the scheme out: on this machine it is HTTP, elsewhere HTTPS. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  return HERE.test(typed) ? `http://${typed}` : `https://${typed}`;
}

/** `taken` are the addresses that are listed already; one place is listed once. */
export function checkAddress(typed: string, taken: readonly string[]): AddressCheck {
  const address = withScheme(typed.trim());
  if (!URL.canParse(address)) return { kind: 'not_an_address' };
  const { protocol, hostname, origin, href, username, password } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  const isHost = hostname.includes('.') || hostname === 'localhost';
  if (!isWeb || !isHost || username !== '' || password !== '') return { kind: 'not_an_address' };
  if (!isOwnAddress(href)) return { kind: 'not_https' };
  if (taken.some((other) => new URL(other).origin === origin)) return { kind: 'already_there' };
  return { kind: 'good', url: href };
}
