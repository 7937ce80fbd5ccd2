import type { Grants } from '@/utils/model/address';
import type { LocalAnswers } from '@/utils/model/diagnosis';
import type { SavedDraft } from '@/utils/model/drafts';
import { type EvidenceMemory, NO_EVIDENCE } from '@/utils/model/evidence';
import type { FallbackId } from '@/utils/model/fallback';
import {
  DEFAULT_OPTIONS,
  NO_PRESET,
  type Options,
  type Preset,
  SYNC_OFF,
  type SyncReport,
} from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { PageSearch } from '@/utils/model/status-page';

/** The sections of the options page, in their order. The page opens at one of them: `options.html#plan-b`. */
export const SECTION_IDS = [
  'assistants',
  'plan-b',
  'notices',
  'drafts',
  'permissions',
  'what-works',
  'settings',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Parts of a section that have an address of their own. */
const SECTION_OF_PART = {
  'own-pages': 'assistants',
  runbook: 'plan-b',
  'failing-messages': 'drafts',
  report: 'what-works',
} as const;

/** What the page shows. */
export interface OptionsPlace {
  section: SectionId;
  /** The section or part whose heading gets the focus; null when the address names none. */
  target: SectionId | keyof typeof SECTION_OF_PART | null;
}

const isPart = (id: string): id is keyof typeof SECTION_OF_PART => Object.hasOwn(SECTION_OF_PART, id);

/** The place that a hash ("#plan-b") names; the first section when it names none. */
export function optionsPlace(hash: string): OptionsPlace {
  const id = hash.slice(1);
  if (isPart(id)) return { section: SECTION_OF_PART[id], target: id };
  const section = SECTION_IDS.find((one) => one === id);
  return { section: section ?? 'assistants', target: section ?? null };
}

/** A search for a status page at an address. */
export interface OwnPageSearch {
  address: string;
  /** Null while it runs; `added` if nothing was left to choose. */
  outcome: PageSearch | { kind: 'added'; name: string } | null;
}

/** What the options page knows. */
export interface OptionsData {
  /** False until storage has answered. The page paints nothing before. */
  isLoaded: boolean;
  place: OptionsPlace;
  options: Options;
  preset: Preset;
  status: Pick<Status, 'pages' | 'verdicts' | 'sightings' | 'missedAlarm' | 'rehearsal' | 'snoozes' | 'storageTrouble'>;
  /** Null while the permissions are not known. */
  grants: Grants | null;
  /** The fallbacks into which a draft may be filled; null while the permissions are not known. */
  granted: readonly FallbackId[] | null;
  evidence: EvidenceMemory;
  drafts: readonly SavedDraft[];
  sync: SyncReport;
  /** Null when no status page is searched for. */
  search: OwnPageSearch | null;
  localAnswers: LocalAnswers;
  isFindingModels: boolean;
  /** Why the last test run could not start; empty when it could. */
  testFailure: string;
}

export const NOTHING_LOADED: OptionsData = {
  isLoaded: false,
  place: optionsPlace(''),
  options: DEFAULT_OPTIONS,
  preset: NO_PRESET,
  status: EMPTY_STATUS,
  grants: null,
  granted: null,
  evidence: NO_EVIDENCE,
  drafts: [],
  sync: SYNC_OFF,
  search: null,
  localAnswers: {},
  isFindingModels: false,
  testFailure: '',
};

/** How the actions of one section read and change what the page knows. */
export interface DataAccess {
  get(): OptionsData;
  set(change: Partial<OptionsData>): void;
}
