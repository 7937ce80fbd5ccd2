import type { Decision } from '@/utils/model/decision';
import type { Verdict } from '@/utils/model/verdict';
import type { Step } from './detect-changes';
import type { Mute } from './mutes';

/** A first sign that is held back, and one that was gone before a second reading, are worth a line in "why". */
export function firstSignDecision(verdict: Verdict, step: Step, mute: Mute): Decision[] {
  const about = {
    at: verdict.checkedAt ?? 0,
    assistantId: verdict.assistantId,
    about: 'first_sign',
    isTold: false,
  } as const;
  const whyMuted = mute === null || mute === 'not_watched' ? null : mute;
  const isHeld = step.episode !== null && !step.episode.isTold && step.episode.readings === 1 && step.isNewReading;
  if (isHeld) return [{ ...about, reason: whyMuted ?? 'waiting_for_second_reading' }];
  const isBlip = step.ended !== null && !step.ended.episode.isTold;
  return isBlip ? [{ ...about, reason: whyMuted ?? 'too_short' }] : [];
}
