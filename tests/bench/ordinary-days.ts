import { parseArgs } from 'node:util';
import type { Outage } from './ordinary-days/conditions';
import { measureOrdinary, measureOutage, type Noticed, OUTAGES, QUIET_OUTAGES } from './ordinary-days/measure';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20260903' },
    // Part of the name of the rows to run.
    only: { type: 'string', default: '' },
  },
});
const [days, seed] = [Number(values.days), Number(values.seed)];

const minutes = (ms: number | null): string => (ms === null ? '-' : `${(ms / 60_000).toFixed(1)} min`);

function row({ kind, days: met, noticed, medianMs, slowMs, medianSends }: Noticed): string {
  const part = `${((100 * noticed) / met).toFixed(0)} %`;
  return `| ${kind} | ${met} | ${part} | ${minutes(medianMs)} | ${minutes(slowMs)} | ${medianSends ?? '-'} |`;
}

console.log(`${days} days of one person each, seed ${seed}\n`);
console.log('| a day with | messages | false alarms in 1,000 days | false notes of slow answers |\n|---|---|---|---|');
for (const habit of ['one_chat', 'two_chats'] as const) {
  for (const { kind, messages, alarmsPer1000, slowPer1000 } of measureOrdinary(days, seed, values.only, habit)) {
    const name = habit === 'one_chat' ? kind : `${kind}, two conversations in turns`;
    console.log(`| ${name} | ${messages} | ${alarmsPer1000.toFixed(1)} | ${slowPer1000.toFixed(1)} |`);
  }
}
console.log(
  '\n| while it lasts | days met | noticed | median | 90 % within | messages until then |\n|---|---|---|---|---|---|',
);
const isWanted = ({ kind }: Outage) => kind.includes(values.only);
for (const outage of [...OUTAGES, ...QUIET_OUTAGES].filter(isWanted))
  console.log(row(measureOutage(outage, days, seed)));
for (const outage of QUIET_OUTAGES.filter(isWanted)) {
  for (const habit of outage.how === 'slow' ? (['two_chats'] as const) : (['new_chats', 'two_chats'] as const)) {
    const { kind, ...noticed } = measureOutage(outage, days, seed, habit);
    const how = habit === 'two_chats' ? 'two conversations in turns' : 'third try in a new chat';
    console.log(row({ ...noticed, kind: `${kind}, ${how}` }));
  }
}
