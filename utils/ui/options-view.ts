import type { Speech } from '@/utils/words/speech';
import { directionOf } from './direction-of';
import { type PlanBInput, type PlanBView, planBView } from './plan-b-view';

/** All that the options page shows, in finished sentences: one part for each section. */
export interface OptionsView {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  planB: PlanBView;
}

export type OptionsInput = PlanBInput;

export function optionsView(input: OptionsInput, speech: Speech): OptionsView {
  const language = speech.t('popup_language');
  return {
    language,
    direction: directionOf(language),
    title: speech.t('options_title'),
    planB: planBView(input, speech),
  };
}
