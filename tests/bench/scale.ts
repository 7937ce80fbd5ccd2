import { parseArgs } from 'node:util';
import { fullestSecond, measureCrowd, type Rates } from './crowd/measure';
import { OURS } from './crowd/simulate-crowd';
import { writeSection } from './write-section';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '20260903' },
    write: { type: 'boolean', default: false },
  },
});
const [sample, seed] = [Number(values.sample), Number(values.seed)];
const whole = (value: number): string => new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
const SIZES = [100_000, 1_000_000, 10_000_000] as const;

const rates = measureCrowd(sample, seed);
const ofOurs = rates.filter(({ variant }) => variant === OURS.name);

function rateRow({ event, variant, mean, peak, ordinaryMean, ordinaryPeak }: Rates): string {
  const [more, higher] = [mean / ordinaryMean, peak / ordinaryPeak].map((ratio) => ratio.toFixed(2));
  const own = [whole(mean), whole(peak), (peak / mean).toFixed(2)];
  return `| ${[event, variant, ...own, more, higher].join(' | ')} |`;
}

const text = `
\`npm run bench -- scale\`: ${whole(sample)} browsers represent a million, seed ${seed}. Requests per second at one status page.

| what happens | plan | mean | peak | peak to mean | mean, to the ordinary | peak, to the ordinary |
|---|---|---|---|---|---|---|
${rates.map(rateRow).join('\n')}

The fullest second, as shipped:

| what happens | ${SIZES.map((size) => `${whole(size)} browsers`).join(' | ')} |
|---|---|---|---|
${ofOurs.map((one) => `| ${one.event} | ${SIZES.map((size) => whole(fullestSecond(one, size))).join(' | ')} |`).join('\n')}
`;
console.log(text);
if (values.write) writeSection('docs/scale.md', 'scale', text);
