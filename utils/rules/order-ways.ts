import type { Options } from '@/utils/model/options';
import { localWay, ownWay, type WayId, wayOf } from '@/utils/model/way';

export type PlanB = Pick<Options, 'planB' | 'ownChats' | 'localModels'>;

/** The person's plan: their order, without what is no longer there; what the order does not name yet comes last. */
export function orderWays({ planB, ownChats, localModels }: PlanB): WayId[] {
  const added: WayId[] = [...ownChats.map(({ id }) => ownWay(id)), ...localModels.map(localWay)];
  const isThere = (id: WayId) => wayOf(id).kind === 'assistant' || added.includes(id);
  return [...new Set([...planB, ...added])].filter(isThere);
}

/** Moves a way by one place up (-1) or down (1); at the end of the list nothing moves. */
export function movedWay(order: readonly WayId[], id: WayId, by: -1 | 1): WayId[] {
  const from = order.indexOf(id);
  const other = order[from + by];
  if (from < 0 || other === undefined) return [...order];
  return order.map((one) => (one === id ? other : one === other ? id : one));
}
