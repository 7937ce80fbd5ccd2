import { isTrouble, type Level } from '@/utils/model/level';
import type { IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import type { IncidentState, MaintenanceState, PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

const WORDS: Readonly<Record<Level, string>> = {
  operational: 'OPERATIONAL',
  maintenance: 'UNDERMAINTENANCE',
  degraded: 'DEGRADEDPERFORMANCE',
  partial_outage: 'PARTIALOUTAGE',
  major_outage: 'MAJOROUTAGE',
  unknown: 'UNDEROBSERVATION',
};

const MAINTENANCE_WORDS: Readonly<Record<MaintenancePhase, string>> = {
  scheduled: 'NOTSTARTEDYET',
  in_progress: 'INPROGRESS',
  verifying: 'INPROGRESS',
  completed: 'COMPLETED',
  cancelled: 'COMPLETED',
};

const incidentWord = (phase: IncidentPhase): string => phase.toUpperCase();

/** An Instatus page with CORS, like Zed's. It states neither updates nor affected components. */
export const instatusFormat: PageFormat = {
  documents: (page, state) => ({ '/summary.json': summaryOf(page, state), '/v2/components.json': listOf(state) }),
  headers: { 'access-control-allow-origin': '*' },
  validators: 'none',
  isAnonymous: false,
};

const time = (at: number): string => new Date(at).toISOString();

/** Empty lists are left out. */
function summaryOf(page: LoopbackPage, state: PageState) {
  const incidents = state.incidents.filter(({ phase }) => phase !== 'resolved').map((one) => incidentOf(one, page));
  const ahead = state.maintenances.filter(({ phase }) => phase !== 'completed' && phase !== 'cancelled');
  const hasIssue = incidents.length > 0 || state.components.some(({ level }) => isTrouble(level));
  return {
    page: { name: page.name, url: `https://${page.host}`, status: hasIssue ? 'HASISSUES' : 'UP' },
    ...(incidents.length > 0 && { activeIncidents: incidents }),
    ...(ahead.length > 0 && { activeMaintenances: ahead.map((one) => maintenanceOf(one, page)) }),
  };
}

const listOf = (state: PageState) => ({
  components: state.components.map(({ component: { id, name }, level }) => ({
    id,
    name,
    status: WORDS[level],
    group: null,
  })),
});

function incidentOf({ id, title, phase, startedAt, updatedAt, components }: IncidentState, page: LoopbackPage) {
  const worst = components.find(({ level }) => level !== 'operational')?.level ?? 'degraded';
  return {
    id,
    name: title,
    started: time(startedAt),
    status: incidentWord(phase),
    impact: WORDS[worst],
    url: `https://${page.host}/${id}`,
    updatedAt: time(updatedAt),
  };
}

function maintenanceOf({ id, title, phase, startsAt, endsAt }: MaintenanceState, page: LoopbackPage) {
  return {
    id,
    name: title,
    start: time(startsAt),
    status: MAINTENANCE_WORDS[phase],
    duration: String(Math.round((endsAt - startsAt) / 60_000)),
    url: `https://${page.host}/${id}`,
  };
}
