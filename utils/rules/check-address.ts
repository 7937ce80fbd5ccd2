import { type AddressFault, chatAddress, parseAddress } from '@/utils/model/address';

/** Whether what a person typed can be kept as the address of a chat or a status page, or why not. */
export type AddressCheck =
  | { kind: 'good'; url: string }
  | { kind: AddressFault }
  | { kind: 'not_https' }
  | { kind: 'already_there' };

const HERE = /^(localhost|127\.0\.0\.1)(:|\/|$)/i;

/** People leave the scheme out: on this machine it is HTTP, elsewhere HTTPS. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  return HERE.test(typed) ? `http://${typed}` : `https://${typed}`;
}

/** `taken` are the addresses that are listed already; each origin is listed once. */
export function checkAddress(typed: string, taken: readonly string[]): AddressCheck {
  const parsed = parseAddress(withScheme(typed.trim()));
  if (parsed.kind !== 'good') return parsed;
  const { origin, href } = parsed.url;
  if (chatAddress(href) === null) return { kind: 'not_https' };
  if (taken.some((other) => new URL(other).origin === origin)) return { kind: 'already_there' };
  return { kind: 'good', url: href };
}
