import type { ComponentType } from 'react';
import type { OptionsView } from '@/utils/ui/options/view';
import { AssistantsSection } from './assistants-section';
import { DraftsSection } from './drafts-section';
import { NoticingSection } from './noticing-section';
import { NoticesSection } from './notifications-section';
import { OwnPagesSection } from './own-pages-section';
import { PlanBSection } from './plan-b-section';
import type { SectionProps } from './section-props';
import { SettingsSection } from './settings-section';
import { SitesSection } from './sites-section';

export interface OptionsSection {
  /** The page can be opened at it: `options.html#plan-b`. */
  id: string;
  heading(view: OptionsView): string;
  Body: ComponentType<SectionProps>;
}

/** The sections of the options page, from top to bottom. One line each. */
export const OPTIONS_SECTIONS: readonly OptionsSection[] = [
  { id: 'assistants', heading: (view) => view.assistants.heading, Body: AssistantsSection },
  { id: 'own-pages', heading: (view) => view.ownPages.heading, Body: OwnPagesSection },
  { id: 'plan-b', heading: (view) => view.planB.heading, Body: PlanBSection },
  { id: 'notices', heading: (view) => view.notices.heading, Body: NoticesSection },
  { id: 'permissions', heading: (view) => view.sites.heading, Body: SitesSection },
  { id: 'drafts', heading: (view) => view.drafts.heading, Body: DraftsSection },
  { id: 'failing-messages', heading: (view) => view.noticing.heading, Body: NoticingSection },
  { id: 'settings', heading: (view) => view.settings.heading, Body: SettingsSection },
];
