import browser from 'webextension-polyfill';
import { DEFAULT_OPTIONS, type Options, type Preset, SHARED_PARTS } from '@/utils/model/options';
import { logFailure } from './failure-log';
import { OPTIONS_SHAPE } from './storage-shapes';
import { deserialize, type Restored, serialize } from './stored-value';
import { withPatience } from './with-timeout';

/**
 * The one boundary through which options enter: what a form, a policy or another browser set is parsed and put over what
 * is there, each field as a whole or not at all. `signedIn` is about one browser: only its own forms change it.
 */
export function mergeOverrides(under: Options, over: object): Restored<Options> {
  const restored = deserialize(OPTIONS_SHAPE, serialize<object>(OPTIONS_SHAPE, { ...under, ...over }));
  const value: object & Record<string, unknown> = restored.value as never;
  // Where somebody is signed in is about one browser.
  for (const part of [...restored.damaged, 'signedIn' as const]) value[part] = under[part];
  return restored;
}

/** What a form of ours made of the options. A field that does not parse stays as it was. */
export function parseChanged(before: Options, after: Options): Options {
  const { value, damaged } = deserialize(OPTIONS_SHAPE, serialize(OPTIONS_SHAPE, after));
  return { ...value, ...Object.fromEntries(damaged.map((field) => [field, before[field]])) };
}

/** Where the policy that was read last is stored, for the start of the browser. */
export const LAST_POLICY = 'policy.last';

/** How long a read waits for the browser before the last policy holds. */
const TIMEOUT_MS = 50;

/** Reads the policy and stores it where it differs from the last one. Firefox rejects where there is none. */
async function askBrowser(last: unknown): Promise<object> {
  const policy: object = await browser.storage.managed.get().catch(() => ({}));
  if (JSON.stringify(policy) !== JSON.stringify(last)) {
    await browser.storage.local
      .set({ [LAST_POLICY]: policy })
      .catch((error: unknown) => logFailure('readPolicy', error));
  }
  return policy;
}

/**
 * What an organization set, not parsed yet. Chrome answers only three to eight seconds after its own start
 * (https://github.com/ghostery/ghostery-extension/issues/3367): until then the policy that was read last holds, so that
 * the toolbar, the popup and the first round do not wait. A different policy is stored when it arrives, and that change
 * reaches everything that watches the options.
 */
export async function readPolicy(): Promise<object> {
  const stored = await browser.storage.local.get(LAST_POLICY).catch((): Record<string, unknown> => ({}));
  const last = stored[LAST_POLICY];
  const answer = askBrowser(last).catch(() => ({}));
  return typeof last === 'object' && last !== null ? ((await withPatience(answer, TIMEOUT_MS)) ?? last) : answer;
}

/** Which parts are preset. What they are set to is in the options themselves. */
export async function readPreset(): Promise<Preset> {
  const policy = await readPolicy();
  const { damaged } = mergeOverrides(DEFAULT_OPTIONS, policy);
  const given = SHARED_PARTS.filter((part) => part in policy);
  return {
    parts: given.filter((part) => !damaged.includes(part)),
    damaged: given.filter((part) => damaged.includes(part)),
  };
}
