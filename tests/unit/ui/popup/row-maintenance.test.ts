import { expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { DAY, HOUR, MINUTE, NOW } from '@/tests/gallery/moments';
import { maintenance, verdict } from '@/tests/gallery/pieces';
import type { Maintenance } from '@/utils/model/report';
import { maintenanceWhen, rowMaintenances } from '@/utils/ui/popup/row-maintenance';

const speech = englishAt(NOW);
const planned = (startsIn: number, lasts: number | null): Maintenance =>
  maintenance({
    phase: 'scheduled',
    startsAt: NOW + startsIn,
    endsAt: lasts === null ? null : NOW + startsIn + lasts,
  });

test.each<[string, Maintenance, string]>([
  ['ahead', planned(3 * HOUR, HOUR), 'Maintenance in 3\u00a0h, 17:13 to 18:13 (1\u00a0h).'],
  ['ahead on another day', planned(2 * DAY, HOUR), 'Maintenance in 2\u00a0d, Sat 14:13 to 15:13 (1\u00a0h).'],
  ['over midnight', planned(8 * HOUR, 4 * HOUR), 'Maintenance in 8\u00a0h, 22:13 to Fri 02:13 (4\u00a0h).'],
  ['without an end', planned(HOUR, null), 'Maintenance in 1\u00a0h, at 15:13.'],
  ['due, but not begun by the page', planned(-10 * MINUTE, HOUR), 'Maintenance was planned for 14:03;'],
  ['without a start', maintenance({ phase: 'scheduled', startsAt: null, endsAt: null }), 'no start is given'],
  ['under way', maintenance(), 'Expected to end at 14:43 (in 30\u00a0min).'],
  ['without an end, under way', maintenance({ endsAt: null }), 'Under way; no end is named.'],
  ['overrun', maintenance({ endsAt: NOW - 20 * MINUTE }), 'It should have ended at 13:53 (20\u00a0min ago)'],
])('%s', (_, one, words) => {
  expect(maintenanceWhen(one, speech)).toContain(words);
});

test('the one that leads its row is not listed twice', () => {
  const both = verdict('claude', 'maintenance', { maintenances: [maintenance()], ahead: [planned(DAY, HOUR)] });
  expect(rowMaintenances(both, speech).map((one) => one.when)).toEqual([
    'Maintenance in 1\u00a0d, Fri 14:13 to 15:13 (1\u00a0h).',
  ]);
});
