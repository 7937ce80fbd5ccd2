import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import { readGrants, watchAccess } from '@/utils/browser/permissions';
import { closeThisTab, isPinned } from '@/utils/browser/tabs';
import { clockTime, languageOf, listWords, sentenceGap } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { levelTitle, sinceAndLength } from '@/utils/i18n/verdict-words';
import { type Grants, hostOfPattern, isGranted } from '@/utils/model/address';
import { type Assistant, type AssistantId, hasClosedPage, isChatWide, isPageWide } from '@/utils/model/assistant';
import { isAssistantFallback } from '@/utils/model/fallback';
import {
  DEFAULT_OPTIONS,
  type LanguageChoice,
  NO_PRESET,
  type Options,
  type Preset,
  type Theme,
} from '@/utils/model/options';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { orderFallbacks, withFirst } from '@/utils/rules/fallbacks/plan';
import {
  changeOptions,
  chooseLanguage,
  followOptions,
  requestSites,
  setWatched,
  tellBackground,
} from '@/utils/ui/options-access';
import { createPageStore } from '@/utils/ui/page-context';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** A site of a watched assistant that access can be asked for. */
export interface AskableSite {
  pattern: string;
  host: string;
  /** The name of the assistant. */
  name: string;
  /** Whether access covers more than its use, because browsers ignore the path of an address. */
  isWide: boolean;
  /** Whether it is a status page; otherwise it is a chat. */
  isPage: boolean;
}

function sitesOf(assistant: Assistant): AskableSite[] {
  const { name } = assistant;
  const pages = hasClosedPage(assistant) ? statusPatterns(assistant) : [];
  const site = (pattern: string, isPage: boolean, isWide: boolean) => ({
    pattern,
    host: hostOfPattern(pattern),
    name,
    isWide,
    isPage,
  });
  return [
    ...chatPatterns(assistant).map((pattern) => site(pattern, false, isChatWide(assistant))),
    ...pages.map((pattern) => site(pattern, true, isPageWide(assistant))),
  ];
}

/** What is left to ask for. */
export interface AskableAccess {
  /** Sites that one click asks for together. */
  together: AskableSite[];
  /** Asked for one by one, because more is granted than is used. */
  wide: AskableSite[];
  /** Whether there were sites to ask for and all of them are granted. */
  isAllGranted: boolean;
}

/** Asks for nothing while the grants are not known. */
export function askableAccess({ watched }: Pick<Options, 'watched'>, grants: Grants | null): AskableAccess {
  if (grants === null) return { together: [], wide: [], isAllGranted: false };
  const sites = watched.map(assistantOf).flatMap(sitesOf);
  const open = sites.filter(({ pattern }) => !isGranted(grants, pattern));
  const narrow = open.filter(({ isWide }) => !isWide);
  return {
    together: narrow.filter(({ pattern }, index) => narrow.findIndex((one) => one.pattern === pattern) === index),
    wide: open.filter(({ isWide }) => isWide),
    isAllGranted: sites.length > 0 && open.length === 0,
  };
}

/** What the button says that asks for access to these sites by name. */
export const allowWords = (sites: readonly AskableSite[], speech: Speech): string => {
  const hosts = sites.map(({ host }) => host);
  return speech.t('sites_give_for', listWords(hosts, 'conjunction', speech));
};

/** About as many characters fit in one line of the button at 320 px. */
const BUTTON_LENGTH = 36;

/** Whether the button counts the sites, and a list names them, because their names don't fit in one line. */
export const areCounted = (sites: readonly AskableSite[], speech: Speech): boolean =>
  sites.length > 1 && allowWords(sites, speech).length > BUTTON_LENGTH;

/** The assistants of Plan B in order. The only watched assistant is left out: it can't replace itself. */
export function fallbackAssistants(options: Options): Assistant[] {
  const [only, ...others] = options.watched;
  const assistants = orderFallbacks(options).filter(isAssistantFallback).map(assistantOf);
  return others.length > 0 ? assistants : assistants.filter(({ id }) => id !== only);
}

/** The assistants that can be chosen without opening the list: the featured ones, and others that are watched. */
export const assistantChips = ({ watched }: Pick<Options, 'watched'>): Assistant[] =>
  allAssistants().filter(({ id, isFeatured }) => isFeatured || watched.includes(id));

/** The assistant that the sample banner is about: the first that is watched. */
export const sampleAssistant = ({ watched }: Pick<Options, 'watched'>): AssistantId => watched[0] ?? 'claude';

/** What the list of the sample banner offers. */
export function sampleAlternatives(options: Options): FallbackOption[] {
  return fallbackAssistants(options)
    .filter(({ id }) => id !== sampleAssistant(options))
    .slice(0, 3)
    .map(({ id, name }) => ({ fallbackId: id, name, note: null }));
}

const STARTED_AGO_MS = 47 * 60_000;

/** A banner about a made-up outage. */
export function sampleBanner(id: AssistantId, theme: Theme, speech: Speech): BannerView {
  const { t, now } = speech;
  const { name, provider } = assistantOf(id);
  const start = { at: now - STARTED_AGO_MS, isKnown: true };
  return {
    assistantId: id,
    kind: 'trouble',
    level: 'partial_outage',
    headline: levelTitle(name, 'partial_outage', speech),
    since: sinceAndLength(start, speech),
    phase: t('popup_phase_identified'),
    detail: null,
    words: { title: t('sample_title'), text: t('sample_text'), by: provider },
    checked: t('checked', clockTime(now, speech)),
    statusUrl: null,
    isOver: false,
    isAwaited: null,
    theme,
    ...languageOf(speech),
    path: '/',
    carriesConversation: false,
    composerHints: [],
    labels: {
      takesDraft: t('banner_takes_draft'),
      takesConversation: t('banner_takes_conversation'),
      choice: t('conversation_choice'),
      draftOnly: t('conversation_draft_only'),
      withConversation: t('conversation_with'),
      reading: t('conversation_reading'),
      filesNote: t('banner_files_may_come'),
      gap: sentenceGap(speech),
      cannotRead: t('banner_cannot_read'),
      keep: null,
      continueIn: t('banner_continue'),
      awaits: t('await_ask'),
      check: t('check_ask'),
      dismiss: t('banner_close'),
      link: t('banner_status_page'),
      region: t('banner_region', name),
      nobody: t('banner_nobody'),
    },
  };
}

export interface WelcomeState {
  /** False until storage has answered. The page paints nothing before. */
  isLoaded: boolean;
  options: Options;
  preset: Preset;
  /** Null while the permissions are not known. */
  grants: Grants | null;
  setWatched(id: AssistantId, isOn: boolean): void;
  /** Asks for access to sites. Browsers grant it only within the click. */
  allow(patterns: string[]): void;
  /** Moves an assistant to the top of Plan B. */
  putFirst(id: AssistantId): void;
  /** Whether the icon is in the toolbar; null where the browser does not say. */
  isPinned: boolean | null;
  setLanguage(language: LanguageChoice): void;
  showSampleNotice(): void;
  /** Closes the page. */
  finish(): void;
}

export const { StoreContext: WelcomeContext, usePageStore: useWelcome } = createPageStore<WelcomeState>();

export interface WelcomeStore extends StoreApi<WelcomeState> {
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

export function createWelcomeStore(): WelcomeStore {
  const store = createStore<WelcomeState>(() => ({
    isLoaded: false,
    options: DEFAULT_OPTIONS,
    preset: NO_PRESET,
    grants: null,
    isPinned: null,
    setWatched: (id, isOn) => void setWatched(id, isOn),
    allow: (patterns) => void requestSites(patterns).catch(() => false),
    putFirst: (id) => void changeOptions((before) => withFirst(before, id)),
    setLanguage: (language) => void chooseLanguage(language),
    showSampleNotice: () => tellBackground({ type: 'sample-notice' }),
    finish: () => void closeThisTab().catch(() => null),
  }));
  const setGrants = (grants: Grants | null) => store.setState({ grants });
  const updateGrants = () => void readGrants().then(setGrants, () => setGrants(null));
  return {
    ...store,
    start() {
      // Watches before it reads, so that no change in between is lost, nor overwritten by an older read.
      const stops = [
        followOptions((options, preset) => store.setState({ options, preset, isLoaded: true })),
        watchAccess(updateGrants),
      ];
      updateGrants();
      const updatePin = () => void isPinned().then((pinned) => store.setState({ isPinned: pinned }));
      updatePin();
      // The user pins the icon in the browser's own menu and comes back.
      addEventListener('focus', updatePin);
      return () => {
        removeEventListener('focus', updatePin);
        for (const stop of stops) stop();
      };
    },
  };
}
