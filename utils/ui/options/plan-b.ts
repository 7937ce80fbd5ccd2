import { fallbackTarget, LOCAL_MODELS, LOCAL_PATTERNS } from '@/utils/assistants/lookups';
import * as clock from '@/utils/browser/clock';
import { speechNow, translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { hasAccess, requestAccess } from '@/utils/browser/permissions';
import { clockTime, formatCount, fullTime, plural } from '@/utils/i18n/moments';
import type { MessageKey, Speech } from '@/utils/i18n/speech';
import { type Runbook, runbookMade, runbookMarkdown, runbookTitle } from '@/utils/i18n/team-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/diagnosis';
import type { FallbackTest } from '@/utils/model/drafts';
import {
  type FallbackId,
  LOCAL_MODEL_IDS,
  type LocalModelId,
  MAX_OWN_CHATS,
  parseFallbackId,
} from '@/utils/model/fallback';
import type { Options, Preset } from '@/utils/model/options';
import { statusLinkOf } from '@/utils/model/status';
import { isExpired } from '@/utils/rules/fallbacks/drafts';
import {
  orderFallbacks,
  withAssistant,
  withLocalModel,
  withMove,
  withOwnChat,
  withoutFallback,
  withSignedIn,
} from '@/utils/rules/fallbacks/plan';
import { type AddressCheck, checkAddress } from '@/utils/rules/settings/own-pages';
import { changeOptions, requestSites } from '@/utils/ui/options-access';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { saveFile } from '@/utils/ui/save-file';
import { type Timed, timed } from '@/utils/ui/text';
import type { DataAccess, OptionsData } from './state';

/** A fallback in the order of Plan B. */
export interface PlannedFallback {
  id: FallbackId;
  name: string;
  /** The host of its page; null for a program on this device. */
  host: string | null;
  /** Null for custom chats and local models. */
  assistant: Assistant | null;
  /** The message that says how a draft gets there; null where that is not known, or where there is no page. */
  draftKey: Extract<MessageKey, 'plan_b_filled' | 'plan_b_fill_address' | 'plan_b_fill_why'> | null;
  /** Whether access can be asked for, so that drafts are filled in. */
  canBeAllowed: boolean;
  isRemovable: boolean;
}

/** The option that lists each kind of fallback. Custom chats and local models do not leave Plan B by its order alone. */
const LISTED_BY = { assistant: 'planB', own: 'ownChats', local: 'localModels' } as const;

export function plannedFallbacks(
  options: Options,
  granted: OptionsData['granted'],
  { parts }: Preset,
): PlannedFallback[] {
  return orderFallbacks(options).flatMap((id): PlannedFallback[] => {
    const target = fallbackTarget(id, options);
    if (target === null) return [];
    const fallback = parseFallbackId(id);
    const canBeFilled = target.url !== null && granted !== null;
    const isFilled = granted?.includes(id) === true;
    const copied = target.prefill === null ? 'plan_b_fill_why' : 'plan_b_fill_address';
    return [
      {
        id,
        name: target.name,
        host: target.url === null ? null : new URL(target.url).host,
        assistant: fallback.kind === 'assistant' ? assistantOf(fallback.assistantId) : null,
        draftKey: !canBeFilled ? null : isFilled ? 'plan_b_filled' : copied,
        canBeAllowed: canBeFilled && !isFilled,
        isRemovable: !parts.includes(LISTED_BY[fallback.kind]),
      },
    ];
  });
}

/** The assistants with a chat that Plan B does not list. */
export function addableAssistants(options: Options): Assistant[] {
  const order = orderFallbacks(options);
  return allAssistants().filter(({ id, chatSites }) => chatSites.length > 0 && !order.includes(id));
}

/** A local program that was asked whether it runs. */
export interface FoundModel {
  id: LocalModelId;
  name: string;
  answer: LocalAnswer;
  canBeAdded: boolean;
}

export function foundModels(chosen: readonly LocalModelId[], answers: LocalAnswers): FoundModel[] {
  return LOCAL_MODEL_IDS.flatMap((id) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const canBeAdded = answer.kind === 'answers' && !chosen.includes(id);
    return [{ id, name: LOCAL_MODELS[id].name, answer, canBeAdded }];
  });
}

export function localAnswerWords({ name, answer }: FoundModel, speech: Speech): string {
  if (answer.kind !== 'answers') return speech.t(`local_${answer.kind}`, name);
  if (answer.models === 0) return speech.t('local_answers_none', name);
  return plural('local_answers', answer.models, speech, name);
}

/** The first fallback with a page, which the test run opens; null where there is none. */
export function fallbackToTest(options: Options): { id: FallbackId; name: string } | null {
  for (const id of orderFallbacks(options)) {
    const target = fallbackTarget(id, options);
    if (target !== null && target.url !== null) return { id, name: target.name };
  }
  return null;
}

/** How a test run ended. One that has not ended in time counts as lost. */
function testOutcome({ outcome, at }: FallbackTest, now: number): FallbackTest['outcome'] | 'lost' {
  return outcome === 'under_way' && isExpired({ startedAt: at }, now) ? 'lost' : outcome;
}

/** How the last test run ended, in words. `timeWords` names its time. A fallback that was removed since was not tested. */
function outcomeWords(
  test: FallbackTest | null,
  options: Options,
  timeWords: (at: number, speech: Speech) => string,
  speech: Speech,
): Timed {
  const target = test === null ? null : fallbackTarget(test.to, options);
  // What replaces a removed status page has no page to open.
  if (test === null || target === null || target.url === null) {
    return timed(speech.t('fallback_test_never'), null, speech);
  }
  const key = `fallback_test_${testOutcome(test, speech.now)}` as const;
  return timed(speech.t(key, timeWords(test.at, speech), target.name), test.at, speech);
}

/** The same, with the time of day. */
export const testWords = (test: FallbackTest | null, options: Options, speech: Speech): Timed =>
  outcomeWords(test, options, clockTime, speech);

/** Why a custom chat cannot be added. */
export type OwnChatProblem = Exclude<AddressCheck['kind'], 'good'> | 'too_many';

export function ownChatProblemWords(problem: OwnChatProblem, speech: Speech): string {
  switch (problem) {
    case 'has_wildcard':
    case 'has_empty_label':
    case 'has_credentials':
      return speech.t(`address_${problem}`);
    case 'too_many':
      return speech.t('own_chat_too_many', formatCount(MAX_OWN_CHATS, speech));
    default:
      return speech.t(`own_chat_${problem}`);
  }
}

/** The fallbacks of Plan B into which a draft may be filled. */
export async function grantedFallbacks(options: Options): Promise<FallbackId[]> {
  const ids = orderFallbacks(options);
  const isGranted = await Promise.all(
    ids.map(async (id) => {
      const target = fallbackTarget(id, options);
      return target !== null && target.url !== null && (await hasAccess(target.patterns));
    }),
  );
  return ids.filter((_, index) => isGranted[index]);
}

/** The addresses of all custom chats and assistants. */
function takenAddresses({ ownChats }: Options): string[] {
  const sites = allAssistants().flatMap(({ chatSites }) => chatSites.map(({ url }) => url));
  return [...ownChats.map(({ url }) => url), ...sites];
}

const change = (step: (options: Options) => Options): void => void changeOptions(step);

/** What the section "Plan B" does. */
export function planBActions({ get, set }: DataAccess) {
  const findModels = async () => {
    // Browsers grant access only within the click, so nothing is awaited before.
    const asked = requestAccess(LOCAL_PATTERNS);
    set({ isFindingModels: true });
    try {
      await asked.catch(() => false);
      set({ localAnswers: await sendToBackground({ type: 'local-models', ids: [...LOCAL_MODEL_IDS] }) });
    } finally {
      set({ isFindingModels: false });
    }
  };
  return {
    /** Moves a fallback down by so many places, or up by a negative number. */
    moveFallback: (id: FallbackId, by: number) => change((options) => withMove(options, id, by)),
    addFallback: (id: AssistantId) => change((options) => withAssistant(options, id)),
    removeFallback: (id: FallbackId) => change((options) => withoutFallback(options, id)),
    setSignedIn: (id: AssistantId, isOn: boolean) => change((options) => withSignedIn(options, id, isOn)),
    chooseLocalModel: (id: LocalModelId) => change((options) => withLocalModel(options, id)),
    /** Asks for access to the site of a fallback. Browsers grant it only within the click. */
    allowFilling(id: FallbackId): void {
      const target = fallbackTarget(id, get().options);
      // A refusal changes nothing; a grant comes back through `watchAccess`.
      if (target !== null) void requestSites(target.patterns).catch(() => false);
    },
    /** Returns what is wrong with the address; null when the chat was added. */
    addOwnChat(name: string, address: string): OwnChatProblem | null {
      const { options } = get();
      if (options.ownChats.length >= MAX_OWN_CHATS) return 'too_many';
      const checked = checkAddress(address, takenAddresses(options));
      if (checked.kind !== 'good') return checked.kind;
      const { host } = new URL(checked.url);
      change((before) => withOwnChat(before, name.trim() || host, checked.url, clock.now()));
      return null;
    },
    /** Asks for access to localhost, then asks the local programs. Browsers grant it only within the click. */
    findLocalModels: (): void => void findModels().catch(() => null),
    /** Transfers a sample draft. Browsers allow copying only within the click. */
    testFallback(to: FallbackId): void {
      // Like a real draft, the sample can be pasted where nothing fills it in.
      void navigator.clipboard.writeText(translate('fallback_test_sample')).catch(() => null);
      set({ testFailure: '' });
      sendToBackground({ type: 'test-fallback', to }).then(
        (isStarted) => set({ testFailure: isStarted ? '' : translate('fallback_test_draft_waits') }),
        () => set({ testFailure: translate('fallback_test_failed') }),
      );
    },
  };
}

/** Plan B as it is now: who to switch to, in which order, what goes along, and how the last test ended. */
export function runbookOf(
  { options, granted, preset, status }: Pick<OptionsData, 'options' | 'granted' | 'preset' | 'status'>,
  speech: Speech,
): Runbook {
  const { t } = speech;
  const watched = options.watched.map(assistantOf);
  return {
    title: runbookTitle(
      watched.map(({ name }) => name),
      speech,
    ),
    made: runbookMade(speech),
    checks: watched.map((assistant) => ({ name: assistant.name, url: statusLinkOf(status, assistant) })),
    steps: plannedFallbacks(options, granted, preset).map(({ id, name, assistant, draftKey }) => ({
      name,
      url: fallbackTarget(id, options)?.url ?? null,
      draft: draftKey === null ? null : t(draftKey),
      statusUrl: assistant === null ? null : statusLinkOf(status, assistant),
    })),
    along: t(options.carriesConversation ? 'runbook_along_conversation' : 'runbook_along_draft'),
    // Printed, a time of day alone would be read on another day.
    test: outcomeWords(status.rehearsal, options, fullTime, speech).text,
  };
}

/** Saves the runbook as a Markdown file. */
export function saveRunbook(runbook: Runbook): void {
  saveFile('understudy-plan-b.md', 'text/markdown', runbookMarkdown(runbook, speechNow()));
}
