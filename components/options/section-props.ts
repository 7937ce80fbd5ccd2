import type { OptionsActions } from '@/utils/ui/options/actions';
import type { OptionsView } from '@/utils/ui/options/view';

/** What every section of the options page is given. */
export interface SectionProps {
  view: OptionsView;
  /** What was last said about something that did not work; empty when nothing is to be said. */
  said: string;
  actions: OptionsActions;
}
