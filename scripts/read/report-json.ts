import type { Incident, Maintenance, Report, Update } from '@/utils/model/report';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
const updatesOf = <P extends string>(updates: Update<P>[]) =>
  updates.map((update) => ({ ...update, at: iso(update.at) }));

const incidentOf = ({ kind: _, level: __, isExplained: ___, ...incident }: Incident) => ({
  ...incident,
  startedAt: iso(incident.startedAt),
  updatedAt: iso(incident.updatedAt),
  resolvedAt: isoOrNull(incident.resolvedAt),
  updates: updatesOf(incident.updates),
});

const maintenanceOf = (maintenance: Maintenance) => ({
  ...maintenance,
  startsAt: isoOrNull(maintenance.startsAt),
  endsAt: isoOrNull(maintenance.endsAt),
  updates: updatesOf(maintenance.updates),
});

/** A report as JSON: times in ISO 8601, UTC; null for missing values. */
export function reportJson(report: Report | null) {
  return {
    sourceUpdatedAt: isoOrNull(report?.sourceUpdatedAt ?? null),
    components: report?.components ?? [],
    incidents: (report?.incidents ?? []).map(incidentOf),
    maintenances: (report?.maintenances ?? []).map(maintenanceOf),
  };
}
