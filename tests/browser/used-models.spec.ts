import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { expect } from './expect';
import { test } from './fixtures';

/** An offset of the scenario: Claude's only open incident names Sonnet 5, and its components have a partial outage. */
const SONNET_ONLY = 10 * 60_000;

test.use({ scenario: '2026-09-03' });

test('a choice of models in the settings keeps an outage of others out of icon and notifications', async ({
  loopback,
  understudy,
}) => {
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['claude'] });
  const options = await understudy.openOptions();
  await options
    .getByRole('group', { name: english('assistants_models_for', 'Claude') })
    .getByLabel('Opus')
    .click();
  await expect.poll(async () => (await understudy.options())?.models.claude).toEqual(['Opus']);
  loopback.seek(SONNET_ONLY);
  await understudy.tick();
  expect(await understudy.notifications()).toEqual([]);
  const popup = await understudy.openPopup();
  const row = popup.locator('[data-assistant="claude"]');
  await expect(row).toHaveAttribute('data-verdict', 'up');
  await expect(row).toContainText(english('models_others', 'Sonnet 5'));
});
