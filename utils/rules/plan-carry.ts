import type { Assistant } from '@/utils/model/assistant';

/** How a draft gets to another assistant. Every way only fills in; none sends. */
export type CarryPlan =
  /** There is nothing to take along. */
  | { way: 'open'; url: string }
  /** Our script fills it in, where the person granted that site. */
  | { way: 'fill'; url: string }
  /** The site's own address does. */
  | { way: 'prefill'; url: string }
  /** It is on the clipboard, and the person pastes it. */
  | { way: 'paste'; url: string }
  /** It is on the clipboard, and there is no page that we could open. */
  | { way: 'by_hand'; url: null };

export interface CarryInput {
  /** `url` is null where there is no page to open. */
  target: { url: string | null; prefill: Assistant['prefill'] };
  /** Empty when there is none. */
  text: string;
  isGranted: boolean;
}

/** The best way that there is for this draft. An address that would be too long is none. */
export function planCarry({ target, text, isGranted }: CarryInput): CarryPlan {
  const { url, prefill } = target;
  if (url === null) return { way: 'by_hand', url };
  if (text === '') return { way: 'open', url };
  if (isGranted) return { way: 'fill', url };
  // What is no well-formed UTF-16 makes encodeURIComponent throw.
  const address =
    prefill === null ? null : prefill.template.replace('{draft}', encodeURIComponent(text.toWellFormed()));
  if (prefill !== null && address !== null && address.length <= prefill.maxLength)
    return { way: 'prefill', url: address };
  return { way: 'paste', url };
}

/** Until when a draft is kept, epoch milliseconds. */
export function keptUntil({ startedAt }: { startedAt: number }): number {
  return startedAt + KEPT_FOR_MS;
}

/** Whether a carry has outlived its use. A clock that was set back must not keep a draft for ever. */
export function isExpired(carry: { startedAt: number }, now: number): boolean {
  return Math.abs(now - carry.startedAt) > KEPT_FOR_MS;
}

const KEPT_FOR_MS = 10 * 60_000;
