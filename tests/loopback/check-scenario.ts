import { LOOPBACK_SITES } from './chat-sites/loopback-sites';
import { LOOPBACK_PAGES } from './pages/loopback-pages';
import type { Scenario } from './scenario';

/** Throws if the scenario names an unknown host or component, which would silently have no effect. */
export function checkScenario(scenario: Scenario): void {
  const mistake = mistakeIn(scenario);
  if (mistake !== null) throw new Error(`Scenario "${scenario.name}": ${mistake}`);
}

function mistakeIn({ pages, sites }: Scenario): string | null {
  for (const [host, { componentMoments, incidents, maintenances }] of Object.entries(pages)) {
    const page = LOOPBACK_PAGES.find((candidate) => candidate.host === host);
    if (page === undefined) return `there is no status page at ${host}`;
    const named = [
      ...componentMoments.map(({ componentId }) => componentId),
      ...[...incidents, ...maintenances].flatMap(({ componentIds }) => componentIds),
    ];
    const stray = named.find((id) => !page.components.some((component) => component.id === id));
    if (stray !== undefined) return `${host} has no component ${stray}`;
  }
  const stray = Object.keys(sites).find((host) => !LOOPBACK_SITES.some((site) => site.host === host));
  return stray === undefined ? null : `there is no chat site at ${stray}`;
}
