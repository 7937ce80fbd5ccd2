import { useEffect, useMemo, useRef, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { type Banner, createBanner } from '@/components/banner/render-banner';
import { ManagedSetting } from '@/components/controls';
import { formatCount, listWords } from '@/utils/i18n/moments';
import { hostOfPattern } from '@/utils/model/address';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { ComposerReading } from '@/utils/model/drafts';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { presetNotes } from '@/utils/ui/options-access';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import {
  askableAccess,
  fallbackAssistants,
  offeredAssistants,
  sampleAlternatives,
  sampleAssistant,
} from '@/utils/ui/welcome/choices';
import { sampleBanner } from '@/utils/ui/welcome/sample-banner';
import { useWelcome, WelcomeContext, type WelcomeStore } from '@/utils/ui/welcome/store';

/** Asks for access to all sites in one click. Sites where access covers more than its use are asked for one by one. */
export function WelcomeAllow() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, grants, allow } = useWelcome();
  const { together, wide, isAllGranted } = askableAccess(options, grants);
  const button = (patterns: string[]) => (
    <button type="button" className="button" onClick={() => allow(patterns)}>
      {t('sites_give_for', listWords(patterns.map(hostOfPattern), 'conjunction', speech))}
    </button>
  );
  return (
    <section aria-labelledby="allow-heading">
      <h2 id="allow-heading">{t('welcome_allow')}</h2>
      <p className="quiet">{t('welcome_allow_why')}</p>
      {together.length > 0 && <div className="actions">{button(together)}</div>}
      {wide.map(({ pattern, host, name, isPage }) => (
        <div key={pattern} className="wide">
          {button([pattern])}
          <p className="quiet said">{t(isPage ? 'welcome_wide_page' : 'welcome_wide_chat', name, host)}</p>
        </div>
      ))}
      <p role="status">{isAllGranted && t('welcome_allowed')}</p>
    </section>
  );
}

/** Assistants to watch, side by side. */
function AssistantChips({ assistants }: { assistants: readonly Assistant[] }) {
  const { options, setWatched } = useWelcome();
  return (
    <div className="chips">
      {assistants.map((assistant) => {
        const isOn = options.watched.includes(assistant.id);
        return (
          <label key={assistant.id} className="chip">
            <input type="checkbox" checked={isOn} onChange={() => setWatched(assistant.id, !isOn)} />
            <AssistantMark assistant={assistant} />
            {assistant.name}
          </label>
        );
      })}
    </div>
  );
}

/** Which assistants to watch: featured ones, and the rest behind their number. */
function WelcomeChoose() {
  const speech = useSpeech();
  const { t } = speech;
  const { preset } = useWelcome();
  const featured = offeredAssistants().filter(({ isFeatured }) => isFeatured);
  const others = offeredAssistants().filter(({ isFeatured }) => !isFeatured);
  return (
    <section aria-labelledby="choose-heading">
      <h2 id="choose-heading">{t('welcome_choose')}</h2>
      <ManagedSetting note={presetNotes(preset, speech).watched}>
        <AssistantChips assistants={featured} />
        <details>
          <summary>{t('popup_watch_more', formatCount(others.length, speech))}</summary>
          <AssistantChips assistants={others} />
        </details>
      </ManagedSetting>
    </section>
  );
}

/** The first fallback of Plan B. */
function WelcomePlan() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, putFirst } = useWelcome();
  const assistants = fallbackAssistants(options);
  return (
    <section aria-labelledby="plan-heading">
      <h2 id="plan-heading">{t('plan_b')}</h2>
      <ManagedSetting note={presetNotes(preset, speech).planB}>
        <label className="pick">
          {t('welcome_plan')}
          <select
            className="field"
            value={orderFallbacks(options)[0]}
            onChange={({ currentTarget }) => putFirst(currentTarget.value as AssistantId)}
          >
            {assistants.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </ManagedSetting>
    </section>
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

/** The banner as on a chat site. Its list opens, and its buttons do nothing. */
function SampleBanner({ view, others, direction, onDismiss }: SampleBannerProps) {
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
      fallbacks: async () => latest.current.others,
      choose: nothing,
      readComposer: () => SAMPLE_READING,
      awaitRecovery: nothing,
      check: nothing,
      putBack: nothing,
      discard: nothing,
      dismiss: () => latest.current.onDismiss(),
    });
  }, []);
  // The sample follows the choice of assistants.
  useEffect(() => banner.current?.show(view), [view]);
  return <div ref={host} className="sample" dir={direction} />;
}

/** Shows what an issue looks like: a banner in this page, and a notification. */
function WelcomeSample() {
  const speech = useSpeech();
  const { t } = speech;
  const { dir } = useLanguage();
  const { options, showSampleNotice } = useWelcome();
  const [isShown, setShown] = useState(false);
  const show = useRef<HTMLButtonElement>(null);
  const [assistantId, { theme }] = [sampleAssistant(options), options];
  const banner = useMemo(() => sampleBanner(assistantId, theme, speech), [assistantId, theme, speech]);
  // The focused button goes away with the banner, so the focus moves to the button that shows it again.
  const dismiss = () => {
    setShown(false);
    show.current?.focus();
  };
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading">{t('welcome_sample')}</h2>
      <div className="actions">
        <button ref={show} type="button" className="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t('welcome_sample_show')}
        </button>
        <button type="button" className="button" onClick={showSampleNotice}>
          {t('welcome_sample_notice')}
        </button>
      </div>
      {isShown && (
        <SampleBanner view={banner} others={sampleAlternatives(options)} direction={dir} onDismiss={dismiss} />
      )}
    </section>
  );
}

/** Opens once after the install: which assistants to watch, which sites to allow, and where to continue. */
export function WelcomePage() {
  const t = useT();
  const language = useLanguage();
  const { isLoaded, finish } = useWelcome();
  // No spinner: storage answers within a few milliseconds.
  if (!isLoaded) return null;
  return (
    <main className="welcome" {...language}>
      <header>
        <img src="icons/app-48.png" width="32" height="32" alt="" />
        <h1>{t('welcome_title')}</h1>
        <button type="button" className="button plain skip" onClick={finish}>
          {t('welcome_skip')}
        </button>
        <p className="quiet">{t('welcome_lead')}</p>
      </header>
      <WelcomeChoose />
      <WelcomeAllow />
      <WelcomePlan />
      <WelcomeSample />
      <footer>
        <button type="button" className="button primary" onClick={finish}>
          {t('welcome_done')}
        </button>
      </footer>
    </main>
  );
}

export function WelcomeApp({ store }: { store: WelcomeStore }) {
  return (
    <WelcomeContext value={store}>
      <PageSpeech store={store}>
        <WelcomePage />
      </PageSpeech>
    </WelcomeContext>
  );
}
