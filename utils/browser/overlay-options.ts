import type { Options } from '@/utils/model/options';
import { OPTIONS_SHAPE } from './storage-shapes';
import { type Restored, restore, seal } from './stored-value';

/** Puts what was set elsewhere over what is there, each part as a whole or not at all. What we do not know is left alone. */
export function overlayOptions(under: Options, over: object): Restored<Options> {
  const restored = restore(OPTIONS_SHAPE, seal<object>(OPTIONS_SHAPE, { ...under, ...over }));
  const value: object & Record<string, unknown> = restored.value as never;
  // Where somebody is signed in is about one browser.
  for (const part of [...restored.damaged, 'signedIn' as const]) value[part] = under[part];
  return restored;
}
