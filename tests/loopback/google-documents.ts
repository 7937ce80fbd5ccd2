import { isWorse, type Level, worstOf } from '@/utils/model/level';
import type { Impact } from '@/utils/model/report';
import type { IncidentState, PageState } from './page-state';
import type { PageFormat } from './pages/loopback-page';

type Update = IncidentState['updates'][number];
type Trouble = (typeof TROUBLE)[number];

/** Ordered from mild to severe. */
const TROUBLE = ['SERVICE_INFORMATION', 'SERVICE_DISRUPTION', 'SERVICE_OUTAGE'] as const;
const SEVERITIES: Readonly<Record<Trouble, string>> = {
  SERVICE_INFORMATION: 'low',
  SERVICE_DISRUPTION: 'medium',
  SERVICE_OUTAGE: 'high',
};

/** The only file of Google's dashboards: years of history, from which the current state must be derived. */
export const googleFormat: PageFormat = {
  documents: ({ home }, state) => ({ [`${home}incidents.json`]: incidentsOf(state) }),
  headers: { 'cache-control': 'public, max-age=60' },
  validators: 'ignored',
  isAnonymous: true,
};

/** Lists components only as products affected by an incident, so a page without components is empty. */
function incidentsOf({ components, incidents }: PageState) {
  return components.length === 0 ? [] : incidents.map(incidentOf);
}

function incidentOf(incident: IncidentState) {
  const { components, impact, title, updates } = incident;
  const written = updates.map((update) => updateOf(update, title, impact));
  const statuses = updates.map((update) => troubleOf(update, impact));
  const worst = TROUBLE.findLast((trouble) => statuses.includes(trouble)) ?? 'SERVICE_INFORMATION';
  const products = components.map(({ component }) => ({ title: component.name, id: component.id }));
  const [first, ...others] = products;
  const isOneProduct = first !== undefined && others.length === 0;
  return {
    id: incident.id,
    number: numberOf(incident.id),
    begin: seconds(incident.startedAt),
    created: seconds(incident.createdAt),
    // An incident is open if this field is missing.
    ...(incident.phase === 'resolved' && { end: seconds(updates[0]?.shownAt ?? incident.updatedAt) }),
    modified: seconds(Math.max(incident.updatedAt, ...updates.map(({ editedAt }) => editedAt))),
    external_desc: `**Title:** ${title}`,
    updates: written,
    most_recent_update: written[0],
    status_impact: worst,
    severity: SEVERITIES[worst],
    service_key: isOneProduct ? first.id : 'zall',
    service_name: isOneProduct ? first.title : 'Multiple Products',
    affected_products: products,
    uri: `incidents/${incident.id}`,
  };
}

function updateOf(update: Update, title: string, impact: Impact) {
  return {
    created: seconds(update.postedAt),
    modified: seconds(update.editedAt),
    when: seconds(update.shownAt),
    text: update.text.startsWith('#') ? update.text : `**Title:** ${title}\n\n**Description:** ${update.text}`,
    status: isOver(update) ? 'AVAILABLE' : troubleOf(update, impact),
    affected_locations: [],
  };
}

/** Also used while an incident is monitored. An incident that ends with a product still failing keeps this word. */
function isOver({ affected, phase }: Update): boolean {
  return (phase === 'monitoring' || phase === 'resolved') && !isWorse(worstAfter(affected), 'operational');
}

function troubleOf({ affected }: Update, impact: Impact): Trouble {
  switch (worstAfter(affected)) {
    case 'major_outage':
      return 'SERVICE_OUTAGE';
    case 'partial_outage':
      return 'SERVICE_DISRUPTION';
    case 'operational':
      return impact === 'critical'
        ? 'SERVICE_OUTAGE'
        : impact === 'major'
          ? 'SERVICE_DISRUPTION'
          : 'SERVICE_INFORMATION';
    default:
      return 'SERVICE_INFORMATION';
  }
}

function worstAfter(affected: Update['affected']): Level {
  return affected.length === 0 ? 'operational' : worstOf(affected.map(({ after }) => after));
}

/** A number derived from the id, as long as the real ones. */
function numberOf(id: string): string {
  return [...id].reduce((sum, letter) => (sum * 131n + BigInt(letter.charCodeAt(0))) % 10n ** 19n, 7n).toString();
}

/** Time in this dashboard's format. */
function seconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
}
