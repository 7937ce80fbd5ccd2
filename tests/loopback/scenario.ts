import type { Level } from '@/utils/model/level';
import type { Impact, IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import type { PageBehavior, Period, SendBehavior, SiteBehavior } from './behavior';

/**
 * A scenario for the mock network, as plain data. Every time is an offset in ms from the scenario's start; negative ones
 * are before it.
 */
export interface Scenario {
  name: string;
  title: string;
  /** Whether it replays recorded times; false if it is invented. */
  isReconstructed: boolean;
  /** Source of its facts. */
  note: string;
  durationMs: number;
  /** By status host; a host without a timeline is operational. */
  pages: Readonly<Record<string, PageTimeline>>;
  /** By chat host; a host without a timeline works. */
  sites: Readonly<Record<string, SiteTimeline>>;
}

export interface PageTimeline {
  componentMoments: readonly ComponentMoment[];
  incidents: readonly ScenarioIncident[];
  maintenances: readonly ScenarioMaintenance[];
  behaviors: readonly Period<PageBehavior>[];
}

export interface SiteTimeline {
  /** Behavior when the page is opened. */
  loads: readonly Period<SiteBehavior>[];
  /** Behavior when a message is sent. */
  sends: readonly Period<SendBehavior>[];
}

/** From `at` on the component has this level; `unknown` is served as a word that no format has. */
export interface ComponentMoment {
  at: number;
  componentId: string;
  level: Level;
}

/** Appears with its first update. Updates are in order of posting, and the first has a phase. */
export interface ScenarioPost<Phase extends string> {
  id: string;
  title: string;
  titleEdits?: readonly { at: number; title: string }[];
  impact: Impact;
  componentIds: readonly string[];
  /** The creation time that the page states; by default that of its first update. */
  createdAt?: number;
  updates: readonly ScenarioUpdate<Phase>[];
}

export interface ScenarioIncident extends ScenarioPost<IncidentPhase> {
  /** From this offset on the page does not list it. */
  removedAt?: number;
}

/** Like an incident, but planned: its phase is that of its updates and does not follow the clock. */
export interface ScenarioMaintenance {
  id: string;
  title: string;
  componentIds: readonly string[];
  startsAt: number;
  endsAt: number;
  /** From `at` on it is planned for another time. */
  timeEdits?: readonly { at: number; startsAt: number; endsAt: number }[];
  updates: readonly ScenarioUpdate<MaintenancePhase>[];
  /** From this offset on the page does not list it: it was canceled. */
  removedAt?: number;
}

export interface ScenarioUpdate<Phase extends string> {
  /** Time of posting; it is not visible before. */
  at: number;
  /** The displayed time, if it was backdated. */
  shownAt?: number;
  /** `update` keeps the phase: JSON documents repeat the previous phase, feeds say "Update". */
  label: Phase | 'update';
  text: string;
  /** Later edits of its text. */
  edits?: readonly { at: number; text: string }[];
}

/** Spread into timelines that need only some fields. */
export const CALM_PAGE: PageTimeline = { componentMoments: [], incidents: [], maintenances: [], behaviors: [] };

/** Spread into timelines that need only some fields. */
export const CALM_SITE: SiteTimeline = { loads: [], sends: [] };
