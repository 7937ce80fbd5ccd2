import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type TestFile, tableOf } from './stress/table-of';

const REPORT = 'test-results/stress.json';
const PAGE = 'docs/reliability.md';
const MARKS = /(<!-- stress -->\n)[\s\S]*(<!-- \/stress -->)/;
const FILES = ['app/killed-anywhere', 'app/killed-in-between', 'app/hostile-pages', 'app/load', 'platforms/mutations'];

/** At full size, or as `npm test` runs them. */
const mode = process.argv.includes('--quick') ? 'test' : 'stress';

/** Runs all stress tests; `--write` updates the table in the document. */
const { status } = spawnSync(
  'npx',
  [
    ...['vitest', 'run', '--mode', mode, '--testTimeout=3600000', '--reporter=dot', '--reporter=json'],
    ...[`--outputFile=${REPORT}`, ...FILES.map((file) => `tests/unit/${file}.test.ts`)],
  ],
  { stdio: 'inherit' },
);
const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as { testResults: TestFile[] };
const table = `\`npm run stress${mode === 'test' ? ' -- --quick' : ''}\`\n\n${tableOf(testResults)}`;
console.log(`\n${table}`);
if (process.argv.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(
    PAGE,
    page.replace(MARKS, (_, open: string, close: string) => `${open}${table}\n${close}`),
  );
}
process.exitCode = status ?? 1;
