import { measureOrdinary, measureOutage, OUTAGES } from '@/tests/bench/ordinary-days/measure';
import { counted, type Row } from '@/tests/bench/row';

const [DAYS, SEED] = [500, 20_260_903];

/** The rule for possible issues over simulated days; `npm run bench -- evidence` prints all results. */
export async function measureEvidence(): Promise<Row[]> {
  const alarms = measureOrdinary(DAYS, SEED).map(({ kind, alarmsPer1000 }) =>
    counted(`${kind}: false alarms in 1,000 days`, alarmsPer1000, 'times'),
  );
  const noticed = OUTAGES.map((outage) => measureOutage(outage, DAYS, SEED)).map(({ kind, medianMs }) =>
    counted(`${kind}: median time to notice`, (medianMs ?? 0) / 1_000, 's'),
  );
  return [...alarms, ...noticed];
}
