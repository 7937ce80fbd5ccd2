import { optionsItem } from '@/utils/browser/storage';
import type { Options } from '@/utils/model/options';

let queue: Promise<unknown> = Promise.resolve();

/**
 * One after the other, each on what is stored then: two quick clicks must not undo each other, and another window may
 * have chosen since. Never rejects.
 */
export function changeOptions(step: (options: Options) => Options): Promise<unknown> {
  queue = queue.then(async () => optionsItem.write(step(await optionsItem.read()))).catch(() => null);
  return queue;
}
