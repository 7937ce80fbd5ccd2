import * as v from 'valibot';
import { publicAddress } from '@/utils/model/address';
import { isOwnPageId, type OwnPageId } from '@/utils/model/assistant';
import { MAX_OWN_CHATS } from '@/utils/model/fallback';
import { NOTIFY_LEVELS } from '@/utils/model/notification';
import { OPINION_SOURCE_IDS } from '@/utils/model/opinion';
import {
  DEFAULT_OPTIONS,
  LANGUAGE_CODES,
  MAX_NOTICE_HOURS,
  type Options,
  type SettingsRead,
  THEMES,
} from '@/utils/model/options';
import { keyOfPage, MAX_OWN_PAGES, OWN_PAGE_PLATFORMS } from '@/utils/model/status-page';
import { shortName } from '@/utils/model/text';
import { assistantId, byAssistant, fallbackId, localModelId, ownChat } from './status-schema';
import { deserialize, type FieldsFor, type Migration, type StoredShape, serialize, versionOf } from './stored-value';

/** The first entry of each key. */
function withoutDuplicates<T>(entries: readonly T[], keyOf: (entry: T) => unknown): T[] {
  const seen = new Set<unknown>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * A list without entries that share a key with an earlier entry. Rejects more than `max` different entries, as the forms
 * do.
 */
const uniqueList = <const Item extends v.GenericSchema>(
  item: Item,
  max: number,
  ...keys: ((entry: v.InferOutput<Item>) => unknown)[]
) =>
  v.pipe(
    v.array(item),
    v.transform((entries) =>
      (keys.length === 0 ? [(entry: unknown) => entry] : keys).reduce(withoutDuplicates, entries),
    ),
    v.maxLength(max),
  );

const MAX_PARTS = 2000;
const MAX_TEXT = 200;
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_TEXT));
const partName = v.pipe(
  v.string(),
  v.transform((name) => shortName(name, MAX_TEXT)),
);
const address = v.pipe(v.string(), v.transform(publicAddress), v.instance(URL));
/** The base address of the documents: without a trailing slash, query or hash. */
const pageAddress = v.pipe(
  address,
  v.check(({ search, hash }) => search === '' && hash === ''),
  v.transform(({ origin, pathname }) => origin + pathname.replace(/\/+$/, '')),
);
const chatUrl = v.pipe(
  address,
  v.transform(({ href }) => href),
);
const parts = uniqueList(v.object({ id, name: partName }), MAX_PARTS, (part) => part.id);

const ownPage = v.pipe(
  v.object({
    id: v.custom<OwnPageId>(isOwnPageId),
    name: v.pipe(v.string(), v.transform(shortName)),
    platform: v.picklist(OWN_PAGE_PLATFORMS),
    address: pageAddress,
    pageId: v.nullable(id),
    isCorsOpen: v.boolean(),
    core: v.pipe(parts, v.nonEmpty()),
    features: parts,
    // Optional, because Chromium's policies have no null.
    chatUrl: v.optional(v.nullable(chatUrl), null),
  }),
  // The addresses of its documents contain the id.
  v.check(({ platform, pageId }) => platform !== 'flashduty' || /^\d+$/.test(pageId ?? '')),
  v.transform((page) => ({
    ...page,
    name: page.name || new URL(page.address).host,
    features: page.features.filter(({ id }) => !page.core.some((part) => part.id === id)),
  })),
);

/** More than one browser can have: custom pages that only another browser has are listed too. */
const MAX_LISTED = 200;
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const noticeHours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_NOTICE_HOURS));

const uniqueChats = uniqueList(
  ownChat,
  MAX_OWN_CHATS,
  ({ id }) => id,
  ({ url }) => new URL(url).origin,
);
const uniquePages = uniqueList(ownPage, MAX_OWN_PAGES, ({ id }) => id, keyOfPage);

/**
 * What forms, settings files, policies and sync may set. Fields are parsed one by one, so that a damaged field does not
 * affect the others. Duplicates are dropped and long names are cut; values out of range are rejected.
 */
export const OPTIONS_PARTS = {
  watched: uniqueList(assistantId, MAX_LISTED),
  planB: uniqueList(fallbackId, MAX_LISTED),
  parts: byAssistant(uniqueList(id, MAX_LISTED)),
  models: byAssistant(uniqueList(id, MAX_LISTED)),
  ownChats: uniqueChats,
  ownPages: uniquePages,
  localModels: uniqueList(localModelId, MAX_LISTED),
  signedIn: uniqueList(assistantId, MAX_LISTED),
  maintenanceNoticeHours: v.nullable(noticeHours),
  keepsDrafts: v.boolean(),
  carriesConversation: v.boolean(),
  opinionSources: uniqueList(v.picklist(OPINION_SOURCE_IDS), MAX_LISTED),
  loudness: byAssistant(
    v.object({
      started: v.boolean(),
      recovered: v.boolean(),
      updates: v.boolean(),
      maintenance: v.boolean(),
      from: v.picklist(NOTIFY_LEVELS),
    }),
  ),
  quietHours: v.object({ isOn: v.boolean(), from: minuteOfDay, until: minuteOfDay }),
  theme: v.picklist(THEMES),
  language: v.picklist(['browser', ...LANGUAGE_CODES]),
  showsBadge: v.boolean(),
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

export const OPTIONS_SHAPE: StoredShape<Options> = {
  key: 'options',
  fields: OPTIONS_PARTS satisfies FieldsFor<Options, typeof OPTIONS_PARTS>,
  fallback: DEFAULT_OPTIONS,
  migrations: [optionsFrom1, optionsFrom2, optionsFrom3, optionsFrom4, optionsFrom5],
};

const MARK = 'settings';
const fileSchema = v.object({ understudy: v.literal(MARK), version: v.number(), value: v.looseObject({}) });

/** The text of a settings file. */
export function writeSettings(options: Options): string {
  return JSON.stringify({ understudy: MARK, ...serialize(OPTIONS_SHAPE, options) }, null, 2);
}

/** Parses a settings file, as a whole or not at all. Files of older versions are migrated. */
export function readSettings(text: string): SettingsRead {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'not_json' };
  }
  const file = v.safeParse(fileSchema, raw);
  if (!file.success) return { kind: 'not_settings' };
  if (file.output.version > versionOf(OPTIONS_SHAPE)) return { kind: 'too_new' };
  const { value, damaged } = deserialize(OPTIONS_SHAPE, file.output);
  return damaged.length === 0 ? { kind: 'good', options: value } : { kind: 'wrong', parts: damaged };
}
