import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Banner, createBanner } from '@/components/banner/render-banner';
import { ManagedSetting } from '@/components/controls';
import { AssistantMark } from '@/components/small';
import type { AssistantId } from '@/utils/model/assistant';
import type { ComposerReading } from '@/utils/model/drafts';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import type { WelcomeActions, WelcomeStore } from '@/utils/ui/welcome/welcome-store';
import type { WelcomeAsk, WelcomeChoice, WelcomeView } from '@/utils/ui/welcome/welcome-view';

interface WelcomeAllowProps {
  allow: WelcomeView['allow'];
  onAllow: (patterns: string[]) => void;
}

/** One click for what is used as a whole; what is wider than its use is asked for by itself, and says so. */
export function WelcomeAllow({ allow, onAllow }: WelcomeAllowProps) {
  const { heading, why, all, wide, given } = allow;
  const button = ({ patterns, label }: WelcomeAsk) => (
    <button type="button" className="button" onClick={() => onAllow(patterns)}>
      {label}
    </button>
  );
  return (
    <section aria-labelledby="allow-heading">
      <h2 id="allow-heading">{heading}</h2>
      <p className="quiet">{why}</p>
      {all !== null && <div className="actions">{button(all)}</div>}
      {wide.map((ask) => (
        <div key={ask.label} className="wide">
          {button(ask)}
          <p className="quiet said">{ask.wide}</p>
        </div>
      ))}
      <p role="status">{given}</p>
    </section>
  );
}

interface WelcomeChipsProps {
  choices: WelcomeChoice[];
  onChange: (id: AssistantId, isOn: boolean) => void;
}

/** Whom to watch, side by side. */
export function WelcomeChips({ choices, onChange }: WelcomeChipsProps) {
  return (
    <div className="chips">
      {choices.map(({ assistantId, name, mark, isOn }) => (
        <label key={assistantId} className="chip">
          <input type="checkbox" checked={isOn} onChange={() => onChange(assistantId, !isOn)} />
          <AssistantMark mark={mark} />
          {name}
        </label>
      ))}
    </div>
  );
}

interface SampleBannerProps {
  view: BannerView;
  others: FallbackOption[];
  direction: 'ltr' | 'rtl';
  onDismiss: () => void;
}

const nothing = () => undefined;
const SAMPLE_READING: ComposerReading = { kind: 'typed', text: '', hasFiles: false };

/** The banner itself, drawn as on a chat site; its list opens, and nothing in it leads anywhere. */
export function SampleBanner({ view, others, direction, onDismiss }: SampleBannerProps) {
  const host = useRef<HTMLDivElement>(null);
  const banner = useRef<Banner>(null);
  const latest = useRef({ others, onDismiss });
  useEffect(() => {
    latest.current = { others, onDismiss };
  }, [others, onDismiss]);
  useEffect(() => {
    const element = host.current;
    if (element === null || element.shadowRoot !== null) return;
    banner.current = createBanner(element.attachShadow({ mode: 'open' }), {
      alternatives: async () => latest.current.others,
      choose: nothing,
      readComposer: () => SAMPLE_READING,
      awaitRecovery: nothing,
      check: nothing,
      history: nothing,
      putBack: nothing,
      discard: nothing,
      dismiss: () => latest.current.onDismiss(),
    });
  }, []);
  // The sample follows the assistant that is chosen.
  useEffect(() => banner.current?.show(view), [view]);
  return <div ref={host} className="sample" dir={direction} />;
}

interface WelcomeSampleProps {
  sample: WelcomeView['sample'];
  direction: 'ltr' | 'rtl';
  onNotice: () => void;
}

/** What it looks like when somebody is in trouble, shown in this page; and a notification, by a click. */
export function WelcomeSample({ sample, direction, onNotice }: WelcomeSampleProps) {
  const [isShown, setShown] = useState(false);
  const show = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes with the banner: the focus goes where it can be had back.
  const dismiss = () => {
    setShown(false);
    show.current?.focus();
  };
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading">{sample.heading}</h2>
      <div className="actions">
        <button ref={show} type="button" className="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {sample.show}
        </button>
        <button type="button" className="button" onClick={onNotice}>
          {sample.notice}
        </button>
      </div>
      {isShown && (
        <SampleBanner view={sample.banner} others={sample.others} direction={direction} onDismiss={dismiss} />
      )}
    </section>
  );
}

interface WelcomePageProps {
  view: WelcomeView;
  actions: WelcomeActions;
}

/** Once after the install: whom to watch, where it may help, and what to go on with. All of it can wait. */
export function WelcomePage({ view, actions }: WelcomePageProps) {
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
        <ManagedSetting note={preset.watched}>
          <WelcomeChips choices={choose.near} onChange={actions.setWatched} />
          <details>
            <summary>{choose.more.text}</summary>
            <WelcomeChips choices={choose.more.choices} onChange={actions.setWatched} />
          </details>
        </ManagedSetting>
      </section>
      <WelcomeAllow allow={view.allow} onAllow={actions.allow} />
      <section aria-labelledby="plan-heading">
        <h2 id="plan-heading">{plan.heading}</h2>
        <ManagedSetting note={preset.planB}>
          <label className="pick">
            {plan.label}
            <select
              className="field"
              value={plan.first ?? ''}
              onChange={({ currentTarget }) => actions.putFirst(currentTarget.value as AssistantId)}
            >
              {plan.choices.map(({ fallbackId, name }) => (
                <option key={fallbackId} value={fallbackId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </ManagedSetting>
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

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function WelcomeApp({ store }: { store: WelcomeStore }) {
  const { view } = useStore(store);
  return view === null ? null : <WelcomePage view={view} actions={store.actions} />;
}
