import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/** Counts of one runner. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: readonly string[];
  /** The runner's JSON report and how to read its counts; null for a step that only passes or fails. */
  report: { file: string; count: (json: never) => Count } | null;
}

const countVitest = (json: {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests,
  skipped: json.numPendingTests + json.numTodoTests,
});

const countPlaywright = ({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}) => ({
  passed: stats.expected,
  // A test that passed only on a retry has failed.
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/browser.json';
const FIREFOX_REPORT = 'test-results/firefox.json';

/** The steps of one stage run at the same time. */
const STAGES: readonly (readonly Step[])[] = [
  [
    { name: 'lint', command: ['biome', 'ci', '--error-on-warnings', '.'], report: null },
    { name: 'imports between layers', command: ['tsx', 'scripts/layers.ts'], report: null },
    { name: 'types', command: ['tsc', '--noEmit'], report: null },
    { name: 'licenses and advisories of dependencies', command: ['tsx', 'scripts/supply.ts'], report: null },
  ],
  [
    {
      name: 'unit tests',
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
      report: { file: UNIT_REPORT, count: countVitest },
    },
  ],
  [{ name: 'build', command: ['wxt', 'build'], report: null }],
  [{ name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'], report: null }],
  [
    {
      name: 'browser tests',
      command: ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'],
      report: { file: BROWSER_REPORT, count: countPlaywright },
    },
    {
      name: 'Firefox tests',
      command: ['playwright', 'test', '--config', 'tests/firefox/playwright.config.ts'],
      report: { file: FIREFOX_REPORT, count: countPlaywright },
    },
  ],
];

interface Result {
  step: Step;
  isGood: boolean;
  seconds: number;
}

/** Runs a step. Its output goes to the terminal at once, or in one piece at its end. */
function run(step: Step, isLive: boolean): Promise<Result> {
  const { name, command } = step;
  if (isLive) console.log(`\n— ${name}`);
  const startedAtMs = Date.now();
  const endWith = (isGood: boolean): Result => ({
    step,
    isGood,
    seconds: Math.round((Date.now() - startedAtMs) / 1000),
  });
  const output = isLive ? 'inherit' : 'pipe';
  const child = spawn('npx', ['--no-install', ...command], { stdio: ['ignore', output, output] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (!isLive) console.log(`\n— ${name}\n${Buffer.concat(chunks)}`);
      resolve(endWith(code === 0));
    });
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve(endWith(false));
    });
  });
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');
const results: Result[] = [];
for (const stage of STAGES) results.push(...(await Promise.all(stage.map((step, index) => run(step, index === 0)))));

console.log('');
for (const { step, isGood, seconds } of results)
  console.log(`${isGood ? 'passed' : 'FAILED'}  ${step.name}, ${seconds} s`);
const counts = results.flatMap(({ step: { report } }) =>
  report !== null && existsSync(report.file)
    ? [report.count(JSON.parse(readFileSync(report.file, 'utf8')) as never)]
    : [],
);
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
console.log(`total: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
