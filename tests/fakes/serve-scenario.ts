import { pageReply } from '@/tests/loopback/page-reply';
import { pageStateAt } from '@/tests/loopback/page-state-at';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import type { ReadFailure } from '@/utils/model/failure';
import type { FakeBrowser } from './fake-ports';

/** Scenarios begin at midnight, UTC. */
export const SCENARIO_START = Date.UTC(2026, 8, 3);

/** Every moment at which a timeline changes anything. */
function momentsOf(part: unknown): number[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'number' && /^(?:at|removedAt)$/.test(key) ? [value] : momentsOf(value),
  );
}

/** Documents between two moments of a scenario, by its name: reading them is frequent, and writing one takes longer. */
const documents = new Map<string, string | ReadFailure>();

/** Answers a browser's requests with the documents of the mock network. */
export function serveScenario(browser: FakeBrowser, scenario: Scenario): void {
  const moments = momentsOf(scenario.pages);
  browser.answerFrom((url) => {
    const { host, pathname } = new URL(url);
    const page = LOOPBACK_PAGES.find((one) => one.host === host);
    if (page === undefined) return { kind: 'unreachable' };
    const offset = browser.now - SCENARIO_START;
    const key = `${scenario.name} ${url} ${moments.filter((at) => at <= offset).length}`;
    const timeline = scenario.pages[host] ?? CALM_PAGE;
    const answer = () => {
      const reply = pageReply(page, pageStateAt(page, timeline, SCENARIO_START, offset), pathname, null);
      return reply.status === 200 ? reply.body : ({ kind: 'http_error', status: reply.status } as const);
    };
    const known = documents.get(key) ?? answer();
    documents.set(key, known);
    return known;
  });
}
