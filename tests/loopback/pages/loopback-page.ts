import type { PageState } from '@/tests/loopback/page-state';
import type { PageTimeline } from '@/tests/loopback/scenario';

/** A status page of the mock network. */
export interface LoopbackPage {
  host: string;
  /** Former hosts; they redirect to the same path. */
  formerHosts: readonly string[];
  /** The identity in its documents. */
  id: string;
  name: string;
  /** The path of the HTML page, with a trailing slash; incident pages are below it. */
  home: string;
  /** In the page's own order. */
  components: readonly LoopbackComponent[];
  /** Groups that components refer to; formats without groups omit them. */
  groups: readonly LoopbackGroup[];
  history: PageHistory;
  format: PageFormat;
}

export interface LoopbackComponent {
  id: string;
  name: string;
  /** ISO date. */
  createdOn: string;
  /** One of the page's groups; omitted if the component has none. */
  groupId?: string;
}

/** Listed where its first component is. */
export interface LoopbackGroup {
  id: string;
  name: string;
  /** ISO date. */
  createdOn: string;
}

/** Incidents that ended before every scenario. Offsets in ms from the scenario's start, all negative. */
export type PageHistory = Pick<PageTimeline, 'componentMoments' | 'incidents'>;

/** A status-page format. */
export interface PageFormat {
  /** The documents by path, such as `/api/v2/summary.json`: JSON, or XML as a string. Other paths are 404. */
  documents(page: LoopbackPage, state: PageState): Readonly<Record<string, unknown>>;
  /** Headers of every correct answer, beside the content type. */
  headers: Readonly<Record<string, string>>;
  /**
   * `etag`: answers have an ETag, and If-None-Match is honored. `ignored`: answers have Last-Modified, and
   * If-Modified-Since is ignored.
   */
  validators: 'etag' | 'ignored' | 'none';
  /** The documents have no identity; only component ids identify the page. */
  isAnonymous: boolean;
}
