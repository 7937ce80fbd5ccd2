import type { Level } from '@/utils/model/level';
import type { Impact, IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import type { PageBehaviour, Period, SendBehaviour, SiteBehaviour } from './behaviour';

/**
 * A play for the loopback network, as plain data. Every time in it is an offset in ms from the scenario's start;
 * negative ones lie before it.
 */
export interface Scenario {
  name: string;
  title: string;
  /** Whether it retells something that happened, from recorded times; false when it is made up. */
  isReconstructed: boolean;
  /** Where its facts come from. */
  note: string;
  durationMs: number;
  /** By status host; a host without a timeline is well and calm. */
  pages: Readonly<Record<string, PageTimeline>>;
  /** By chat host; a host without a timeline is well. */
  sites: Readonly<Record<string, SiteTimeline>>;
}

export interface PageTimeline {
  componentMoments: readonly ComponentMoment[];
  incidents: readonly ScenarioIncident[];
  maintenances: readonly ScenarioMaintenance[];
  behaviours: readonly Period<PageBehaviour>[];
}

export interface SiteTimeline {
  /** When its page is opened. */
  loads: readonly Period<SiteBehaviour>[];
  /** When a message is sent. */
  sends: readonly Period<SendBehaviour>[];
}

/** From `at` on the component has this level; `unknown` is served as a word that no dialect has. */
export interface ComponentMoment {
  at: number;
  componentId: string;
  level: Level;
}

/** It appears with its first update. Updates are in the order of posting, and the first has a phase. */
export interface ScenarioIncident {
  id: string;
  title: string;
  titleEdits?: readonly { at: number; title: string }[];
  impact: Impact;
  componentIds: readonly string[];
  /** What the page calls its creation; left out, that is the moment of its first update. */
  createdAt?: number;
  updates: readonly ScenarioUpdate<IncidentPhase>[];
  /** From then on the page does not list it at all. */
  removedAt?: number;
}

/** Like an incident, but planned: its phase is that of its updates, not what the clock would suggest. */
export interface ScenarioMaintenance {
  id: string;
  title: string;
  componentIds: readonly string[];
  startsAt: number;
  endsAt: number;
  /** From `at` on it is planned for another time. */
  timeEdits?: readonly { at: number; startsAt: number; endsAt: number }[];
  updates: readonly ScenarioUpdate<MaintenancePhase>[];
  /** From then on the page does not list it at all: it was called off. */
  removedAt?: number;
}

export interface ScenarioUpdate<Phase extends string> {
  /** When it was posted: nobody sees it before. */
  at: number;
  /** The moment that the page shows for it, when that was backdated. */
  shownAt?: number;
  /** `update` leaves the phase as it was: JSON documents repeat the phase before it, feeds say "Update". */
  label: Phase | 'update';
  text: string;
  /** Later changes to its words. */
  edits?: readonly { at: number; text: string }[];
}

/** To be spread into timelines that need only some of it. */
export const CALM_PAGE: PageTimeline = { componentMoments: [], incidents: [], maintenances: [], behaviours: [] };

/** To be spread into timelines that need only some of it. */
export const CALM_SITE: SiteTimeline = { loads: [], sends: [] };
