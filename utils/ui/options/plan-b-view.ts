import { everyone } from '@/utils/assistants/everyone';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/local-answer';
import type { Options } from '@/utils/model/options';
import { NO_PRESET, type Preset } from '@/utils/model/preset';
import type { Status } from '@/utils/model/status';
import { MAX_OWN_CHATS } from '@/utils/model/way';
import type { AddressCheck } from '@/utils/rules/check-address';
import { orderWays } from '@/utils/rules/order-ways';
import { type Mark, markOf } from '@/utils/ui/mark';
import type { Speech } from '@/utils/words/speech';
import { type PlanBLocal, planBLocal } from './plan-b-local';
import { type PlanBRehearsal, planBRehearsal } from './plan-b-rehearsal';
import { type GrantedWays, type PlanBWay, planBWay } from './plan-b-way';

/** An assistant that can be taken into the plan. */
export interface Addable {
  assistantId: AssistantId;
  label: string;
  mark: Mark;
}

/** The section "Plan B" of the options page, in finished sentences. */
export interface PlanBView {
  heading: string;
  why: string;
  empty: string;
  ways: PlanBWay[];
  /** What else a grant does; null where none is asked for. */
  grants: string | null;
  /** Assistants that are not in the plan: the first rank, and behind "more" the others. */
  left: { heading: string; assistants: Addable[]; more: { text: string; assistants: Addable[] } };
  own: {
    heading: string;
    why: string;
    name: string;
    address: string;
    add: string;
    problems: Record<Exclude<AddressCheck['kind'], 'good'> | 'too_many', string>;
  };
  local: PlanBLocal;
  rehearsal: PlanBRehearsal;
}

export interface PlanBInput {
  options: Options;
  status: Pick<Status, 'rehearsal'>;
  granted: GrantedWays;
  localAnswers: LocalAnswers;
  /** Whether programmes on this machine are being asked. */
  isFinding: boolean;
  preset?: Preset;
}

export function planBView(input: PlanBInput, speech: Speech): PlanBView {
  const { options, status, granted, localAnswers, isFinding, preset = NO_PRESET } = input;
  const { t } = speech;
  const order = orderWays(options);
  const left = everyone().filter(({ id, chatSites }) => chatSites.length > 0 && !order.includes(id));
  const addable = (assistant: Assistant): Addable => ({
    assistantId: assistant.id,
    label: t('plan_b_take_in_for', assistant.name),
    mark: markOf(assistant),
  });
  const others = left.filter(({ isFirstRank }) => !isFirstRank).map(addable);
  const ways = order.flatMap((id) => planBWay(id, order, options, granted, preset, speech));
  return {
    heading: t('plan_b'),
    why: t('plan_b_why'),
    empty: t('plan_b_empty'),
    ways,
    grants: ways.some(({ fill, signedIn }) => fill !== null && signedIn !== null) ? t('plan_b_grants') : null,
    left: {
      heading: t('plan_b_left'),
      assistants: left.filter(({ isFirstRank }) => isFirstRank).map(addable),
      more: {
        text: t('popup_watch_more', new Intl.NumberFormat(speech.locale).format(others.length)),
        assistants: others,
      },
    },
    own: {
      heading: t('own_chat'),
      why: t('own_chat_why'),
      name: t('own_chat_name'),
      address: t('own_chat_address'),
      add: t('own_chat_add'),
      problems: {
        not_an_address: t('own_chat_not_an_address'),
        has_wildcard: t('address_has_wildcard'),
        has_empty_label: t('address_has_empty_label'),
        has_credentials: t('address_has_credentials'),
        not_https: t('own_chat_not_https'),
        already_there: t('own_chat_already_there'),
        too_many: t('own_chat_too_many', new Intl.NumberFormat(speech.locale).format(MAX_OWN_CHATS)),
      },
    },
    local: planBLocal(options.localModels, localAnswers, isFinding, speech),
    rehearsal: planBRehearsal(options, status.rehearsal, speech),
  };
}
