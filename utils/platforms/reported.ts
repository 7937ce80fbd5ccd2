import type { Incident, Maintenance, Report } from '@/utils/model/report';
import type { Reading } from './adapter';
import { failed } from './failed';
import { latestOf } from './latest-of';

/** What a page said. What is not given here is as most pages have it: a list of parts, the present only, no time of its own. */
interface Said extends Partial<Omit<Report, 'incidents' | 'maintenances'>> {
  platform: Report['platform'];
  components: Report['components'];
  /** Null: one that cannot be placed in time. */
  incidents: readonly (Incident | null)[];
  maintenances?: readonly (Maintenance | null)[];
}

const isPlaced = <T>(post: T | null): post is T => post !== null;

/** A reading that went well, unless a post cannot be placed: that is a shape that we do not know, and to drop it could hide trouble. */
export function reported({ incidents, maintenances = [], ...said }: Said): Reading {
  if (!incidents.every(isPlaced) || !maintenances.every(isPlaced)) return failed('wrong_shape');
  return {
    ok: true,
    report: {
      lists: 'components',
      hasHistory: false,
      sourceUpdatedAt: latestOf(incidents.map(({ updatedAt }) => updatedAt)),
      ...said,
      incidents: incidents.toSorted((a, b) => b.startedAt - a.startedAt),
      maintenances: [...maintenances],
    },
  };
}
