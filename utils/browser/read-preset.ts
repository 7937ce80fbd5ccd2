import { DEFAULT_OPTIONS, SHARED_PARTS } from '@/utils/model/options';
import type { Preset } from '@/utils/model/preset';
import { overlayOptions } from './overlay-options';
import { readPolicy } from './read-policy';

/** Which parts are preset. What they are set to is in the options themselves. */
export async function readPreset(): Promise<Preset> {
  const policy = await readPolicy();
  const { damaged } = overlayOptions(DEFAULT_OPTIONS, policy);
  const given = SHARED_PARTS.filter((part) => part in policy);
  return {
    parts: given.filter((part) => !damaged.includes(part)),
    damaged: given.filter((part) => damaged.includes(part)),
  };
}
