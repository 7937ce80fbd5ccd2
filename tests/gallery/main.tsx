import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/assistant-list.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/switch.css';
import '@/components/popup/popup.css';
import '@/components/popup/rows.css';
import '@/components/popup/details.css';
import '@/components/second-opinion.css';
import '@/components/strip.css';
import '@/components/options/options.css';
import '@/components/options/options-choices.css';
import '@/components/options/runbook.css';
import '@/components/welcome/welcome.css';
import '@/components/history/history.css';
import '@/components/history/charts.css';
import '@/components/history/report.css';
import '@/components/history/timeline.css';
import './gallery.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CheckChoice } from '@/components/check/check-page';
import { loadRowDetails } from '@/components/popup/assistant-row';
import { SpeechContext } from '@/utils/ui/page-context';
import { BannerStage } from './banner-stage';
import { CheckStage } from './check-stage';
import type { GalleryState } from './gallery-state';
import { HistoryStage } from './history-stage';
import { NOW } from './moments';
import { OptionsStage } from './options-stage';
import { PopupStage } from './popup-stage';
import { SheetStage } from './sheet-stage';
import { goTo, speechAt } from './speech';
import { ALL_STATES } from './states/all-states';
import { WelcomeStage } from './welcome-stage';

declare global {
  interface Window {
    /** Shows a state of the gallery. Undefined until it can. */
    showState?: (address: string) => void;
  }
}

function Stage({ state }: { state: GalleryState }) {
  switch (state.surface) {
    case 'popup':
      return <PopupStage state={state} />;
    case 'sheet':
      return <SheetStage state={state} />;
    case 'options':
      return <OptionsStage state={state} />;
    case 'banner':
      return <BannerStage state={state} />;
    case 'welcome':
      return <WelcomeStage state={state} />;
    case 'check':
      return <CheckStage state={state} />;
    case 'check-choice':
      return <CheckChoice watched={state.watched} />;
    case 'history':
      return <HistoryStage state={state} />;
  }
}

/** Links to all states, shown when the address names none. */
function Index() {
  return (
    <main className="chat">
      <h1>Gallery</h1>
      <ul>
        {Object.keys(ALL_STATES).map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root');
const root = createRoot(element);

/** The tests call it, because a change of the hash costs more than the rendering. The state is complete when it returns. */
function showState(address: string) {
  const { name, language } = goTo(address);
  const state = ALL_STATES[name];
  flushSync(() =>
    root.render(
      state === undefined ? (
        <Index />
      ) : (
        <SpeechContext key={`${name}@${language}`} value={speechAt(NOW)}>
          <Stage state={state} />
        </SpeechContext>
      ),
    ),
  );
  document.body.classList.toggle('beside', state?.surface === 'popup' && state.isBeside === true);
}
const showHash = () => showState(decodeURIComponent(location.hash.slice(1)));

// Open rows are complete when they are shown.
void loadRowDetails().then(() => {
  addEventListener('hashchange', showHash);
  showHash();
  window.showState = showState;
});
