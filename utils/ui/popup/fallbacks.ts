import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { fallbackNote } from '@/utils/i18n/fallback-words';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/diagnosis';
import { type FallbackId, parseFallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { isAtOwnRisk, rankFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

export interface PopupWay {
  fallbackId: FallbackId;
  label: string;
  /** What to know before taking it; null when there is nothing to add. */
  note: string | null;
  /** False where a press could do nothing: there is no page to open, and no draft to copy. */
  isAvailable: boolean;
}

/** What can be gone on with, in the person's order. */
export interface PopupWays {
  choices: PopupWay[];
  /** That what is typed in the chat in front goes along; null where no chat is in front. */
  takesDraft: string | null;
  /** The sentence that there is no way; null when there is one. */
  nobody: string | null;
}

/** What the popup learns about ways while it is open. */
export interface WaysLearnt {
  localAnswers: LocalAnswers;
  /** Where a draft is pasted by hand, because nothing may fill it in. */
  pasted: readonly FallbackId[];
}

export interface WaysKnown extends WaysLearnt {
  /** Whose chat was in front when the popup was opened; null where there is none, or none that we may see. */
  front: AssistantId | null;
}

export const NO_WAYS_KNOWN: WaysLearnt = { localAnswers: {}, pasted: [] };

/** In trouble, or in one that can no longer be read: whoever needs a way on now needs it still. */
function isStuck(status: Status, id: AssistantId): boolean {
  const kind = status.verdicts[id]?.kind;
  return kind === 'trouble' || kind === 'suspected' || (kind === 'unknown' && status.episodes[id] !== undefined);
}

/** Null while nobody needs a way on. */
export function popupWays(status: Status, options: Options, known: WaysKnown, speech: Speech): PopupWays | null {
  const stuck = options.watched.find((id) => isStuck(status, id));
  if (stuck === undefined || !status.isOnline) return null;
  const { front, localAnswers, pasted } = known;
  const { now, t } = speech;
  const ids = rankFallbacks({
    plan: options,
    except: stuck,
    status,
    assistants: allAssistants(),
    localAnswers,
    now,
  });
  const choices = ids.flatMap((id): PopupWay[] => {
    const target = fallbackTarget(id, options);
    if (target === null) return [];
    const way = parseFallbackId(id);
    const answer = way.kind === 'local' ? localAnswers[way.modelId] : undefined;
    const isRisky = way.kind === 'assistant' && isAtOwnRisk(assistantOf(way.assistantId), status);
    const isTaken = front !== null && front !== id;
    const isAvailable = isTaken || target.url !== null;
    const key = way.kind === 'local' ? 'popup_copy_for' : 'popup_continue_in';
    return [
      {
        fallbackId: id,
        label: isAvailable ? t(key, target.name) : target.name,
        note: fallbackNote(
          {
            id,
            isPasted: isTaken && pasted.includes(id),
            signedIn: options.signedIn,
            isAtOwnRisk: isRisky,
            answer,
          },
          speech,
        ),
        isAvailable,
      },
    ];
  });
  const isTaken = front !== null && ids.some((id) => id !== front);
  return {
    choices,
    takesDraft: isTaken ? t('banner_takes_draft') : null,
    nobody: choices.length > 0 ? null : t('banner_nobody'),
  };
}
