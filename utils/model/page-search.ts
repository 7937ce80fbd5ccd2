import type { ReadFailureKind } from './failure';
import type { OwnPage, OwnPagePlatformId } from './own-page';
import type { PlatformId, StatusComponent } from './report';

/** A status page that can be watched, as it answered a moment ago. */
export interface WatchablePage extends Pick<OwnPage, 'address' | 'pageId' | 'isCorsOpen'> {
  platform: OwnPagePlatformId;
  /** What it calls itself; its host where it does not say. */
  name: string;
  components: readonly StatusComponent[];
  openIncidents: number;
}

/** What came of looking for a status page at an address. */
export type PageSearch =
  | { kind: 'found'; page: WatchablePage }
  /** Nothing of it can be read without the person's permission for its host. */
  | { kind: 'needs_access'; host: string }
  /** A page in a dialect that is not watched, or that never says that all is well. */
  | { kind: 'not_watchable'; platform: PlatformId }
  /** It has no components, so there is nothing to judge by. */
  | { kind: 'lists_nothing' }
  | { kind: 'not_found'; reason: ReadFailureKind | 'not_recognised' };
