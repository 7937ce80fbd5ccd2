import type { Level } from '@/utils/model/level';
import { escapeHtml } from './escape-html';
import type { ComponentState, IncidentState, PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

const SEVERITIES: Readonly<Record<Level, string>> = {
  operational: 'available',
  maintenance: 'available',
  degraded: 'degraded',
  partial_outage: 'disruption',
  major_outage: 'outage',
  unknown: 'under observation',
};

/** xAI's feed: one item per incident and component, with CORS. String documents are served as XML. */
export const xaiFormat: PageFormat = {
  documents: (page, state) => ({ '/feed.xml': feedOf(page, state) }),
  headers: { 'access-control-allow-origin': '*' },
  validators: 'none',
  isAnonymous: false,
};

const written = (at: number): string => new Date(at).toUTCString();

function feedOf(page: LoopbackPage, { incidents, components }: PageState): string {
  const isWhole = components.length > 0;
  const items = incidents.flatMap((incident) => incident.components.map((one) => itemOf(page, incident, one)));
  // The link that other pages have.
  const home = page.id === page.host ? `https://${page.host}` : `https://${page.id}.example`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeHtml(page.name)}</title><link>${home}</link>
${isWhole ? items.join('\n') : ''}
</channel></rss>`;
}

function itemOf(page: LoopbackPage, incident: IncidentState, { component, level }: ComponentState): string {
  const isOver = incident.phase === 'resolved';
  const end = isOver ? `<p>Resolved: ${written(incident.updatedAt)}</p>` : '';
  const updates = incident.updates.map(
    ({ shownAt, phase, text }) =>
      `<div><p><strong>${written(shownAt)}</strong></p><h3>${phase}</h3><p>${escapeHtml(text)}</p></div>`,
  );
  return `<item><title>[${escapeHtml(component.name)}] ${escapeHtml(incident.title)}</title>
<link>https://${page.host}/${component.id}/${incident.id}</link>
<guid isPermaLink="false">${incident.id}</guid>
<description><![CDATA[<h3>Status: ${isOver ? 'RESOLVED' : 'ACTIVE'}</h3><p>Severity: ${SEVERITIES[level]}</p>${end}${updates.join('')}]]></description>
<pubDate>${written(incident.startedAt)}</pubDate></item>`;
}
