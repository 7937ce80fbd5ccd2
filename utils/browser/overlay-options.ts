import type { Options } from '@/utils/model/options';
import { OPTIONS_SHAPE } from './storage-shapes';
import { type Restored, restore, seal } from './stored-value';

/**
 * The one boundary through which options enter: what a form, a policy or another browser set is parsed and put over what
 * is there, each field as a whole or not at all. `signedIn` is about one browser: only its own forms change it.
 */
export function overlayOptions(under: Options, over: object): Restored<Options> {
  const restored = restore(OPTIONS_SHAPE, seal<object>(OPTIONS_SHAPE, { ...under, ...over }));
  const value: object & Record<string, unknown> = restored.value as never;
  // Where somebody is signed in is about one browser.
  for (const part of [...restored.damaged, 'signedIn' as const]) value[part] = under[part];
  return restored;
}

/** What a form of ours made of the options. A field that does not parse stays as it was. */
export function parseChanged(before: Options, after: Options): Options {
  const { value, damaged } = restore(OPTIONS_SHAPE, seal(OPTIONS_SHAPE, after));
  return { ...value, ...Object.fromEntries(damaged.map((field) => [field, before[field]])) };
}
