import { optionsItem } from '@/utils/browser/storage';
import type { Options } from '@/utils/model/options';

/**
 * One after the other over all of our pages, each on what is stored then: two quick clicks must not undo each other, nor
 * two windows. Never rejects.
 */
export function changeOptions(step: (options: Options) => Options): Promise<unknown> {
  const change = async () => optionsItem.write(step(await optionsItem.read()));
  return navigator.locks.request('options', change).catch(() => null);
}
