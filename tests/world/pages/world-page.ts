import type { PageState } from '@/tests/world/page-state';

/** A status page of the little internet. */
export interface WorldPage {
  host: string;
  /** Hosts that it once had; they redirect to the same path. */
  formerHosts: readonly string[];
  /** The identity that its documents carry. */
  id: string;
  name: string;
  /** In the page's own order. */
  components: readonly WorldComponent[];
  dialect: Dialect;
}

export interface WorldComponent {
  id: string;
  name: string;
  /** ISO date. */
  createdOn: string;
}

/** How a status page says things. */
export interface Dialect {
  /** The JSON documents by path, such as `/api/v2/summary.json`. A path that is not there is a 404. */
  documents(page: WorldPage, state: PageState): Readonly<Record<string, unknown>>;
  /** Headers of every good answer, beside its content type. */
  headers: Readonly<Record<string, string>>;
  /** Whether answers carry an ETag and If-None-Match is honoured. */
  hasValidators: boolean;
}
