import { fallbackTarget } from '@/utils/assistants/lookups';
import type { Speech } from '@/utils/i18n/speech';
import { fallbackNote } from '@/utils/i18n/transfer-words';
import { type Grants, isGranted } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/diagnosis';
import { type FallbackId, parseFallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { isAtOwnRisk, orderFallbacks, rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** What the popup finds out about fallbacks while it is open. */
export interface FallbackFindings {
  localAnswers: LocalAnswers;
  /** Fallbacks into which the user has to paste a draft, because the extension may not fill it in. */
  pasted: readonly FallbackId[];
}

export const NOTHING_FOUND: FallbackFindings = { localAnswers: {}, pasted: [] };

/** The fallbacks that are not granted and have no address that fills in a draft. */
export function pastedFallbacks(options: Options, grants: Grants): FallbackId[] {
  return orderFallbacks(options).filter((id) => {
    const target = fallbackTarget(id, options);
    if (target === null || target.prefill !== null) return false;
    return !target.patterns.every((pattern) => isGranted(grants, pattern));
  });
}

/** The name of a fallback; null if it is a custom chat that was removed, whose drafts are kept all the same. */
export function fallbackName(id: FallbackId, choices: Pick<Options, 'ownChats' | 'ownPages'>): string | null {
  return fallbackTarget(id, choices)?.name ?? null;
}

/** A fallback on offer. */
export interface FallbackChoice {
  id: FallbackId;
  name: string;
  kind: ReturnType<typeof parseFallbackId>['kind'];
  /** What to know before choosing it; null when there is nothing to add. */
  note: string | null;
  /** False where a press could do nothing: there is no page to open, and no draft to copy. */
  isAvailable: boolean;
}

export interface FallbackChoices {
  /** In the user's order. Empty when no fallback is known to be up. */
  choices: FallbackChoice[];
  /**
   * The assistant of the active chat, if a draft there would go along. Whether there is one is not known: the composer is
   * read only when the user presses.
   */
  draftFrom: AssistantId | null;
}

/** Whether the user needs a fallback. An outage whose status page can no longer be read may still go on. */
function needsFallback({ verdicts, episodes }: Status, id: AssistantId): boolean {
  const kind = verdicts[id]?.kind;
  return kind === 'trouble' || kind === 'suspected' || (kind === 'unknown' && episodes[id] !== undefined);
}

/** `front` is the assistant whose chat is in the active tab. Null while no fallback is needed. */
export function fallbackChoices(
  status: Status,
  options: Options,
  { front, localAnswers, pasted }: FallbackFindings & { front: AssistantId | null },
  speech: Speech,
): FallbackChoices | null {
  const failing = options.watched.find((id) => needsFallback(status, id));
  if (failing === undefined || !status.isOnline) return null;
  const ids = rankFallbacks({
    plan: options,
    except: failing,
    status,
    assistants: allAssistants(),
    localAnswers,
    now: speech.now,
  });
  const choices = ids.flatMap((id): FallbackChoice[] => {
    const target = fallbackTarget(id, options);
    if (target === null) return [];
    const fallback = parseFallbackId(id);
    const hasDraft = front !== null && front !== id;
    const facts = {
      id,
      isPasted: hasDraft && pasted.includes(id),
      signedIn: options.signedIn,
      isAtOwnRisk: fallback.kind === 'assistant' && isAtOwnRisk(assistantOf(fallback.assistantId), status),
      answer: fallback.kind === 'local' ? localAnswers[fallback.modelId] : undefined,
    };
    return [
      {
        id,
        name: target.name,
        kind: fallback.kind,
        note: fallbackNote(facts, speech),
        isAvailable: hasDraft || target.url !== null,
      },
    ];
  });
  return { choices, draftFrom: ids.some((id) => id !== front) ? front : null };
}
