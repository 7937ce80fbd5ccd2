import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/diagnosis';
import { pageSuspicionOf } from '@/utils/model/evidence';
import {
  customFallback,
  type FallbackId,
  type LocalModelId,
  localFallback,
  MAX_OWN_CHATS,
  parseFallbackId,
} from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { ageOf, failingDependencyOf } from '@/utils/rules/judging/judge';

export type PlanB = Pick<Options, 'planB' | 'ownChats' | 'localModels'>;

/** All fallbacks in the user's order, without removed ones; those that the order does not contain yet come last. */
export function orderFallbacks({ planB, ownChats, localModels }: PlanB): FallbackId[] {
  const added: FallbackId[] = [...ownChats.map(({ id }) => customFallback(id)), ...localModels.map(localFallback)];
  const isThere = (id: FallbackId) => parseFallbackId(id).kind === 'assistant' || added.includes(id);
  return [...new Set([...planB, ...added])].filter(isThere);
}

export interface RankInput {
  plan: PlanB;
  /** The assistant to replace. It is never its own fallback. */
  except: AssistantId;
  status: Pick<Status, 'pages' | 'verdicts'>;
  /** The assistants that may be fallbacks. */
  assistants: readonly Pick<Assistant, 'id' | 'statusPages' | 'dependsOn'>[];
  localAnswers: LocalAnswers;
  now: number;
}

/**
 * Evidence expires even if no round has dropped it yet: every surface must rank alike. What the page lists behind it stays.
 */
function isSuspected({ kind, suspicion }: Verdict, now: number): boolean {
  // Slow answers are answers.
  if (suspicion?.source === 'slow') return false;
  const isHeld = suspicion?.source !== 'evidence' || now < suspicion.until || pageSuspicionOf(suspicion) !== null;
  return kind === 'suspected' && isHeld;
}

function isUp(verdict: Verdict | undefined, now: number): boolean {
  if (verdict === undefined || verdict.checkedAt === null) return false;
  const isOver = verdict.kind === 'suspected' && verdict.level === 'operational' && !isSuspected(verdict, now);
  if (verdict.kind !== 'up' && !isOver) return false;
  return !verdict.isStale && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

/**
 * Whether an assistant has no status source: no readable page, or a page on which its chat is not known. It can still
 * be used as a fallback, but its state is unknown.
 */
export function isAtOwnRisk(
  { id, statusPages }: Pick<Assistant, 'id' | 'statusPages'>,
  { verdicts }: Pick<Status, 'verdicts'>,
) {
  return statusPages.length === 0 || verdicts[id]?.reason === 'part_not_known';
}

function isAvailableAssistant(id: AssistantId, { except, status, assistants, now }: RankInput): boolean {
  const assistant = assistants.find((one) => one.id === id);
  if (assistant === undefined || id === except || failingDependencyOf(assistant, status, now) !== null) return false;
  const verdict = status.verdicts[id];
  // Without a status page, rely on the user's own request failures.
  const isFailing = verdict !== undefined && isSuspected(verdict, now);
  return isUp(verdict, now) || (isAtOwnRisk(assistant, status) && !isFailing);
}

function isAvailable(id: FallbackId, input: RankInput): boolean {
  const fallback = parseFallbackId(id);
  switch (fallback.kind) {
    case 'assistant':
      return isAvailableAssistant(fallback.assistantId, input);
    case 'own':
      return true;
    case 'local': {
      const answer = input.localAnswers[fallback.modelId];
      return answer?.kind === 'answers' && answer.models > 0;
    }
  }
}

/**
 * Available fallbacks in the user's order: assistants that are up by a fresh reading and depend on nothing that is
 * failing, local apps that just listed a model, and custom chats and assistants without a status source.
 */
export function rankFallbacks(input: RankInput): FallbackId[] {
  return orderFallbacks(input.plan).filter((id) => isAvailable(id, input));
}

/**
 * Number of possibly available fallbacks that are polled, and only during an outage or while the user looks at them.
 */
const FALLBACKS_READ = 3;

type Known = Pick<Status, 'pages' | 'verdicts'>;

/** A recent reading shows an outage: it is no fallback now, and nothing requires another reading yet. */
function isKnownToBeDown(id: AssistantId, { verdicts }: Known, now: number): boolean {
  const verdict = verdicts[id];
  const isDown = verdict?.kind === 'trouble' || verdict?.kind === 'suspected' || verdict?.kind === 'maintenance';
  return isDown && verdict.checkedAt !== null && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

/** The last reading shows that it can be suggested, or nothing was tried yet. */
function mayBeUp(id: AssistantId, { pages, verdicts }: Known): boolean {
  const kind = verdicts[id]?.kind;
  return (pages[id]?.failure ?? null) === null && (kind === undefined || kind === 'up');
}

/**
 * Readable fallbacks to poll, in the user's order: the first three that may be up. One with an outage or a failed
 * reading takes none of these places; it is polled in addition, so that its recovery is noticed.
 */
export function fallbacksToRead(readable: readonly AssistantId[], known: Known, now: number): AssistantId[] {
  let places = FALLBACKS_READ;
  return readable.filter((id) => {
    if (places === 0 || isKnownToBeDown(id, known, now)) return false;
    if (mayBeUp(id, known)) places -= 1;
    return true;
  });
}

/** Moves an item by this many places (negative: up), at most to the end of the list. */
export function moveBy<T>(order: readonly T[], member: T, by: number): T[] {
  const from = order.indexOf(member);
  if (from < 0) return [...order];
  const others = order.filter((one) => one !== member);
  const to = Math.min(Math.max(0, from + by), others.length);
  return [...others.slice(0, to), member, ...others.slice(to)];
}

/** Appends an item to a list, or removes it. */
export function withMember<T>(list: readonly T[], member: T, isIn: boolean): T[] {
  const others = list.filter((one) => one !== member);
  return isIn ? [...others, member] : others;
}

export function withMove(options: Options, id: FallbackId, by: number): Options {
  return { ...options, planB: moveBy(orderFallbacks(options), id, by) };
}

/** Appends an assistant to the fallbacks. */
export function withAssistant(options: Options, id: AssistantId): Options {
  return { ...options, planB: withMember(orderFallbacks(options), id, true) };
}

/** Moves a fallback to the first place. */
export function withFirst(options: Options, id: FallbackId): Options {
  return { ...options, planB: [id, ...withMember(orderFallbacks(options), id, false)] };
}

export function withLocalModel(options: Options, id: LocalModelId): Options {
  const localModels = withMember(options.localModels, id, true);
  return { ...options, localModels, planB: withMember(orderFallbacks(options), localFallback(id), true) };
}

/** Ids may come from a file; the schema allows 15 digits. */
const MAX_CHAT_ID = 10 ** 15 - 1;

/**
 * Derived from the time of adding, so that the id of a removed chat, which a test run may still name, is not used again. If
 * the greatest id is at the limit, the smallest free one.
 */
function freeChatId({ ownChats }: Options, now: number): string {
  const ids = ownChats.map(({ id }) => Number(id));
  const next = Math.max(now, ...ids.map((id) => id + 1));
  if (next <= MAX_CHAT_ID) return String(next);
  return String(ids.findIndex((_, index) => !ids.includes(index + 1)) + 1 || ids.length + 1);
}

/** Appends a custom chat under a unique id. Returns the options unchanged at the limit. */
export function withOwnChat(options: Options, name: string, url: string, now: number): Options {
  if (options.ownChats.length >= MAX_OWN_CHATS) return options;
  const id = freeChatId(options, now);
  const planB: FallbackId[] = [...orderFallbacks(options), customFallback(id)];
  return { ...options, ownChats: [...options.ownChats, { id, name, url }], planB };
}

/** Removes a fallback. A custom chat is deleted with it; a local app is no longer asked for models. */
export function withoutFallback(options: Options, id: FallbackId): Options {
  const fallback = parseFallbackId(id);
  return {
    ...options,
    planB: options.planB.filter((one) => one !== id),
    ownChats: options.ownChats.filter((chat) => fallback.kind !== 'own' || chat.id !== fallback.chatId),
    localModels: options.localModels.filter((model) => fallback.kind !== 'local' || model !== fallback.modelId),
  };
}

export function withSignedIn(options: Options, id: AssistantId, isOn: boolean): Options {
  return { ...options, signedIn: withMember(options.signedIn, id, isOn) };
}
