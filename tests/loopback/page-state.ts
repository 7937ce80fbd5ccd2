import type { Level } from '@/utils/model/level';
import type { Impact, IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import type { LoopbackComponent } from './pages/loopback-page';

/** State of a status page at one moment, independent of the format. Times are epoch milliseconds. */
export interface PageState {
  updatedAt: number;
  components: ComponentState[];
  /** Newest first, open and closed. */
  incidents: IncidentState[];
  /** Newest first, in every phase. */
  maintenances: MaintenanceState[];
}

export interface ComponentState {
  component: LoopbackComponent;
  level: Level;
  updatedAt: number;
}

/** Fields that incidents and maintenances share. */
export interface PostState<Phase extends string> {
  id: string;
  title: string;
  impact: Impact;
  phase: Phase;
  components: ComponentState[];
  createdAt: number;
  /** The displayed time of the first update; before `createdAt` if it was backdated. */
  startedAt: number;
  updatedAt: number;
  /** Newest first. */
  updates: UpdateState<Phase>[];
}

export interface IncidentState extends PostState<IncidentPhase> {
  /** Null before the first update. */
  monitoringAt: number | null;
  /** First resolution, kept after reopening; null before. */
  resolvedAt: number | null;
}

export interface MaintenanceState extends PostState<MaintenancePhase> {
  startsAt: number;
  endsAt: number;
}

export interface UpdateState<Phase extends string> {
  id: string;
  postedAt: number;
  /** Time of the last edit; `postedAt` if it was never edited. */
  editedAt: number;
  shownAt: number;
  phase: Phase;
  text: string;
  /** Affected components with their levels at the previous update and at this one. */
  affected: { component: LoopbackComponent; before: Level; after: Level }[];
}
