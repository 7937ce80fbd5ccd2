import { explainBody } from './explain-body';
import { type Failed, failed } from './failed';
import { linkOf } from './link';
import { childrenOf, readXml, textOf, type XmlElement } from './read-xml';
import { writtenTimeOf } from './times';

/** One entry of a feed. Bodies are HTML as the page wrote it; times are epoch milliseconds. */
export interface FeedEntry {
  /** What the page knows it by; null when it says nothing. Not always unique. */
  id: string | null;
  title: string;
  link: string | null;
  /** The whole text, the longest that there is. */
  content: string;
  /** What stands in front of it, where the feed has both; often the same. */
  summary: string;
  publishedAt: number | null;
  updatedAt: number | null;
}

export interface Feed {
  title: string;
  /** Where the feed says that its page is; null when it does not. */
  link: string | null;
  updatedAt: number | null;
  entries: FeedEntry[];
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** The text of the first child of one of these names; null when there is none. */
function textIn(element: XmlElement, ...names: string[]): string | null {
  const found = names.flatMap((name) => childrenOf(element, name)).at(0);
  return found === undefined ? null : textOf(found).trim();
}

const timeIn = (element: XmlElement, ...names: string[]) => writtenTimeOf(textIn(element, ...names));

function readRss(channel: XmlElement): Feed {
  return {
    title: textIn(channel, 'title') ?? '',
    link: linkOf(textIn(channel, 'link')),
    updatedAt: timeIn(channel, 'lastBuildDate', 'pubDate'),
    entries: childrenOf(channel, 'item').map((item) => ({
      id: textIn(item, 'guid'),
      title: textIn(item, 'title') ?? '',
      link: linkOf(textIn(item, 'link')),
      content: textIn(item, 'content:encoded', 'description') ?? '',
      summary: textIn(item, 'description') ?? '',
      publishedAt: timeIn(item, 'pubDate', 'dc:date'),
      updatedAt: null,
    })),
  };
}

/** Of several links the one to the page itself, which says so or says nothing. */
function atomLink(element: XmlElement): string | null {
  const isAlternate = ({ attributes }: XmlElement) => (attributes.get('rel') ?? 'alternate') === 'alternate';
  return linkOf(childrenOf(element, 'link').find(isAlternate)?.attributes.get('href'));
}

function readAtom(feed: XmlElement): Feed {
  return {
    title: textIn(feed, 'title') ?? '',
    link: atomLink(feed),
    updatedAt: timeIn(feed, 'updated'),
    entries: childrenOf(feed, 'entry').map((entry) => ({
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
  const root = readXml(body ?? '');
  if (root === null) return failed(explainBody(body ?? ''));
  const [channel, ...others] = childrenOf(root, 'channel');
  if (root.name === 'rss' && channel !== undefined && others.length === 0) return { ok: true, feed: readRss(channel) };
  if (root.name === 'feed' && root.attributes.get('xmlns') === ATOM) return { ok: true, feed: readAtom(root) };
  return failed('wrong_shape');
}
