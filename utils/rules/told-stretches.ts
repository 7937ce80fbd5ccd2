import type { Past } from '@/utils/model/past';
import type { TimelineEntry } from '@/utils/model/timeline';
import type { Stretch } from '@/utils/model/uptime';
import { clip } from './uptime';

/** The list is read once a day; until then it is taken to be as it was. */
const LIST_HOLDS_FOR_MS = 25 * 3_600_000;

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

/**
 * The part of it that figures may be made of: of the time for which no list is known only troubles are remembered, and a
 * share of those alone would be far too bad.
 */
export function listedStretches(
  told: readonly Stretch[],
  { listedSince, listedAt }: Pick<Past, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  if (listedSince === null || listedAt === null) return [];
  return clip(told, listedSince, now - listedAt < LIST_HOLDS_FOR_MS ? now : listedAt);
}
