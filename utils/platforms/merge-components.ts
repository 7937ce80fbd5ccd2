import { worstOf } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';

/** Each part once: one that is listed twice, in documents read moments apart, say, has the worse of both levels. */
export function mergeComponents(listed: readonly StatusComponent[]): StatusComponent[] {
  const components = new Map<string, StatusComponent>();
  for (const component of listed) {
    const known = components.get(component.id);
    const isNews = known === undefined || worstOf([known.level, component.level]) !== known.level;
    if (isNews) components.set(component.id, component);
  }
  return [...components.values()];
}

/**
 * Stands for entries of a list of parts that cannot be read. Without it, a page whose other parts are well would be well
 * as a whole.
 */
export const UNREADABLE_PART: StatusComponent = {
  id: 'unreadable',
  name: '?',
  group: null,
  level: 'unknown',
  word: '',
};
