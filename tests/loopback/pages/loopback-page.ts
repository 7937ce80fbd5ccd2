import type { PageState } from '@/tests/loopback/page-state';
import type { PageTimeline } from '@/tests/loopback/scenario';

/** A status page of the loopback network. */
export interface LoopbackPage {
  host: string;
  /** Hosts that it once had; they redirect to the same path. */
  formerHosts: readonly string[];
  /** The identity that its documents carry. */
  id: string;
  name: string;
  /** The path of the page for people, with its slash; those of its incidents lie under it. */
  home: string;
  /** In the page's own order. */
  components: readonly LoopbackComponent[];
  /** Those that components name as theirs; a dialect without groups leaves them out. */
  groups: readonly LoopbackGroup[];
  history: PageHistory;
  dialect: Dialect;
}

export interface LoopbackComponent {
  id: string;
  name: string;
  /** ISO date. */
  createdOn: string;
  /** One of the page's groups; left out when it stands alone. */
  groupId?: string;
}

/** Stands in the page's list where the first of its components does. */
export interface LoopbackGroup {
  id: string;
  name: string;
  /** ISO date. */
  createdOn: string;
}

/** What was over before any scenario began. Offsets in ms from the scenario's start, all negative. */
export type PageHistory = Pick<PageTimeline, 'componentMoments' | 'incidents'>;

/** How a status page says things. */
export interface Dialect {
  /** The JSON documents by path (a text: XML), such as `/api/v2/summary.json`. A path that is not there is a 404. */
  documents(page: LoopbackPage, state: PageState): Readonly<Record<string, unknown>>;
  /** Headers of every good answer, beside its content type. */
  headers: Readonly<Record<string, string>>;
  /**
   * `etag`: answers carry an ETag, and If-None-Match is honoured. `unheeded`: they carry Last-Modified, and nobody
   * looks at If-Modified-Since.
   */
  validators: 'etag' | 'unheeded' | 'none';
  /** Its documents do not say whose they are: only the ids of components tell. */
  isAnonymous: boolean;
}
