import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { OPTIONS_PARTS, STATUS_PARTS } from './status-schema';
import type { Migration, StoredShape } from './stored-value';

/**
 * Version 1 knew no past, no maintenances and no reactions. What it remembered of pages and verdicts is read anew
 * within minutes; what it had told, and what was dismissed, must not be lost: else it would be told again.
 */
const statusFrom1: Migration = (old) => {
  const episodes = Object.entries((old.episodes ?? {}) as Record<string, object>);
  return {
    ...EMPTY_STATUS,
    isOnline: old.isOnline,
    tickedAt: old.tickedAt,
    episodes: Object.fromEntries(
      episodes.map(([id, episode]) => [
        id,
        { reopened: 0, toldLevel: (episode as { level?: unknown }).level ?? null, ...episode },
      ]),
    ),
    dismissals: old.dismissals ?? {},
  };
};

const optionsFrom1: Migration = (old) => ({ ...DEFAULT_OPTIONS, ...old });

export const STATUS_SHAPE: StoredShape<Status> = {
  key: 'status',
  parts: STATUS_PARTS,
  fallback: EMPTY_STATUS,
  migrations: [statusFrom1],
};

export const OPTIONS_SHAPE: StoredShape<Options> = {
  key: 'options',
  parts: OPTIONS_PARTS,
  fallback: DEFAULT_OPTIONS,
  migrations: [optionsFrom1],
};
