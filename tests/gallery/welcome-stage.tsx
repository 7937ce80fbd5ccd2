import { useState } from 'react';
import { createStore } from 'zustand';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { NO_PRESET } from '@/utils/model/options';
import { withFirst } from '@/utils/rules/fallbacks/plan';
import { withWatched } from '@/utils/rules/settings/choices';
import { WelcomeContext, type WelcomeState } from '@/utils/ui/welcome/store';
import type { WelcomeStageState } from './gallery-state';

const nothing = () => undefined;

/** A store in which assistants can be chosen; what needs a browser does nothing. */
export function stagedWelcome(data: Pick<WelcomeState, 'options' | 'grants'> & Partial<WelcomeState>) {
  return createStore<WelcomeState>((set) => ({
    isLoaded: true,
    preset: NO_PRESET,
    isPinned: false,
    setWatched: (id, isOn) => set(({ options }) => ({ options: withWatched(options, id, isOn) })),
    allow: nothing,
    putFirst: (id) => set(({ options }) => ({ options: withFirst(options, id) })),
    setLanguage: nothing,
    showSampleNotice: nothing,
    finish: nothing,
    ...data,
  }));
}

export function WelcomeStage({ state }: { state: WelcomeStageState }) {
  const { options, preset = NO_PRESET, origins } = state;
  const [store] = useState(() => stagedWelcome({ options, preset, grants: { origins, hasEvidence: false } }));
  return (
    <WelcomeContext value={store}>
      <WelcomePage />
    </WelcomeContext>
  );
}
