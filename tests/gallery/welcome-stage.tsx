import { useState } from 'react';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { withFirst } from '@/utils/rules/fallbacks/plan';
import { withWatched } from '@/utils/rules/settings/own-pages';
import type { WelcomeActions } from '@/utils/ui/welcome/welcome-store';
import { welcomeView } from '@/utils/ui/welcome/welcome-view';
import type { WelcomeState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

const nothing = () => undefined;

/** The welcome page. Assistants can be chosen; other actions do nothing. */
export function WelcomeStage({ state }: { state: WelcomeState }) {
  const [options, setOptions] = useState(state.options);
  const actions: WelcomeActions = {
    setWatched: (id, isOn) => setOptions((before) => withWatched(before, id, isOn)),
    allow: nothing,
    putFirst: (id) => setOptions((before) => withFirst(before, id)),
    showSampleNotice: nothing,
    finish: nothing,
  };
  const view = welcomeView(options, { origins: state.origins, hasEvidence: false }, speechAt(NOW), state.preset);
  return <WelcomePage view={view} actions={actions} />;
}
