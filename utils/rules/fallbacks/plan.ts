import type { AssistantId } from '@/utils/model/assistant';
import {
  customFallback,
  type FallbackId,
  type LocalModelId,
  localFallback,
  MAX_OWN_CHATS,
  parseFallbackId,
} from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import { orderFallbacks } from './rank-fallbacks';

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

/** The id after the greatest one or, if that is at the limit, the smallest free one. */
function freeChatId({ ownChats }: Options): string {
  const ids = ownChats.map(({ id }) => Number(id));
  const next = Math.max(0, ...ids) + 1;
  if (next <= MAX_CHAT_ID) return String(next);
  return String(ids.findIndex((_, index) => !ids.includes(index + 1)) + 1 || ids.length + 1);
}

/** Appends a custom chat under a unique id. Returns the options unchanged at the limit. */
export function withOwnChat(options: Options, name: string, url: string): Options {
  if (options.ownChats.length >= MAX_OWN_CHATS) return options;
  const id = freeChatId(options);
  const planB: FallbackId[] = [...orderFallbacks(options), customFallback(id)];
  return { ...options, ownChats: [...options.ownChats, { id, name, url }], planB };
}

/** Removes a fallback. A custom chat is deleted with it; a local app is no longer asked for models. */
export function withoutFallback(options: Options, id: FallbackId): Options {
  const way = parseFallbackId(id);
  return {
    ...options,
    planB: options.planB.filter((one) => one !== id),
    ownChats: options.ownChats.filter((chat) => way.kind !== 'own' || chat.id !== way.chatId),
    localModels: options.localModels.filter((model) => way.kind !== 'local' || model !== way.modelId),
  };
}

export function withSignedIn(options: Options, id: AssistantId, isOn: boolean): Options {
  return { ...options, signedIn: withMember(options.signedIn, id, isOn) };
}
