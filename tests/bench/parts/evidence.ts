import { measureOrdinary, measureOutage, OUTAGES } from '@/tests/bench/ordinary-days/measure';
import { counted, type Row } from '@/tests/bench/row';

const [DAYS, SEED] = [500, 20_260_903];

/** The rule of possible trouble over made-up days; `npm run bench -- evidence` has all of it. */
export async function measureEvidence(): Promise<Row[]> {
  const alarms = measureOrdinary(DAYS, SEED).map(({ kind, alarmsPer1000 }) =>
    counted(`${kind}: false alarms in 1,000 days`, alarmsPer1000, 'times'),
  );
  const noticed = OUTAGES.map((outage) => measureOutage(outage, DAYS, SEED)).map(({ kind, medianMs }) =>
    counted(`${kind}: half are noticed within`, (medianMs ?? 0) / 1_000, 's'),
  );
  return [...alarms, ...noticed];
}
