import { fallbackTarget, LOCAL_MODELS, LOCAL_PATTERNS } from '@/utils/assistants/fallback-target';
import { translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { hasAccess, requestAccess } from '@/utils/browser/permissions';
import { clockTime, plural } from '@/utils/i18n/moments';
import type { MessageKey, Speech } from '@/utils/i18n/speech';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/diagnosis';
import type { FallbackTest, RehearsalOutcome } from '@/utils/model/drafts';
import {
  type FallbackId,
  LOCAL_MODEL_IDS,
  type LocalModelId,
  MAX_OWN_CHATS,
  parseFallbackId,
} from '@/utils/model/fallback';
import { NO_PRESET, type Options, type Preset } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { isExpired } from '@/utils/rules/fallbacks/drafts';
import {
  withAssistant,
  withLocalModel,
  withMove,
  withOwnChat,
  withoutFallback,
  withSignedIn,
} from '@/utils/rules/fallbacks/plan';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { type AddressCheck, checkAddress } from '@/utils/rules/settings/own-pages';
import { type Mark, markOf } from '@/utils/ui/marks';
import { changeOptions } from '@/utils/ui/options-access';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed, wideOf } from '@/utils/ui/text';
import type { PlanBActions } from './actions';

/** Programmes on this machine that could go on. */
export interface PlanBLocal {
  heading: string;
  why: string;
  page: string;
  find: string;
  isFinding: boolean;
  /** What was found, once it was looked for. */
  found: { modelId: LocalModelId; said: string; add: string | null }[];
}

function answerWords(name: string, answer: LocalAnswer, speech: Speech): string {
  const { t } = speech;
  switch (answer.kind) {
    case 'answers':
      return answer.models === 0 ? t('local_answers_none', name) : plural('local_answers', answer.models, speech, name);
    case 'refuses':
      return t('local_refuses', name);
    case 'stranger':
      return t('local_stranger', name);
    case 'silent':
      return t('local_silent', name);
    case 'not_allowed':
      return t('local_not_allowed', name);
  }
}

export function planBLocal(
  chosen: readonly LocalModelId[],
  answers: LocalAnswers,
  isFinding: boolean,
  speech: Speech,
): PlanBLocal {
  const { t } = speech;
  return {
    heading: t('local_models'),
    why: t('local_models_why'),
    page: t('local_models_page'),
    find: t(isFinding ? 'local_models_finding' : 'local_models_find'),
    isFinding,
    found: LOCAL_MODEL_IDS.flatMap((modelId) => {
      const answer = answers[modelId];
      if (answer === undefined) return [];
      const { name } = LOCAL_MODELS[modelId];
      const canBeAdded = answer.kind === 'answers' && !chosen.includes(modelId);
      const add = canBeAdded ? t('plan_b_take_in_for', name) : null;
      return [{ modelId, said: answerWords(name, answer, speech), add }];
    }),
  };
}

export interface PlanBRehearsal {
  heading: string;
  why: string;
  /** Null where nothing in the plan could be opened. */
  attempt: { fallbackId: FallbackId; label: string } | null;
  nothing: string;
  /** What became of the last one. */
  last: Timed;
}

const SAID: Record<RehearsalOutcome | 'lost', MessageKey> = {
  exact: 'rehearsal_exact',
  attached: 'rehearsal_attached',
  altered: 'rehearsal_altered',
  refused: 'rehearsal_refused',
  too_long: 'rehearsal_too_long',
  occupied: 'rehearsal_occupied',
  no_composer: 'rehearsal_no_composer',
  under_way: 'rehearsal_under_way',
  by_hand: 'rehearsal_by_hand',
  by_address: 'rehearsal_by_address',
  lost: 'rehearsal_lost',
};

function lastWords(rehearsal: FallbackTest | null, options: Options, speech: Speech): Timed {
  if (rehearsal === null) return timed(speech.t('rehearsal_never'), null, speech);
  const { to, at, outcome } = rehearsal;
  const isLost = outcome === 'under_way' && isExpired({ startedAt: at }, speech.now);
  const said = speech.t(SAID[isLost ? 'lost' : outcome]);
  const name = fallbackTarget(to, options)?.name ?? '';
  return timed(speech.t('rehearsal_last', clockTime(at, speech), name, said), at, speech);
}

export function planBRehearsal(options: Options, rehearsal: FallbackTest | null, speech: Speech): PlanBRehearsal {
  const first = orderFallbacks(options)
    .map((fallbackId) => ({ fallbackId, target: fallbackTarget(fallbackId, options) }))
    .find(({ target }) => target !== null && target.url !== null);
  const { t } = speech;
  return {
    heading: t('rehearsal'),
    why: t('rehearsal_why'),
    attempt:
      first?.target == null ? null : { fallbackId: first.fallbackId, label: t('rehearsal_try', first.target.name) },
    nothing: t('rehearsal_nothing'),
    last: lastWords(rehearsal, options, speech),
  };
}

interface Move {
  label: string;
  /** False at the end of the list. */
  isPossible: boolean;
}

/** Where one stands in an order that the person makes. */
export interface Place {
  /** "ChatGPT: 1 of 4", said when it was moved. */
  position: string;
  up: Move;
  down: Move;
}

export function placeIn(name: string, index: number, length: number, { t, locale }: Speech): Place {
  const number = new Intl.NumberFormat(locale);
  return {
    position: t('order_position', name, number.format(index + 1), number.format(length)),
    up: { label: t('order_up_for', name), isPossible: index > 0 },
    down: { label: t('order_down_for', name), isPossible: index < length - 1 },
  };
}

/** One way of the plan, as it is put in order. */
export interface PlanBWay {
  fallbackId: FallbackId;
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
export type GrantedWays = readonly FallbackId[] | null;

export function planBWay(
  id: FallbackId,
  order: readonly FallbackId[],
  options: Options,
  granted: GrantedWays,
  { parts }: Preset,
  speech: Speech,
): PlanBWay[] {
  const { t } = speech;
  const target = fallbackTarget(id, options);
  if (target === null) return [];
  const { name, url, prefill } = target;
  const way = parseFallbackId(id);
  const place = url === null ? t('plan_b_on_machine') : new URL(url).host;
  const isFilled = granted?.includes(id) === true;
  const how = prefill === null ? t('plan_b_fill_why') : t('plan_b_fill_address');
  const canBeFilled = url !== null && granted !== null;
  const isOwn = way.kind === 'own';
  const assistant = way.kind === 'assistant' ? assistantOf(way.assistantId) : null;
  return [
    {
      fallbackId: id,
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
              isOn: options.signedIn.includes(way.assistantId),
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
  const order = orderFallbacks(options);
  const left = allAssistants().filter(({ id, chatSites }) => chatSites.length > 0 && !order.includes(id));
  const addable = (assistant: Assistant): Addable => ({
    assistantId: assistant.id,
    label: t('plan_b_take_in_for', assistant.name),
    mark: markOf(assistant),
  });
  const others = left.filter(({ isFeatured }) => !isFeatured).map(addable);
  const ways = order.flatMap((id) => planBWay(id, order, options, granted, preset, speech));
  return {
    heading: t('plan_b'),
    why: t('plan_b_why'),
    empty: t('plan_b_empty'),
    ways,
    grants: ways.some(({ fill, signedIn }) => fill !== null && signedIn !== null) ? t('plan_b_grants') : null,
    left: {
      heading: t('plan_b_left'),
      assistants: left.filter(({ isFeatured }) => isFeatured).map(addable),
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

/** The ways of the plan at which a draft may be filled in. */
export async function grantedWays(options: Options): Promise<FallbackId[]> {
  const ids = orderFallbacks(options);
  const isGranted = await Promise.all(
    ids.map(async (id) => {
      const target = fallbackTarget(id, options);
      return target !== null && target.url !== null && (await hasAccess(target.patterns));
    }),
  );
  return ids.filter((_, index) => isGranted[index]);
}

/** What the commands need of the page that they are given in. */
export interface OptionsPageState {
  options(): Options;
  setFinding(isFinding: boolean): void;
  setLocalAnswers(answers: LocalAnswers): void;
  say(text: string): void;
}

const change = (step: (options: Options) => Options): void => void changeOptions(step);

/** The addresses that are listed already, in the plan or as an assistant's. */
function takenAddresses({ ownChats }: Options): string[] {
  const sites = allAssistants().flatMap(({ chatSites }) => chatSites.map(({ url }) => url));
  return [...ownChats.map(({ url }) => url), ...sites];
}

async function findLocal(page: OptionsPageState): Promise<void> {
  // Asked first, before anything is awaited. Who says no learns that nothing was asked on the machine.
  const asked = requestAccess(LOCAL_PATTERNS);
  page.setFinding(true);
  try {
    await asked.catch(() => false);
    page.setLocalAnswers(await sendToBackground({ type: 'local-models', ids: [...LOCAL_MODEL_IDS] }));
  } finally {
    page.setFinding(false);
  }
}

/** What the section "Plan B" asks of the browser and the background. */
export function planBCommands(page: OptionsPageState): PlanBActions {
  return {
    moveWay: (id, by) => change((options) => withMove(options, id, by)),
    takeIn: (id) => change((options) => withAssistant(options, id)),
    leaveOut: (id) => change((options) => withoutFallback(options, id)),
    setSignedIn: (id, isOn) => change((options) => withSignedIn(options, id, isOn)),
    chooseLocalModel: (id) => change((options) => withLocalModel(options, id)),
    allowFilling(id) {
      const target = fallbackTarget(id, page.options());
      // A refusal changes nothing; a grant comes back through `watchAccess`.
      if (target !== null) void requestAccess(target.patterns).catch(() => false);
    },
    addOwnChat(name, address) {
      if (page.options().ownChats.length >= MAX_OWN_CHATS) return 'too_many';
      const checked = checkAddress(address, takenAddresses(page.options()));
      if (checked.kind === 'good') {
        const { host } = new URL(checked.url);
        change((options) => withOwnChat(options, name.trim() || host, checked.url));
      }
      return checked.kind;
    },
    findLocalModels: () => void findLocal(page).catch(() => null),
    testFallback(to) {
      // As with a real draft: where nothing fills it in, it can be pasted.
      void navigator.clipboard.writeText(translate('rehearsal_sample')).catch(() => null);
      page.say('');
      sendToBackground({ type: 'test-fallback', to }).then(
        (isTried) => page.say(isTried ? '' : translate('rehearsal_draft_waits')),
        () => page.say(translate('rehearsal_failed')),
      );
    },
  };
}
