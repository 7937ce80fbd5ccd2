import * as v from 'valibot';
import { expect, it } from 'vitest';
import { aMemory } from '@/tests/fakes/samples';
import { maintenanceSchema, STATUS_PARTS } from '@/utils/browser/status-schema';
import type { Maintenance } from '@/utils/model/report';

const stored: Maintenance = {
  id: 'm',
  title: 'Moving house',
  phase: 'scheduled',
  startsAt: 1,
  endsAt: null,
  componentIds: [],
  updates: [],
  url: null,
};

it.each([1, null])('maintenanceSchema accepts the start %j', (startsAt) => {
  expect(v.parse(maintenanceSchema, { ...stored, startsAt })).toEqual({ ...stored, startsAt });
});

it('STATUS_PARTS reads a page that an earlier build stored without another host', () => {
  const { otherHost, ...earlier } = aMemory();
  expect(v.parse(STATUS_PARTS.pages.entry, earlier)).toEqual({ ...earlier, otherHost });
});
