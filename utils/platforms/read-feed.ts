import type { Failed } from './failed';
import { linkOf } from './link';
import { type Feed, readRss, rssOf, textIn, timeIn } from './read-rss';
import { childrenOf, type XmlElement } from './read-xml';

const ATOM = 'http://www.w3.org/2005/Atom';

/** Of several links the one to the page itself, which says so or says nothing. */
function atomLink(element: XmlElement): string | null {
  const isAlternate = ({ attributes }: XmlElement) => (attributes.get('rel') ?? 'alternate') === 'alternate';
  return linkOf(childrenOf(element, 'link').find(isAlternate)?.attributes.get('href'));
}

/** Null for what is no Atom. */
function atomOf(root: XmlElement): Feed | null {
  if (root.name !== 'feed' || root.attributes.get('xmlns') !== ATOM) return null;
  return {
    title: textIn(root, 'title') ?? '',
    link: atomLink(root),
    updatedAt: timeIn(root, 'updated'),
    entries: childrenOf(root, 'entry').map((entry) => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title') ?? '',
      link: atomLink(entry),
      content: textIn(entry, 'content', 'summary') ?? '',
      summary: textIn(entry, 'summary') ?? '',
      publishedAt: timeIn(entry, 'published'),
      updatedAt: timeIn(entry, 'updated'),
    })),
  };
}

/** RSS 2.0 and Atom. */
export function readFeed(body: string | undefined): { ok: true; feed: Feed } | Failed {
  return readRss(body, (root) => rssOf(root) ?? atomOf(root));
}
