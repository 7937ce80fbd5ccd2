import type { StressCoverage } from '@/tests/fakes/stress-coverage';

/** The part of the JSON reporter's output that is used. */
export interface TestFile {
  name: string;
  assertionResults: readonly { status: string; meta?: { stressCoverage?: StressCoverage } }[];
}

const nameOf = (path: string): string => path.replace(/^.*\/tests\//, 'tests/');
const number = new Intl.NumberFormat('en-GB');

/** One row per experiment with cases, faults and violations. A test counts as one case unless it reports more. */
export function tableOf(files: readonly TestFile[]): string {
  const rows = files.map(({ name, assertionResults: tests }) => {
    const sum = (count: (test: (typeof tests)[number]) => number) => tests.reduce((all, test) => all + count(test), 0);
    const cases = sum(({ meta }) => meta?.stressCoverage?.cases ?? 1);
    const faults = sum(({ meta }) => meta?.stressCoverage?.faults ?? 1);
    const violations = tests.filter(({ status }) => status !== 'passed').length;
    return [`\`${nameOf(name)}\``, ...[tests.length, cases, faults, violations].map((count) => number.format(count))];
  });
  const lines = rows.sort(([a = ''], [b = '']) => a.localeCompare(b)).map((cells) => `| ${cells.join(' | ')} |`);
  return ['| experiment | tests | cases | faults | violations |', '|---|---|---|---|---|', ...lines].join('\n');
}
