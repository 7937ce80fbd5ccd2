import { coreIdsOf, type StatusPage } from '@/utils/model/assistant';
import { isTrouble } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { levelOf } from './level-of';

/**
 * Names of the parts in trouble that the person counts, where the chat itself is listed as up: so that nobody calls a
 * chat down for its API. Empty where the chat is in trouble too, or nobody can say.
 */
export function onlyPartsOf(page: StatusPage, report: Report, chosen: readonly string[], now: number): string[] {
  const levelOfPart = (ids: readonly string[]) => levelOf(report, { coreIds: ids, name: null }, now).level;
  if (chosen.length === 0 || levelOfPart(coreIdsOf(page)) !== 'operational') return [];
  const counted = page.features.filter(({ id }) => chosen.includes(id));
  return counted.filter(({ id }) => isTrouble(levelOfPart([id]))).map(({ name }) => name);
}
