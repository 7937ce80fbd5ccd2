import * as v from 'valibot';
import type { History } from '@/utils/model/history';
import { fitting } from './fitting';
import { incidentSchema, level, time } from './report-schema';
import { pastTroubleSchema } from './status-schema';

/** What is kept in the rows of each store. */
export const HISTORY_VALUES: { [Store in keyof History]: v.GenericSchema<unknown, History[Store][number]> } = {
  incidents: incidentSchema,
  troubles: pastTroubleSchema,
  spans: v.object({ from: time, to: time, level }),
};

/** Null where it does not fit. */
export function parseRow<Store extends keyof History>(store: Store, raw: unknown): History[Store][number] | null {
  return fitting(HISTORY_VALUES[store], (raw as { value?: unknown } | undefined)?.value);
}
