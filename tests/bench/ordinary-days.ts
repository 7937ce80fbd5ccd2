import { parseArgs } from 'node:util';
import type { Outage } from './ordinary-days/conditions';
import {
  measureHandshakeOutage,
  measureHandshakes,
  measureOrdinary,
  measureOutage,
  type Noticed,
  OUTAGES,
  QUIET_OUTAGES,
} from './ordinary-days/measure';
import type { Person } from './ordinary-days/simulate-day';

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

const TWO_CHATS = { habit: 'two_chats' } as const;
const ON_ONE_PAGE: readonly Partial<Person>[] = (['one_page', 'provisional'] as const).flatMap((site) => [
  { site },
  { site, ...TWO_CHATS },
]);

console.log(`${days} days of one person each, seed ${seed}\n`);
console.log(
  '| a day with | messages | false alarms in 1,000 days | two conversations in turns | new chats on one page, the worst | notes of slow answers, the worst |',
);
console.log('|---|---|---|---|---|---|');
const measured = [{}, TWO_CHATS, ...ON_ONE_PAGE].map((person) => measureOrdinary(days, seed, values.only, person));
const [oneChat = [], ...others] = measured;
for (const [index, { kind, messages, alarmsPer1000 }] of oneChat.entries()) {
  const [twoChats = 0, ...onOnePage] = others.map((rows) => rows[index]?.alarmsPer1000 ?? 0);
  const slow = Math.max(...measured.map((rows) => rows[index]?.slowPer1000 ?? 0));
  const figures = [alarmsPer1000, twoChats, Math.max(...onOnePage), slow].map((figure) => figure.toFixed(1));
  console.log(`| ${[kind, messages, ...figures].join(' | ')} |`);
}
for (const { kind, messages, alarmsPer1000 } of measureHandshakes(days, seed, values.only)) {
  console.log(`| ${[kind, messages, alarmsPer1000.toFixed(1), '-', '-', '-'].join(' | ')} |`);
}
console.log(
  '\n| while it lasts | days met | noticed | median | 90 % within | messages until then |\n|---|---|---|---|---|---|',
);
const isWanted = ({ kind }: Outage) => kind.includes(values.only);
for (const outage of [...OUTAGES, ...QUIET_OUTAGES].filter(isWanted))
  console.log(row(measureOutage(outage, days, seed)));
const PERSONS: readonly [string, Partial<Person>][] = [
  ['third try in a new chat', { habit: 'new_chats' }],
  ['third try in a new chat, with a provisional address', { habit: 'new_chats', site: 'provisional' }],
  ['third try in a new chat, on the same page', { habit: 'new_chats', site: 'one_page' }],
  ['two conversations in turns', TWO_CHATS],
];
for (const outage of QUIET_OUTAGES.filter(isWanted)) {
  for (const [how, person] of outage.how === 'slow' ? PERSONS.slice(-1) : PERSONS) {
    const { kind, ...noticed } = measureOutage(outage, days, seed, person);
    console.log(row({ ...noticed, kind: `${kind}, ${how}` }));
  }
}
if ('WebSockets'.includes(values.only)) {
  for (const how of ['fails', 'refused'] as const) console.log(row(measureHandshakeOutage(days, seed, how)));
}
