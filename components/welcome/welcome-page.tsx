import { Presettable } from '@/components/presettable';
import type { AssistantId } from '@/utils/model/assistant';
import type { WelcomeActions } from '@/utils/ui/welcome/welcome-store';
import type { WelcomeView } from '@/utils/ui/welcome/welcome-view';
import { WelcomeAllow } from './welcome-allow';
import { WelcomeChips } from './welcome-chips';
import { WelcomeSample } from './welcome-sample';

interface Props {
  view: WelcomeView;
  actions: WelcomeActions;
}

/** Once after the install: whom to watch, where it may help, and what to go on with. All of it can wait. */
export function WelcomePage({ view, actions }: Props) {
  const { choose, plan, preset } = view;
  return (
    <main className="welcome" lang={view.language} dir={view.direction}>
      <header>
        <img src="icons/app-48.png" width="32" height="32" alt="" />
        <h1>{view.title}</h1>
        <button type="button" className="button plain skip" onClick={actions.finish}>
          {view.skip}
        </button>
        <p className="quiet">{view.lead}</p>
      </header>
      <section aria-labelledby="choose-heading">
        <h2 id="choose-heading">{choose.heading}</h2>
        <Presettable note={preset.watched}>
          <WelcomeChips choices={choose.near} onChange={actions.setWatched} />
          <details>
            <summary>{choose.more.text}</summary>
            <WelcomeChips choices={choose.more.choices} onChange={actions.setWatched} />
          </details>
        </Presettable>
      </section>
      <WelcomeAllow allow={view.allow} onAllow={actions.allow} />
      <section aria-labelledby="plan-heading">
        <h2 id="plan-heading">{plan.heading}</h2>
        <Presettable note={preset.planB}>
          <label className="pick">
            {plan.label}
            <select
              className="field"
              value={plan.first ?? ''}
              onChange={({ currentTarget }) => actions.putFirst(currentTarget.value as AssistantId)}
            >
              {plan.choices.map(({ wayId, name }) => (
                <option key={wayId} value={wayId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </Presettable>
      </section>
      <WelcomeSample sample={view.sample} direction={view.direction} onNotice={actions.showSampleNotice} />
      <footer>
        <button type="button" className="button primary" onClick={actions.finish}>
          {view.done}
        </button>
      </footer>
    </main>
  );
}
