import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { OPTIONS_PARTS } from './options-schema';
import { STATUS_PARTS } from './status-schema';
import type { Migration, StoredShape } from './stored-value';

/**
 * Version 1 had no history summary, maintenance or reactions. Its pages and verdicts are dropped, because they are read
 * again within minutes. Its episodes and dismissals are kept, or the user would be notified again.
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

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Changes each entry of a list or record. Values that are not objects stay, and the schema rejects them later. */
function eachOf(part: unknown, change: (entry: Fields) => Fields): unknown {
  if (!isFields(part)) return part;
  if (Array.isArray(part)) return part.map((entry) => (isFields(entry) ? change(entry) : entry));
  return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, isFields(entry) ? change(entry) : entry]));
}

/** Version 2 had no head starts, recovery alerts, fallback tests, quiet hours or page detection. */
const statusFrom2: Migration = (old) => {
  // Version 2 did not detect the user's own failures, so these outages have no head start.
  const unsensed = (fields: Fields): Fields => ({ sensedAt: null, seenAt: fields.lastReadAt ?? null, ...fields });
  const heard = ({ suspicion, ...fields }: Fields): Fields => ({
    onlyParts: [],
    ...fields,
    suspicion: isFields(suspicion) ? { isSilent: false, ...suspicion } : null,
  });
  const asNews = (notice: Fields): Fields => ({ back: null, sumsUpAt: null, ...notice });
  return {
    ...old,
    awaited: {},
    held: [],
    rehearsal: null,
    sensed: {},
    pages: eachOf(old.pages, (page) => ({ address: null, detected: null, probedAt: null, ...page })),
    verdicts: eachOf(old.verdicts, heard),
    episodes: eachOf(old.episodes, unsensed),
    recoveries: eachOf(old.recoveries, (recovery) => ({
      ...recovery,
      episode: unsensed((recovery.episode ?? {}) as Fields),
    })),
    outbox: eachOf(old.outbox, asNews),
    lastBeginning: isFields(old.lastBeginning) ? asNews(old.lastBeginning) : old.lastBeginning,
    past: eachOf(old.past, (past) => ({ ...past, troubles: eachOf(past.troubles, unsensed) })),
  };
};

/** Version 1 had no maintenance notifications. */
const optionsFrom1: Migration = (old) => ({ maintenanceNoticeHours: DEFAULT_OPTIONS.maintenanceNoticeHours, ...old });

/** Version 2 had only assistants as fallbacks. Their order stays, and new options get their defaults. */
const optionsFrom2: Migration = ({ alternatives = DEFAULT_OPTIONS.planB, ...old }) => ({
  ...DEFAULT_OPTIONS,
  planB: alternatives,
  ...old,
});

/** Version 3 took drafts only. */
const optionsFrom3: Migration = (old) => ({ carriesConversation: DEFAULT_OPTIONS.carriesConversation, ...old });

/** Version 4 asked no other sources, and announced the incidents of all models. */
const optionsFrom4: Migration = (old) => ({
  opinionSources: DEFAULT_OPTIONS.opinionSources,
  models: DEFAULT_OPTIONS.models,
  ...old,
});

/** Version 5 always spoke the browser's language, and always had a badge. */
const optionsFrom5: Migration = (old) => ({
  language: DEFAULT_OPTIONS.language,
  showsBadge: DEFAULT_OPTIONS.showsBadge,
  ...old,
});

export const STATUS_SHAPE: StoredShape<Status> = {
  key: 'status',
  fields: STATUS_PARTS,
  fallback: EMPTY_STATUS,
  migrations: [statusFrom1, statusFrom2],
};

export const OPTIONS_SHAPE: StoredShape<Options> = {
  key: 'options',
  fields: OPTIONS_PARTS,
  fallback: DEFAULT_OPTIONS,
  migrations: [optionsFrom1, optionsFrom2, optionsFrom3, optionsFrom4, optionsFrom5],
};
