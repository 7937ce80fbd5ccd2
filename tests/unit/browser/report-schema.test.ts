import * as v from 'valibot';
import { expect, it } from 'vitest';
import { maintenanceSchema } from '@/utils/browser/status-schema';
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
