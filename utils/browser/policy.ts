import browser from 'webextension-polyfill';
import { DEFAULT_OPTIONS, type Options, type Preset, SHARED_PARTS } from '@/utils/model/options';
import { orNullAfter } from './clock';
import { logFailure } from './failure-log';
import { OPTIONS_PARTS, OPTIONS_SHAPE } from './options-schema';
import { deserialize, hasUnknownKeys, isSameValue, type ReadSource, type Restored, serialize } from './stored-value';

/**
 * Parses options from a form, a policy or another browser and puts them over `under`. A field that does not parse keeps
 * its value in `under`. All outside options pass through here.
 */
export function mergeOverrides(under: Options, over: object): Restored<Options> {
  const restored = deserialize(OPTIONS_SHAPE, serialize<object>(OPTIONS_SHAPE, { ...under, ...over }));
  const value: object & Record<string, unknown> = restored.value as never;
  // These concern one browser, so only the pages of this one change them.
  const local = ['signedIn', 'carriesConversation', 'opinionSources'] as const;
  for (const part of [...restored.damaged, ...local]) {
    value[part] = under[part];
  }
  return restored;
}

/**
 * Puts a policy over the user's options. A part that names an unknown assistant does not apply: without that entry it would
 * lock the option with another value, and nobody would find the mistake.
 */
export function mergePolicy(under: Options, policy: object): Restored<Options> {
  const given: Record<string, unknown> = { ...policy };
  const wrong = SHARED_PARTS.filter((part) => hasUnknownKeys(OPTIONS_PARTS[part], given[part]));
  const rest = Object.entries(given).filter(([name]) => !wrong.some((part) => part === name));
  const { value, damaged } = mergeOverrides(under, Object.fromEntries(rest));
  return { value, damaged: [...damaged, ...wrong] };
}

/** The options after a change in a form. A field that does not parse keeps its value in `before`. */
export function parseChanged(before: Options, after: Options): Options {
  const { value, damaged } = deserialize(OPTIONS_SHAPE, serialize(OPTIONS_SHAPE, after));
  return { ...value, ...Object.fromEntries(damaged.map((field) => [field, before[field]])) };
}

/** Key of the last policy that was read. It is used until the browser has loaded the current one. */
export const LAST_POLICY = 'policy.last';

/** How long a read waits for the browser before it uses the last policy. */
const TIMEOUT_MS = 50;

/**
 * How long a read waits for the first policy ever. On a busy machine, Chromium did not answer for two minutes after its
 * start (observed on 2026-11-28; no report of it is known).
 */
const FIRST_TIMEOUT_MS = 30_000;

async function readManaged({ storage }: Pick<ReadSource, 'storage'>): Promise<object> {
  try {
    return await storage.managed.get();
  } catch {
    // Firefox rejects where there is no policy.
    return {};
  }
}

function store(policy: object): Promise<void> {
  return browser.storage.local
    .set({ [LAST_POLICY]: policy })
    .catch((error: unknown) => logFailure('readPolicy', error));
}

/** Stores the policy that arrives if it differs from the last one. Never rejects. */
async function keepChanged(arriving: Promise<object>, last: unknown): Promise<object> {
  const policy = await arriving;
  if (!isSameValue(policy, last)) await store(policy);
  return policy;
}

/** The first policy ever. If it does not arrive, none is used and stored, so that a later one counts as a change. */
async function firstPolicy(answer: Promise<object>): Promise<object> {
  const policy = await orNullAfter(answer, FIRST_TIMEOUT_MS);
  if (policy === null) await store({});
  return policy ?? {};
}

/**
 * The policy of an organization, unparsed. Chrome answers only three to eight seconds after its own start
 * (https://github.com/ghostery/ghostery-extension/issues/3367). Until then the last policy is used, so that the toolbar,
 * the popup and the first round do not wait. A different policy is stored when it arrives, which notifies everything that
 * watches the options.
 */
export async function readPolicy(source: Pick<ReadSource, 'storage'> = browser): Promise<object> {
  const arriving = readManaged(source);
  const stored = await source.storage.local.get(LAST_POLICY).catch((): Record<string, unknown> => ({}));
  const last = stored[LAST_POLICY];
  const answer = keepChanged(arriving, last);
  return typeof last === 'object' && last !== null
    ? ((await orNullAfter(answer, TIMEOUT_MS)) ?? last)
    : firstPolicy(answer);
}

/** Which parts a policy sets. Their values are in the effective options. */
export function presetOf(policy: object): Preset {
  const { damaged } = mergePolicy(DEFAULT_OPTIONS, policy);
  const given = SHARED_PARTS.filter((part) => part in policy);
  return {
    parts: given.filter((part) => !damaged.includes(part)),
    damaged: given.filter((part) => damaged.includes(part)),
  };
}

/** Which parts an organization has set. */
export async function readPreset(): Promise<Preset> {
  return presetOf(await readPolicy());
}
