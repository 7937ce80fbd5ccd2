import { allAssistants, assistantOf } from '@/utils/assistants/lookups';
import { chatPatterns } from '@/utils/assistants/patterns';
import { directionOf, plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { SavedDraft } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { type Grants, isGranted } from '@/utils/model/grants';
import type { Options, Preset, SyncReport } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { type KeptDraftView, keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { type Mark, markOf } from '@/utils/ui/marks';
import { type PresetNotes, presetNotes } from '@/utils/ui/options-access';
import { NOTICE_HOURS, sourceOf } from '@/utils/ui/text';
import { type EvidenceLogView, evidenceLog } from './evidence-log';
import { type NoticesView, noticesView } from './notifications';
import { type OwnPageSearch, type OwnPagesView, ownPagesView } from './own-pages';
import { type Place, type PlanBInput, type PlanBView, placeIn, planBView } from './plan-b';
import { type SettingsView, settingsView } from './settings';
import { type SitesView, sitesView } from './sites';

/** One assistant that can be watched. */
export interface AssistantChoice {
  assistantId: AssistantId;
  name: string;
  mark: Mark;
  /** Whose status page it is read from. */
  source: string;
}

/** The section "Assistants" of the options page. */
export interface AssistantsView {
  heading: string;
  why: string;
  nobody: string;
  watched: (AssistantChoice & { place: Place })[];
  /** Whom many use, and behind a number the rest. */
  others: { heading: string; near: AssistantChoice[]; more: { text: string; choices: AssistantChoice[] } };
  /** "Tell me two hours before a maintenance." */
  notice: { text: string; isOn: boolean };
}

export function assistantsView({ watched, maintenanceNoticeHours }: Options, speech: Speech): AssistantsView {
  const { t, locale } = speech;
  const choice = (assistant: Assistant): AssistantChoice => ({
    assistantId: assistant.id,
    name: assistant.name,
    mark: markOf(assistant),
    source: sourceOf(assistant, t),
  });
  const number = new Intl.NumberFormat(locale);
  const others = allAssistants().filter(({ id }) => !watched.includes(id));
  const far = others.filter(({ isFeatured }) => !isFeatured);
  return {
    heading: t('assistants'),
    why: t('assistants_why'),
    nobody: t('popup_summary_nobody'),
    watched: watched.map((id, index) => {
      const assistant = assistantOf(id);
      return { ...choice(assistant), place: placeIn(assistant.name, index, watched.length, speech) };
    }),
    others: {
      heading: t('assistants_others'),
      near: others.filter(({ isFeatured }) => isFeatured).map(choice),
      more: { text: t('popup_watch_more', number.format(far.length)), choices: far.map(choice) },
    },
    notice: {
      text: plural('popup_notice_ahead', maintenanceNoticeHours ?? NOTICE_HOURS, speech),
      isOn: maintenanceNoticeHours !== null,
    },
  };
}

/** The section "Drafts" of the options page. */
export interface DraftsView {
  heading: string;
  keeping: { text: string; why: string; isOn: boolean };
  /** What it lacks; null where nothing is. */
  lack: string | null;
  kept: KeptDraftView[];
  nothing: string;
  eraseAll: string;
}

/** `hasSite`: whether any watched chat site is granted; without one nothing can be kept. */
export function draftsView(
  { keepsDrafts }: Options,
  drafts: readonly SavedDraft[],
  evidence: EvidenceMemory,
  hasSite: boolean,
  speech: Speech,
): DraftsView {
  const { t } = speech;
  return {
    heading: t('drafts'),
    keeping: { text: t('popup_keeping'), why: t('popup_keeping_why'), isOn: keepsDrafts },
    lack: keepsDrafts && !hasSite ? t('needs_chat_site') : null,
    kept: keptDraftsView({ drafts, events: evidence.events }, speech),
    nothing: t('drafts_nothing'),
    eraseAll: t('drafts_erase_all'),
  };
}

/** The section about failing messages of the options page. */
export interface NoticingView {
  heading: string;
  noticing: { text: string; why: string; isOn: boolean };
  /** What it lacks; null where nothing is. */
  lack: string | null;
  log: EvidenceLogView;
}

/** `hasSite`: whether any watched chat site is granted; without one nothing can be seen. */
export function noticingView(
  { watched }: Options,
  grants: Grants | null,
  evidence: EvidenceMemory,
  hasSite: boolean,
  speech: Speech,
): NoticingView {
  const { t } = speech;
  const isOn = grants?.hasEvidence === true;
  return {
    heading: t('noticing'),
    noticing: { text: t('popup_evidence'), why: t('popup_evidence_why'), isOn },
    lack: isOn && !hasSite ? t('needs_chat_site') : null,
    log: evidenceLog(evidence, watched, speech),
  };
}

/** All that the options page shows, in finished sentences: one part for each section. */
export interface OptionsView {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** Why what is chosen here cannot be stored; null when it can. */
  storage: string | null;
  preset: PresetNotes;
  labels: { contents: string; copied: string; copyFailed: string };
  assistants: AssistantsView;
  ownPages: OwnPagesView;
  planB: PlanBView;
  notices: NoticesView;
  sites: SitesView;
  drafts: DraftsView;
  noticing: NoticingView;
  settings: SettingsView;
}

export interface OptionsInput extends PlanBInput {
  status: Pick<Status, 'rehearsal' | 'snoozes' | 'storageTrouble'>;
  /** Null while that is not known. */
  grants: Grants | null;
  evidence: EvidenceMemory;
  drafts: readonly SavedDraft[];
  /** The status page that the person is about to add; null when none is looked for. */
  search: OwnPageSearch | null;
  preset: Preset;
  sync: SyncReport;
}

export function optionsView(input: OptionsInput, speech: Speech): OptionsView {
  const { options, grants, evidence, drafts } = input;
  const { t } = speech;
  const { storageTrouble } = input.status;
  const language = t('popup_language');
  const sites = options.watched.flatMap((id) => chatPatterns(assistantOf(id)));
  // Where that is not known, nobody is told that something is missing.
  const hasSite = grants === null || sites.some((pattern) => isGranted(grants, pattern));
  return {
    language,
    direction: directionOf(language),
    title: t('options_title'),
    storage: storageTrouble === null ? null : t(`storage_${storageTrouble}`),
    preset: presetNotes(input.preset, speech),
    labels: { contents: t('options_contents'), copied: t('popup_copied'), copyFailed: t('popup_copy_failed') },
    assistants: assistantsView(options, speech),
    ownPages: ownPagesView(options.ownPages, input.search, speech),
    planB: planBView(input, speech),
    notices: noticesView(options, input.status, speech),
    sites: sitesView(options, grants, speech),
    drafts: draftsView(options, drafts, evidence, hasSite, speech),
    settings: settingsView(options.theme, input.preset, input.sync, speech),
    noticing: noticingView(options, grants, evidence, hasSite, speech),
  };
}
