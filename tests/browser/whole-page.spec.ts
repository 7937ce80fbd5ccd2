import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { test } from './fixtures';

/** An offset at which the first component of the page fails. */
const FAILING = 45_000;

test.use({ scenario: 'whole-page', grants: ['https://status.lovable.dev/*'] });

test('an assistant is judged by its whole page until the user ticks a component in its row, which then decides', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['lovable'] });
  const verdict = async () => (await understudy.status())?.verdicts.lovable;
  await expect.poll(async () => (await verdict())?.kind).toBe('up');
  await expect.poll(() => understudy.tooltip()).toContain(english('by_whole_page'));

  loopback.seek(FAILING);
  await understudy.tick();
  await expect.poll(async () => (await verdict())?.kind).toBe('suspected');
  // The badge is set before the tooltip.
  await expect.poll(() => understudy.tooltip()).toMatch(new RegExp(english('suspicion_named_parts', 'Lovable', '.+')));
  expect(await understudy.badge()).toBe('');
  expect(await understudy.notifications()).toHaveLength(0);

  const popup = await understudy.openPopup();
  const row = popup.locator('.row[data-assistant="lovable"]');
  await row.getByRole('button', { name: /^Lovable/ }).click();
  await expect(row).toContainText(english('by_whole_page'));
  const ticks = row.getByRole('list', { name: english('popup_counted') }).getByRole('checkbox');
  // The failing component comes first. Without it, the others decide.
  await ticks.nth(1).click();
  await expect(ticks.nth(1)).toBeChecked();
  await expect(row).toHaveAttribute('data-verdict', 'up');
  await expect(row).not.toContainText(english('by_whole_page'));
  expect(await violationsOf(popup)).toEqual([]);
  await ticks.nth(0).click();
  await expect(row).toHaveAttribute('data-verdict', 'trouble');
  await expect.poll(() => understudy.badge()).toBe('1');
  await expect.poll(() => understudy.notifications()).toHaveLength(1);
});
