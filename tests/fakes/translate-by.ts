import type { MessageKey, Translate } from '@/utils/i18n/speech';

export type Catalogue = Readonly<Record<MessageKey, { message: string }>>;

/** Resolves messages like a browser: `$1` is the first parameter. */
export function translateBy(catalogue: Catalogue): Translate {
  return (key, ...params) =>
    catalogue[key].message.replace(/\$(\d)/g, (_, place: string) => params[Number(place) - 1] ?? '');
}
