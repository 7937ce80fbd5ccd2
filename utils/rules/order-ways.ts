import type { Options } from '@/utils/model/options';
import { localWay, ownWay, type WayId, wayOf } from '@/utils/model/way';

export type PlanB = Pick<Options, 'planB' | 'ownChats' | 'localModels'>;

/** The person's plan: their order, without what is no longer there; what the order does not name yet comes last. */
export function orderWays({ planB, ownChats, localModels }: PlanB): WayId[] {
  const added: WayId[] = [...ownChats.map(({ id }) => ownWay(id)), ...localModels.map(localWay)];
  const isThere = (id: WayId) => wayOf(id).kind === 'assistant' || added.includes(id);
  return [...new Set([...planB, ...added])].filter(isThere);
}
