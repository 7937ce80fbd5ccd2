import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { AssistantEntry, AssistantList } from '@/components/assistant-list';
import { AssistantMark } from '@/components/assistant-mark';
import { type Banner, createBanner } from '@/components/banner/render-banner';
import { LanguagePicker, ManagedSetting } from '@/components/controls';
import { Chevron, SignIcon } from '@/components/small';
import { formatCount, sentences } from '@/utils/i18n/moments';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { ComposerReading } from '@/utils/model/drafts';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { presetNotes } from '@/utils/ui/options-access';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { allAssistants } from '@/utils/ui/page-registry';
import {
  type AskableSite,
  allowWords,
  areCounted,
  askableAccess,
  assistantChips,
  fallbackAssistants,
  sampleAlternatives,
  sampleAssistant,
  sampleBanner,
  useWelcome,
  WelcomeContext,
  type WelcomeStore,
} from '@/utils/ui/welcome/store';

/** What access to a site is for, where the button only counts the sites. */
function SiteList({ sites }: { sites: readonly AskableSite[] }) {
  const t = useT();
  return (
    <ul className="sites">
      {sites.map(({ pattern, host, name, isPage }) => (
        <li key={pattern}>
          <span>{host}</span>
          <span className="quiet">{t(isPage ? 'welcome_site_page' : 'welcome_site_chat', name)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Asks for access to all sites in one click. Sites where access covers more than its use are asked for one by one. */
export function WelcomeAllow() {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { options, grants, allow } = useWelcome();
  const { together, wide, isAllGranted } = askableAccess(options, grants);
  const status = useRef<HTMLParagraphElement>(null);
  // The focused button is gone once its sites are allowed.
  useEffect(() => {
    if (isAllGranted && document.activeElement === document.body) status.current?.focus();
  }, [isAllGranted]);
  const isCounted = areCounted(together, speech);
  return (
    <li className="step" aria-labelledby={id}>
      <h2 id={id}>{t('welcome_allow')}</h2>
      <p className="quiet">{t('welcome_allow_why')}</p>
      {options.watched.length === 0 && <p>{t('welcome_allow_none')}</p>}
      {together.length > 0 && (
        <div className="actions">
          <button
            type="button"
            className="button primary"
            onClick={() => allow(together.map(({ pattern }) => pattern))}
          >
            {isCounted ? t('welcome_allow_sites', formatCount(together.length, speech)) : allowWords(together, speech)}
          </button>
        </div>
      )}
      {isCounted && <SiteList sites={together} />}
      <p ref={status} tabIndex={-1} role="status" className="allowed">
        {isAllGranted && (
          <>
            <SignIcon sign="up" size={12} />
            {t('welcome_allowed')}
          </>
        )}
      </p>
      {wide.map(({ pattern, host, name, isPage }) => (
        <div key={pattern} className="wide">
          <p className="quiet said">{t(isPage ? 'welcome_wide_page' : 'welcome_wide_chat', name, host)}</p>
          <button type="button" className="button small" onClick={() => allow([pattern])}>
            {t('sites_give_for', host)}
          </button>
        </div>
      ))}
      <p className="quiet said">{t(isAllGranted ? 'welcome_revoke' : 'welcome_without')}</p>
    </li>
  );
}

interface WatchBoxProps {
  assistant: Assistant;
  className: string;
  children: ReactNode;
}

/** A checkbox that watches an assistant; `children` name it. */
function WatchBox({ assistant: { id }, className, children }: WatchBoxProps) {
  const { options, setWatched } = useWelcome();
  const isOn = options.watched.includes(id);
  return (
    <label className={className}>
      <input type="checkbox" checked={isOn} onChange={() => setWatched(id, !isOn)} />
      {children}
    </label>
  );
}

/** Which assistants to watch: the most used, or all in a searchable list. */
function WelcomeChoose() {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset } = useWelcome();
  const [isOpen, setOpen] = useState(false);
  // A chip that is switched off stays until the list is opened, so that nothing moves under the pointer.
  const [chips, setChips] = useState(() => assistantChips(options));
  const toggle = () => {
    setChips(assistantChips(options));
    setOpen(!isOpen);
  };
  return (
    <li className="step" aria-labelledby={id}>
      <div className="choose">
        <h2 id={id}>{t('welcome_choose')}</h2>
        <button type="button" className="button plain" aria-expanded={isOpen} onClick={toggle}>
          {t('welcome_all', formatCount(allAssistants().length, speech))}
          <Chevron />
        </button>
      </div>
      <ManagedSetting note={presetNotes(preset, speech).watched}>
        {isOpen ? (
          <AssistantList
            assistants={allAssistants()}
            entry={(assistant) => (
              <WatchBox assistant={assistant} className="add-choice">
                <AssistantEntry assistant={assistant} />
              </WatchBox>
            )}
          />
        ) : (
          <div className="chips">
            {chips.map((assistant) => (
              <WatchBox key={assistant.id} assistant={assistant} className="chip">
                <AssistantMark assistant={assistant} />
                {assistant.name}
              </WatchBox>
            ))}
          </div>
        )}
      </ManagedSetting>
    </li>
  );
}

/** Where to continue first, and what an issue will look like. */
function WelcomePlan() {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, putFirst } = useWelcome();
  const assistants = fallbackAssistants(options);
  const [first, next] = assistants;
  return (
    <li className="step" aria-labelledby={id}>
      <div className="pick">
        <h2 id={id}>{t('welcome_plan')}</h2>
        <ManagedSetting note={presetNotes(preset, speech).planB}>
          {first !== undefined && (
            <select
              className="field"
              aria-labelledby={id}
              value={first.id}
              onChange={({ currentTarget }) => putFirst(currentTarget.value as AssistantId)}
            >
              {assistants.map(({ id: assistantId, name }) => (
                <option key={assistantId} value={assistantId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </ManagedSetting>
      </div>
      <p className="quiet said">
        {first === undefined ? t('plan_b_empty') : next !== undefined && t('welcome_plan_next', first.name)}
      </p>
      <WelcomeSample />
    </li>
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
      carryConversation: nothing,
      readComposer: () => SAMPLE_READING,
      keep: null,
      awaitRecovery: nothing,
      check: nothing,
      putBack: nothing,
      discard: nothing,
      dismiss: () => latest.current.onDismiss(),
    });
  }, []);
  // The sample follows the choice of assistants.
  useEffect(() => banner.current?.show(view), [view]);
  useEffect(() => {
    // In Chromium it returns a promise, which React would take for a cleanup function.
    void host.current?.scrollIntoView({ block: 'nearest' });
  }, []);
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
    <>
      <div className="samples">
        <button
          ref={show}
          type="button"
          className="button plain"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t('welcome_sample_show')}
        </button>
        <button type="button" className="button plain" onClick={showSampleNotice}>
          {t('welcome_sample_notice')}
        </button>
      </div>
      {isShown && (
        <SampleBanner view={banner} others={sampleAlternatives(options)} direction={dir} onDismiss={dismiss} />
      )}
    </>
  );
}

/** Opens once after the install: which assistants to watch, which sites to allow, and where to continue. */
export function WelcomePage() {
  const speech = useSpeech();
  const { t } = speech;
  const language = useLanguage();
  const { isLoaded, options, preset, grants, isPinned, setLanguage, finish } = useWelcome();
  // No spinner: storage answers within a few milliseconds.
  if (!isLoaded) return null;
  const asksForAccess = askableAccess(options, grants).together.length > 0;
  return (
    <main className="welcome" {...language}>
      <header>
        <img src="icons/app-48.png" width="32" height="32" alt="" />
        <h1>{t('welcome_title')}</h1>
        <p className="quiet lead">{t('welcome_lead')}</p>
        <ManagedSetting note={presetNotes(preset, speech).language}>
          <LanguagePicker choice={options.language} onChange={setLanguage} />
        </ManagedSetting>
      </header>
      <ol>
        <WelcomeChoose />
        <WelcomeAllow />
        <WelcomePlan />
      </ol>
      <footer>
        <button type="button" className={`button done${asksForAccess ? '' : ' primary'}`} onClick={finish}>
          {t('welcome_done')}
        </button>
        <p className="quiet said">
          {sentences([isPinned === false ? t('welcome_pin') : null, t('welcome_later')], speech)}
        </p>
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
