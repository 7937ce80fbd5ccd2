import type { Change } from '@/utils/model/change';
import type { Notice } from '@/utils/model/notice';

/** Eased and updated stand in banner and popup; they are not worth an interruption. */
const WORTH_INTERRUPTING = new Set<Change['kind']>(['started', 'worsened', 'recovered']);

/** All notices of one episode share an id: each takes the place of the one before, and a repeat replaces itself. */
export function noticeIdOf(episodeId: string | undefined): string {
  return `understudy-${episodeId}`;
}

/** What is owed to the person for these changes. */
export function decideNotifications(changes: readonly Change[]): Notice[] {
  return changes
    .filter((change) => WORTH_INTERRUPTING.has(change.kind))
    .map((change) => ({ id: noticeIdOf(change.episodeId), change }));
}
