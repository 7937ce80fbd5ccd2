import { assistantOf } from '@/utils/assistants/everyone';
import { wayTarget } from '@/utils/assistants/way-target';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Preset } from '@/utils/model/preset';
import { type WayId, wayOf } from '@/utils/model/way';
import { type Mark, markOf } from '@/utils/ui/mark';
import { wideOf } from '@/utils/ui/wide-of';
import type { Speech } from '@/utils/words/speech';
import { type Place, placeIn } from './place-in';

/** One way of the plan, as it is put in order. */
export interface PlanBWay {
  wayId: WayId;
  name: string;
  /** Null where it is no assistant of the registry. */
  mark: Mark | null;
  /** That nobody tells how it is; null where somebody does. */
  untold: string | null;
  /** Its host, or that it is on this machine. */
  place: string;
  /** Null where the order is preset. */
  order: Place | null;
  /** Null where there is nothing to sign in to that we know of. */
  signedIn: { assistantId: AssistantId; text: string; name: string; isOn: boolean } | null;
  /** How a draft gets there; null where that is not known yet. */
  draft: string | null;
  /** What can be asked for so that it is filled in; null where nothing can, or need be. */
  fill: { ask: string; wide: string | null } | null;
  /** Null where what it is listed by is preset. */
  remove: { label: string; name: string } | null;
}

/** Where each kind of way is listed: the order alone puts none of the person's own into the plan, nor takes it out. */
const LISTED_BY = { assistant: 'planB', own: 'ownChats', local: 'localModels' } as const;

/** What is granted of the plan; null while that is not known. */
export type GrantedWays = readonly WayId[] | null;

export function planBWay(
  id: WayId,
  order: readonly WayId[],
  { ownChats, signedIn }: Options,
  granted: GrantedWays,
  { parts }: Preset,
  speech: Speech,
): PlanBWay[] {
  const { t } = speech;
  const target = wayTarget(id, ownChats);
  if (target === null) return [];
  const { name, url, prefill } = target;
  const way = wayOf(id);
  const place = url === null ? t('plan_b_on_machine') : new URL(url).host;
  const isFilled = granted?.includes(id) === true;
  const how = prefill === null ? t('plan_b_fill_why') : t('plan_b_fill_address');
  const canBeFilled = url !== null && granted !== null;
  const isOwn = way.kind === 'own';
  const assistant = way.kind === 'assistant' ? assistantOf(way.assistantId) : null;
  return [
    {
      wayId: id,
      name,
      mark: assistant === null ? null : markOf(assistant),
      untold: assistant?.statusPages.length === 0 ? t('plan_b_untold') : null,
      place,
      order: parts.includes('planB') ? null : placeIn(name, order.indexOf(id), order.length, speech),
      signedIn:
        way.kind === 'assistant'
          ? {
              assistantId: way.assistantId,
              text: t('plan_b_signed_in'),
              name: t('plan_b_signed_in_for', name),
              isOn: signedIn.includes(way.assistantId),
            }
          : null,
      draft: !canBeFilled ? null : isFilled ? t('plan_b_filled') : how,
      fill:
        canBeFilled && !isFilled
          ? { ask: t('plan_b_fill', place), wide: way.kind === 'assistant' ? wideOf(way.assistantId, speech) : null }
          : null,
      remove: parts.includes(LISTED_BY[way.kind])
        ? null
        : {
            label: t(isOwn ? 'plan_b_remove' : 'plan_b_leave_out'),
            name: t(isOwn ? 'plan_b_remove_for' : 'plan_b_leave_out_for', name),
          },
    },
  ];
}
