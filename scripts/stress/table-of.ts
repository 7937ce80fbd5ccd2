import type { Stressed } from '@/tests/fakes/stressed';

/** As the JSON reporter tells of one file, as far as it is used. */
export interface TestFile {
  name: string;
  assertionResults: readonly { status: string; meta?: { stressed?: Stressed } }[];
}

const nameOf = (path: string): string => path.replace(/^.*\/tests\//, 'tests/');
const number = new Intl.NumberFormat('en-GB');

/** One row for each experiment: what was tried, and how often what must not happen did. A test counts as one case unless it says more. */
export function tableOf(files: readonly TestFile[]): string {
  const rows = files.map(({ name, assertionResults: tests }) => {
    const sum = (count: (test: (typeof tests)[number]) => number) => tests.reduce((all, test) => all + count(test), 0);
    const cases = sum(({ meta }) => meta?.stressed?.cases ?? 1);
    const faults = sum(({ meta }) => meta?.stressed?.faults ?? 1);
    const violations = tests.filter(({ status }) => status !== 'passed').length;
    return [`\`${nameOf(name)}\``, ...[tests.length, cases, faults, violations].map((count) => number.format(count))];
  });
  const lines = rows.sort(([a = ''], [b = '']) => a.localeCompare(b)).map((cells) => `| ${cells.join(' | ')} |`);
  return ['| experiment | tests | cases | faults | violations |', '|---|---|---|---|---|', ...lines].join('\n');
}
