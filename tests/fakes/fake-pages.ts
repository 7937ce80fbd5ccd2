import { component, history, incident, summary } from '@/tests/fixtures/statuspage/documents';
import { BUILT_IN, type Registry, registryOf } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import type { FakeBrowser } from './fake-ports';
import { firstCoreOf, firstPageOf } from './samples';

const pageOf = (id: AssistantId, registry: Registry) => {
  const { address: origin, pageId } = firstPageOf(id, registry);
  return { origin, pageId, page: { id: pageId, url: origin, updated_at: '2026-05-20T12:00:00Z' } };
};

const documentsOf = ({ origin }: { origin: string }) =>
  ['summary', 'components', 'incidents'].map((name) => `${origin}/api/v2/${name}.json`);

/** Sets a status page's answer about the assistant's core component. `closed` incidents are in the history only. */
export function setPage(
  browser: FakeBrowser,
  id: AssistantId,
  word: string,
  { incidents = [], closed = [] }: { incidents?: object[]; closed?: object[] } = {},
): void {
  const registry = registryOf(browser.options);
  const { pageId, page, ...where } = pageOf(id, registry);
  const own = { page_id: pageId };
  const core = component(firstCoreOf(id, registry), word, own);
  const [summaryUrl = '', componentsUrl = '', incidentsUrl = ''] = documentsOf(where);
  const owned = (some: object[]) => some.map((one) => ({ ...one, ...own }));
  browser.answers.set(summaryUrl, summary({ page, components: [core], incidents: owned(incidents) }));
  browser.answers.set(componentsUrl, summary({ page, components: [core] }));
  browser.answers.set(incidentsUrl, history(owned([...incidents, ...closed]), page));
}

/** Makes every document of a status page fail. */
export function breakPage(browser: FakeBrowser, id: AssistantId, failure: ReadFailure): void {
  for (const url of documentsOf(pageOf(id, registryOf(browser.options)))) browser.answers.set(url, failure);
}

/** An open incident that names the assistant's core component, started 20 minutes before noon. */
export function incidentOf(id: AssistantId, over: object = {}, registry = BUILT_IN) {
  return incident({
    started_at: '2026-05-20T11:40:00.000Z',
    components: [component(firstCoreOf(id, registry), 'partial_outage')],
    ...over,
  });
}
