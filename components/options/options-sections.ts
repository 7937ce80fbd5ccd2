import type { ComponentType } from 'react';
import type { OptionsActions } from '@/utils/ui/options-actions';
import type { OptionsView } from '@/utils/ui/options-view';
import { PlanBSection } from './plan-b-section';

export interface SectionProps {
  view: OptionsView;
  /** What was last said about something that did not work; empty when nothing is to be said. */
  said: string;
  actions: OptionsActions;
}

export interface OptionsSection {
  /** The page can be opened at it: `options.html#plan-b`. */
  id: string;
  heading(view: OptionsView): string;
  Body: ComponentType<SectionProps>;
}

/** The sections of the options page, from top to bottom. One line each. */
export const OPTIONS_SECTIONS: readonly OptionsSection[] = [
  { id: 'plan-b', heading: (view) => view.planB.heading, Body: PlanBSection },
];
