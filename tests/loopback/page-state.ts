import type { Level } from '@/utils/model/level';
import type { Impact, IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import type { LoopbackComponent } from './pages/loopback-page';

/** What a status page knows at one moment, in no dialect. Times are epoch milliseconds. */
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

/** What incidents and maintenances share. */
export interface PostState<Phase extends string> {
  id: string;
  title: string;
  impact: Impact;
  phase: Phase;
  components: ComponentState[];
  createdAt: number;
  /** The moment that the first update shows; before `createdAt` when it was backdated. */
  startedAt: number;
  updatedAt: number;
  /** Newest first. */
  updates: UpdateState<Phase>[];
}

export interface IncidentState extends PostState<IncidentPhase> {
  /** Null before the first. */
  monitoringAt: number | null;
  /** When it was first resolved, also when it was reopened since; null before. */
  resolvedAt: number | null;
}

export interface MaintenanceState extends PostState<MaintenancePhase> {
  startsAt: number;
  endsAt: number;
}

export interface UpdateState<Phase extends string> {
  id: string;
  postedAt: number;
  /** When its words last changed; `postedAt` when they never did. */
  editedAt: number;
  shownAt: number;
  phase: Phase;
  text: string;
  /** The components it speaks of, with their levels at the update before and at this one. */
  affected: { component: LoopbackComponent; before: Level; after: Level }[];
}
