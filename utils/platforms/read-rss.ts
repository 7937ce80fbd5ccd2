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

/** The text of the first child of one of these names; null when there is none. */
export function textIn(element: XmlElement, ...names: string[]): string | null {
  const found = names.flatMap((name) => childrenOf(element, name)).at(0);
  return found === undefined ? null : textOf(found).trim();
}

export const timeIn = (element: XmlElement, ...names: string[]) => writtenTimeOf(textIn(element, ...names));

/** Null for what is no RSS 2.0. */
export function rssOf(root: XmlElement): Feed | null {
  const [channel, ...others] = childrenOf(root, 'channel');
  if (root.name !== 'rss' || channel === undefined || others.length > 0) return null;
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

/** A body as the feed that `feedOf` makes of its root; without it as RSS 2.0, which is all that the worker reads. */
export function readRss(body: string | undefined, feedOf = rssOf): { ok: true; feed: Feed } | Failed {
  const root = readXml(body ?? '');
  if (root === null) return failed(explainBody(body ?? ''));
  const feed = feedOf(root);
  return feed === null ? failed('wrong_shape') : { ok: true, feed };
}
