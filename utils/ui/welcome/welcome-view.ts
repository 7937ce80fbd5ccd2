import { ASSISTANTS } from '@/utils/assistants/assistants';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import { directionOf, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { type Assistant, type AssistantId, hasClosedPage, isChatWide, isPageWide } from '@/utils/model/assistant';
import { type FallbackId, isAssistantFallback } from '@/utils/model/fallback';
import { type Grants, isGranted } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import { NO_PRESET, type Preset } from '@/utils/model/options';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { type Mark, markOf } from '@/utils/ui/marks';
import { type PresetNotes, presetNotes } from '@/utils/ui/options-access';
import { assistantOf } from '@/utils/ui/page-registry';
import { sampleBanner } from './sample-banner';

/** Sites that would be asked for in one click. */
export interface WelcomeAsk {
  patterns: string[];
  label: string;
  /** What is granted beyond the use; null where nothing is. */
  wide: string | null;
}

/** One assistant that can be watched. */
export interface WelcomeChoice {
  assistantId: AssistantId;
  name: string;
  mark: Mark;
  isOn: boolean;
}

/** All that the page after the install shows, in finished sentences. */
export interface WelcomeView {
  language: string;
  direction: 'ltr' | 'rtl';
  preset: PresetNotes;
  title: string;
  lead: string;
  skip: string;
  done: string;
  /** Whom many use, and behind a number the rest. */
  choose: { heading: string; near: WelcomeChoice[]; more: { text: string; choices: WelcomeChoice[] } };
  allow: {
    heading: string;
    why: string;
    /** Null where nothing is left to ask for, or nobody knows. */
    all: WelcomeAsk | null;
    /** Each by itself: more is granted than is used. */
    wide: WelcomeAsk[];
    given: string | null;
  };
  plan: {
    heading: string;
    label: string;
    first: FallbackId | null;
    choices: { fallbackId: AssistantId; name: string }[];
  };
  sample: { heading: string; show: string; notice: string; banner: BannerView; others: FallbackOption[] };
}

const hostOf = (pattern: string): string => new URL(pattern.replace('/*', '')).host;

/** The sites of one assistant that something can be granted for, and whether their grant is wider than their use. */
function sitesOf(assistant: Assistant): { pattern: string; name: string; isWide: boolean; isPage: boolean }[] {
  const { name } = assistant;
  const closed = hasClosedPage(assistant) ? statusPatterns(assistant) : [];
  return [
    ...chatPatterns(assistant).map((pattern) => ({ pattern, name, isWide: isChatWide(assistant), isPage: false })),
    ...closed.map((pattern) => ({ pattern, name, isWide: isPageWide(assistant), isPage: true })),
  ];
}

function allowView({ watched }: Options, grants: Grants | null, speech: Speech): WelcomeView['allow'] {
  const { t } = speech;
  const sites = watched.map(assistantOf).flatMap(sitesOf);
  const open = grants === null ? [] : sites.filter(({ pattern }) => !isGranted(grants, pattern));
  const narrow = [...new Set(open.filter(({ isWide }) => !isWide).map(({ pattern }) => pattern))];
  const hosts = listWords(narrow.map(hostOf), 'conjunction', speech);
  const isAllGiven = grants !== null && sites.length > 0 && open.length === 0;
  return {
    heading: t('welcome_allow'),
    why: t('welcome_allow_why'),
    all: narrow.length === 0 ? null : { patterns: narrow, label: t('sites_give_for', hosts), wide: null },
    wide: open
      .filter(({ isWide }) => isWide)
      .map(({ pattern, name, isPage }) => ({
        patterns: [pattern],
        label: t('sites_give_for', hostOf(pattern)),
        wide: t(isPage ? 'welcome_wide_page' : 'welcome_wide_chat', name, hostOf(pattern)),
      })),
    given: isAllGiven ? t('welcome_allowed') : null,
  };
}

export function welcomeView(
  options: Options,
  grants: Grants | null,
  speech: Speech,
  preset: Preset = NO_PRESET,
): WelcomeView {
  const { t } = speech;
  const language = t('popup_language');
  const near = ASSISTANTS.filter(({ isFeatured }) => isFeatured);
  const far = ASSISTANTS.filter(({ isFeatured }) => !isFeatured);
  const choice = (assistant: Assistant): WelcomeChoice => ({
    assistantId: assistant.id,
    name: assistant.name,
    mark: markOf(assistant),
    isOn: options.watched.includes(assistant.id),
  });
  const order = orderFallbacks(options);
  const ways = order.filter(isAssistantFallback).map((id) => ({ fallbackId: id, name: assistantOf(id).name }));
  const [inTrouble = 'claude'] = options.watched;
  const others = ways.filter(({ fallbackId }) => fallbackId !== inTrouble).slice(0, 3);
  return {
    language,
    direction: directionOf(language),
    preset: presetNotes(preset, speech),
    title: t('welcome_title'),
    lead: t('welcome_lead'),
    skip: t('welcome_skip'),
    done: t('welcome_done'),
    choose: {
      heading: t('welcome_choose'),
      near: near.map(choice),
      more: {
        text: t('popup_watch_more', new Intl.NumberFormat(speech.locale).format(far.length)),
        choices: far.map(choice),
      },
    },
    allow: allowView(options, grants, speech),
    plan: {
      heading: t('plan_b'),
      label: t('welcome_plan'),
      first: order[0] ?? null,
      choices: ways,
    },
    sample: {
      heading: t('welcome_sample'),
      show: t('welcome_sample_show'),
      notice: t('welcome_sample_notice'),
      banner: sampleBanner(inTrouble, options.theme, speech),
      others: others.map(({ fallbackId, name }) => ({ fallbackId, name, note: null })),
    },
  };
}
