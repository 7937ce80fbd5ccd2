import { assistantOf } from '@/utils/assistants/everyone';
import { chatPatterns } from '@/utils/assistants/patterns';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { type Grants, isGranted } from '@/utils/model/grants';
import type { KeptDrafts } from '@/utils/model/kept-draft';
import type { Preset } from '@/utils/model/preset';
import type { Status } from '@/utils/model/status';
import type { SyncReport } from '@/utils/model/sync';
import { type PresetNotes, presetNotes } from '@/utils/ui/preset-notes';
import { directionOf } from '@/utils/words/direction-of';
import type { Speech } from '@/utils/words/speech';
import { type AssistantsView, assistantsView } from './assistants-view';
import { type DraftsView, draftsView } from './drafts-view';
import { type NoticesView, noticesView } from './notices-view';
import { type NoticingView, noticingView } from './noticing-view';
import { type OwnPageSearch, type OwnPagesView, ownPagesView } from './own-pages-view';
import { type PlanBInput, type PlanBView, planBView } from './plan-b-view';
import { type SettingsView, settingsView } from './settings-view';
import { type SitesView, sitesView } from './sites-view';

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
  drafts: KeptDrafts;
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
