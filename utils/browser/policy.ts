import browser from 'webextension-polyfill';
import { DEFAULT_OPTIONS, type Options, type Preset, SHARED_PARTS } from '@/utils/model/options';
import { OPTIONS_SHAPE } from './storage-shapes';
import { deserialize, type Restored, serialize } from './stored-value';

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

/** What an organisation set, not parsed yet. Firefox rejects where there is no policy: then nothing is. */
export async function readPolicy(): Promise<object> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
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
