import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawCurves, type Panel } from './polling/draw-curves';
import { curveAt, type Judged, type JudgedPlan, judgePlans } from './polling/judge-plans';
import { JUDGED_PAGES } from './polling/judged-pages';
import { writeSection } from './write-section';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '600' },
    seed: { type: 'string', default: '20260903' },
    write: { type: 'boolean', default: false },
  },
});
const plans = judgePlans(Number(values.days), Number(values.seed));
const nameOf = ({ intervalMs }: JudgedPlan): string =>
  intervalMs === null ? '**ours**' : intervalMs < 60_000 ? `${intervalMs / 1_000} s` : `${intervalMs / 60_000} min`;
const fixed = plans.filter(({ intervalMs }) => intervalMs !== null);
const [ours] = plans;
if (ours === undefined) throw new Error('Nothing was judged');

const seconds = (ms: number): string => (Number.isNaN(ms) ? '-' : `${(ms / 1_000).toFixed(0)} s`);
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

const views = [
  { title: 'All three', of: (plan: JudgedPlan) => plan.all },
  ...JUDGED_PAGES.map(({ name }, index) => ({
    title: name,
    of: (plan: JudgedPlan) => plan.pages[index] as Judged,
  })),
];

const rows = plans.map((plan) => {
  const { bytesPerDay, pollsPerDay, medianDelayMs, meanDelayMs, slowDelayMs, openDelayMs } = plan.all;
  const delays = [medianDelayMs, meanDelayMs, slowDelayMs, openDelayMs].map(seconds);
  return `| ${[nameOf(plan), megabytes(bytesPerDay), pollsPerDay.toFixed(0), ...delays].join(' | ')} |`;
});
const beside = views.map(({ title, of }) => {
  const { bytesPerDay, meanDelayMs, openDelayMs } = of(ours);
  const theirs = curveAt(fixed.map(of), bytesPerDay);
  return `| ${[title, megabytes(bytesPerDay), seconds(theirs), seconds(meanDelayMs), seconds(openDelayMs)].join(' | ')} |`;
});
const text = `
\`npm run bench -- polling\`: ${values.days} days of as many people, seed ${values.seed}; Claude, ChatGPT and Gemini watched. Delay is from
a change on the page to the first reading that shows it.

| interval | a day | readings | half within | mean | 90 % within | mean, that chat open |
|---|---|---|---|---|---|---|
${rows.join('\n')}

| page | ours, a day | a fixed interval for as many bytes: mean | ours: mean | ours: mean, that chat open |
|---|---|---|---|---|
${beside.join('\n')}
`;
console.log(text);

if (values.write) {
  writeSection('docs/bench/measurements.md', 'polling', text);
  const panels: Panel[] = views.map(({ title, of }) => ({
    title,
    ours: of(ours),
    fixed: fixed.map(of),
    names: fixed.map(nameOf),
  }));
  writeFileSync('docs/polling.svg', drawCurves(panels));
}
