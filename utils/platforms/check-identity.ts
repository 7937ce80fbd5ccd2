import type { ExpectedPage } from './adapter';
import { hostOf } from './link';

type Name = string | null | undefined;

/** What one document of a reading says about the page that it is of. */
export interface StatedIdentity {
  /**
   * Every mention of a page in the document. A mention is the list of names that the page goes by there (an id, or
   * a title and an address); names that are not stated are null.
   */
  mentions: readonly (readonly Name[])[];
  /** The page's own address; null where the document does not state one. */
  url?: Name;
  /** The document does not state its page although documents of its kind do. */
  isSilent?: boolean;
}

const isStated = (name: Name): name is string => typeof name === 'string' && name !== '';

/** With an unknown page id, the address is the only check: it has to be on one of the recorded hosts. */
function isOnKnownHost(url: Name, { origin, hosts }: ExpectedPage): boolean {
  const host = hostOf(url);
  const known = [hostOf(origin), ...(hosts ?? [])].filter(isStated);
  return host === null || known.length === 0 || known.includes(host);
}

/**
 * Whether all documents of a reading are of the expected page. A missing identity, another page's, and two that differ
 * within one reading are all refused. Where no page id is expected, the documents have to agree with each other, and the
 * address that they state has to be on a known host.
 */
export function isExpectedPage(documents: readonly StatedIdentity[], expected: ExpectedPage): boolean {
  const stated = documents.flatMap(({ mentions }) => mentions.map((names) => names.filter(isStated)));
  const mentions = stated.filter((names) => names.length > 0);
  const { pageId } = expected;
  if (pageId === null) {
    const [first] = mentions;
    const doAgree = mentions.every((names) => names.some((name) => first?.includes(name)));
    return doAgree && documents.every(({ url }) => isOnKnownHost(url, expected));
  }
  const isAnySilent = documents.some(({ isSilent }) => isSilent === true);
  return !isAnySilent && mentions.length > 0 && mentions.every((names) => names.includes(pageId));
}
