import type { Past } from '@/utils/model/past';
import type { TimelineEntry } from '@/utils/model/timeline';
import type { Stretch } from '@/utils/model/uptime';

/**
 * What its maker's own incidents say of an assistant: trouble while one that names its core parts was open, and up for the
 * rest of the time in which the page's list is known to be complete. Of what lies outside of that nothing is said.
 */
export function toldStretches(
  entries: readonly TimelineEntry[],
  { listedSince, listedAt }: Pick<Past, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  const calm: Stretch[] =
    listedSince === null || listedAt === null ? [] : [{ from: listedSince, to: listedAt, level: 'operational' }];
  const troubles = entries.flatMap(({ source, isCore, level, startedAt, endedAt }): Stretch[] =>
    source === 'page' && isCore && level !== null ? [{ from: startedAt, to: endedAt ?? now, level }] : [],
  );
  return [...calm, ...troubles];
}
