import type { Level } from '@/utils/model/level';
import type { PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

const STATUSES: Readonly<Record<Level, string>> = {
  operational: 'Available',
  maintenance: 'Available',
  degraded: 'ServiceDegradation',
  partial_outage: 'ServiceDegradation',
  major_outage: 'ServiceInterruption',
  unknown: 'Unknown',
};

/** Microsoft's page of its consumer services: one post per service, current state only, no CORS and no identity. */
export const microsoftFormat: PageFormat = {
  documents: microsoftDocuments,
  headers: {},
  validators: 'none',
  isAnonymous: true,
};

function microsoftDocuments(_page: LoopbackPage, state: PageState): Record<string, unknown> {
  const posts = state.components.map(({ component, level, updatedAt }) => {
    const incident = state.incidents.find(
      ({ phase, components }) => phase !== 'resolved' && components.some((one) => one.component.id === component.id),
    );
    return {
      Id: incident?.id ?? null,
      ServiceDisplayName: component.id,
      ServiceWorkloadName: component.name,
      AuthoredDateTime: new Date(incident?.startedAt ?? updatedAt).toISOString(),
      // The server's clock, not the time of the post.
      LastUpdatedTime: new Date(state.updatedAt).toISOString(),
      Title: incident?.title ?? null,
      Message: incident?.updates[0]?.text ?? null,
      Status: STATUSES[level],
    };
  });
  return { '/api/posts/m365Consumer': posts };
}
