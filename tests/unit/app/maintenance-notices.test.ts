import { expect, it } from 'vitest';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { firstCoreOf, firstPageOf, HOUR, MINUTE } from '@/tests/fakes/samples';
import { component, maintenance, summary } from '@/tests/fixtures/statuspage/documents';
import { runRound } from '@/utils/app/round';

it('a maintenance is announced once, also beside one whose start the page does not state', async () => {
  const browser = new FakeBrowser();
  browser.options = { ...browser.options, watched: ['claude'], maintenanceNoticeHours: 24 };
  const { address, pageId } = firstPageOf('claude');
  const core = component(firstCoreOf('claude'), 'operational', { page_id: pageId });
  const planned = (id: string, startsAt: number | null) =>
    maintenance({
      id,
      page_id: pageId,
      components: [core],
      scheduled_for: startsAt && new Date(startsAt).toISOString(),
      scheduled_until: startsAt && new Date(startsAt + HOUR).toISOString(),
    });
  browser.answers.set(
    `${address}/api/v2/summary.json`,
    summary({
      page: { id: pageId, url: address, updated_at: new Date(browser.now).toISOString() },
      components: [core],
      scheduled_maintenances: [planned('unstated', null), planned('tonight', browser.now + 20 * HOUR)],
    }),
  );
  for (let round = 0; round < 3; round += 1) {
    await runRound(browser.ports());
    browser.now += 10 * MINUTE;
  }
  expect(browser.notices).toHaveLength(1);
  expect(browser.status.maintenances.claude?.map(({ id, startsAt }) => [id, startsAt === null])).toEqual([
    ['unstated', true],
    ['tonight', false],
  ]);
});
