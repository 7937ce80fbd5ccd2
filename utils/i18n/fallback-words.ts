import type { LocalAnswer } from '@/utils/model/diagnosis';
import { type FallbackId, parseFallbackId } from '@/utils/model/fallback';
import { plural } from './moments';
import type { Speech } from './speech';

/** What a person should know of a way before they take it. */
export interface FallbackFacts {
  id: FallbackId;
  /** Nothing fills the draft in there: it is pasted by hand. */
  isPasted: boolean;
  /** Where the person said that they are signed in. */
  signedIn: readonly FallbackId[];
  /** Nobody tells whether it is up. */
  isAtOwnRisk: boolean;
  /** What its programme on this machine answered; undefined where none was asked. */
  answer: LocalAnswer | undefined;
}

/** "runs on this device (3 models): open the app and paste" */
function localWords(answer: LocalAnswer | undefined, speech: Speech): string {
  return plural('way_local', answer?.kind === 'answers' ? answer.models : 0, speech);
}

/** Beside the name of a way; null when there is nothing to add. */
export function fallbackNote(
  { id, isPasted, signedIn, isAtOwnRisk, answer }: FallbackFacts,
  speech: Speech,
): string | null {
  const { t } = speech;
  const { kind } = parseFallbackId(id);
  if (kind === 'local') return localWords(answer, speech);
  // Until the person has said of anybody that they are signed in there, nobody knows of whom they are not.
  const isSignInLikely = kind === 'assistant' && signedIn.length > 0 && !signedIn.includes(id);
  const notes = [
    kind === 'own' && t('way_own'),
    isAtOwnRisk && t('way_untold'),
    isPasted && t('banner_paste_there'),
    isSignInLikely && t('way_sign_in'),
  ];
  return notes.filter(Boolean).join(', ') || null;
}
