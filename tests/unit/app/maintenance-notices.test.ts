import { beforeEach, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { firstCoreOf, firstPageOf, HOUR, MINUTE } from '@/tests/fakes/samples';
import { component, maintenance, summary } from '@/tests/fixtures/statuspage/documents';
import { answerPage } from '@/utils/app/commands';
import { runRound } from '@/utils/app/round';
import { plannedMaintenances } from '@/utils/ui/history/maintenance';
import { assistantOf } from '@/utils/ui/page-registry';

let browser: FakeBrowser;
const { address, pageId } = firstPageOf('claude');
const core = component(firstCoreOf('claude'), 'operational', { page_id: pageId });

beforeEach(() => {
  browser = new FakeBrowser();
  browser.options = { ...browser.options, watched: ['claude'], maintenanceNoticeHours: 24 };
});

const planned = (id: string, startsAt: number | null) =>
  maintenance({
    id,
    page_id: pageId,
    components: [core],
    scheduled_for: startsAt && new Date(startsAt).toISOString(),
    scheduled_until: startsAt && new Date(startsAt + HOUR).toISOString(),
  });

/** Sets the answer of Claude's page. */
const list = (...maintenances: object[]) =>
  browser.answers.set(
    `${address}/api/v2/summary.json`,
    summary({
      page: { id: pageId, url: address, updated_at: new Date(browser.now).toISOString() },
      components: [core],
      scheduled_maintenances: maintenances,
    }),
  );

const round = async () => {
  await runRound(browser.ports());
  browser.now += 10 * MINUTE;
};

it('a maintenance is announced once, also beside one whose start the page does not state', async () => {
  list(planned('unstated', null), planned('tonight', browser.now + 20 * HOUR));
  for (let i = 0; i < 3; i += 1) await round();
  expect(browser.notices).toHaveLength(1);
  expect(browser.status.maintenances.claude?.map(({ id, startsAt }) => [id, startsAt === null])).toEqual([
    ['unstated', true],
    ['tonight', false],
  ]);
});

it('a maintenance of a component that is no longer counted is not canceled', async () => {
  const API = 'k8w3r06qmzrp';
  const browser = new FakeBrowser();
  browser.options = { ...browser.options, watched: ['claude'], parts: { claude: [API] } };
  const { address, pageId } = firstPageOf('claude');
  const listed = [firstCoreOf('claude'), API].map((id) => component(id, 'operational', { page_id: pageId }));
  const startsAt = browser.now + 20 * HOUR;
  const ofApi = maintenance({
    page_id: pageId,
    components: listed.slice(1),
    scheduled_for: new Date(startsAt).toISOString(),
    scheduled_until: new Date(startsAt + HOUR).toISOString(),
  });
  browser.answers.set(
    `${address}/api/v2/summary.json`,
    summary({
      page: { id: pageId, url: address, updated_at: new Date(browser.now).toISOString() },
      components: listed,
      scheduled_maintenances: [ofApi],
    }),
  );
  const phases = () => {
    const planned = plannedMaintenances([assistantOf('claude')], browser.status, browser.options, browser.now);
    return planned.map(({ maintenance: { phase } }) => phase);
  };
  await runRound(browser.ports());
  expect(phases()).toEqual(['scheduled']);
  browser.options = { ...browser.options, parts: {} };
  browser.now += 10 * MINUTE;
  await runRound(browser.ports());
  expect(phases()).toEqual([]);
});

it('a maintenance that comes near during a snooze is announced once after it', async () => {
  list(planned('tonight', browser.now + 24 * HOUR + MINUTE));
  await round();
  await answerPage(browser.ports(), createMutex(), {
    type: 'snooze',
    assistantId: 'claude',
    untilMs: browser.now + 15 * MINUTE,
  });
  await round();
  await round();
  expect(browser.notices).toEqual([]);
  await round();
  await round();
  expect(browser.notices).toHaveLength(1);
});
