import type { PlatformId } from '@/utils/model/report';
import type { Adapter } from './adapter';
import { betterstack } from './betterstack';
import { feed } from './feed';
import { WATCHED_ADAPTERS } from './watched-adapters';

/** Every dialect that can be read. One line each. */
export const ADAPTERS = {
  ...WATCHED_ADAPTERS,
  betterstack,
  feed,
} as const satisfies Record<PlatformId, Adapter>;
