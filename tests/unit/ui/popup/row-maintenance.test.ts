import { expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { anEpisode } from '@/tests/fakes/samples';
import { DAY, HOUR, MINUTE, NOW } from '@/tests/gallery/moments';
import { maintenance, verdict } from '@/tests/gallery/pieces';
import type { Maintenance } from '@/utils/model/report';
import { EMPTY_STATUS } from '@/utils/model/status';
import { factsOf } from '@/utils/ui/popup/row';
import { listedMaintenances, maintenanceWhen } from '@/utils/ui/popup/row-detail';

const speech = englishAt(NOW);
const planned = (startsIn: number, lasts: number | null): Maintenance =>
  maintenance({
    phase: 'scheduled',
    startsAt: NOW + startsIn,
    endsAt: lasts === null ? null : NOW + startsIn + lasts,
  });

test.each<[string, Maintenance, string]>([
  ['scheduled', planned(3 * HOUR, HOUR), english('popup_maintenance_ahead', '3 h', '17:13', '18:13', '1 h')],
  [
    'scheduled for another day',
    planned(2 * DAY, HOUR),
    english('popup_maintenance_ahead', '2 d', 'Sat 14:13', '15:13', '1 h'),
  ],
  [
    'scheduled across midnight',
    planned(8 * HOUR, 4 * HOUR),
    english('popup_maintenance_ahead', '8 h', '22:13', 'Fri 02:13', '4 h'),
  ],
  ['scheduled without an end', planned(HOUR, null), english('popup_maintenance_ahead_open', '1 h', '15:13')],
  ['due but not started on the page', planned(-10 * MINUTE, HOUR), english('popup_maintenance_due', '14:03')],
  [
    'without a start',
    maintenance({ phase: 'scheduled', startsAt: null, endsAt: null }),
    english('popup_maintenance_undated'),
  ],
  ['in progress', maintenance(), english('popup_maintenance_under_way', '14:43', '30 min')],
  ['in progress without an end', maintenance({ endsAt: null }), english('popup_maintenance_no_end')],
  [
    'overrun',
    maintenance({ endsAt: NOW - 20 * MINUTE }),
    english('popup_maintenance_overrun', '13:53', english('duration_minutes', '20')),
  ],
])('maintenanceWhen describes maintenance that is %s', (_, one, words) => {
  expect(maintenanceWhen(one, speech)).toBe(words);
});

test('listedMaintenances omits the maintenance that is already the row’s headline', () => {
  const both = verdict('claude', 'maintenance', { maintenances: [maintenance()], ahead: [planned(DAY, HOUR)] });
  expect(listedMaintenances(both).map((one) => maintenanceWhen(one, speech))).toEqual([
    english('popup_maintenance_ahead', '1 d', 'Fri 14:13', '15:13', '1 h'),
  ]);
});

test('factsOf counts maintenance from its own start, also where an outage came before it', () => {
  const begun = NOW - 10 * MINUTE;
  const under = verdict('claude', 'maintenance', { since: begun, maintenances: [maintenance({ startsAt: begun })] });
  // Neither the outage nor its end has been seen since: maintenance ends no episode.
  const outage = anEpisode({ startedAt: NOW - 4 * HOUR });
  const status = { ...EMPTY_STATUS, verdicts: { claude: under }, episodes: { claude: outage } };
  expect(factsOf(status, under, speech)?.text).toBe(
    `${english('since', '14:03')} · ${english('duration_minutes', '10')}`,
  );
});
