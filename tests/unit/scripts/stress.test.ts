import { expect, it } from 'vitest';
import { tableOf } from '@/scripts/stress/table-of';

it('tableOf sums up tests, cases, faults and failures of each file', () => {
  const test = (status: string, cases: number) => ({
    status,
    meta: { stressCoverage: { cases, faults: cases * 2 } },
  });
  const files = [
    { name: '/somewhere/tests/unit/b.test.ts', assertionResults: [test('passed', 1_000), test('failed', 5)] },
    { name: '/somewhere/tests/unit/a.test.ts', assertionResults: [{ status: 'passed' }] },
  ];
  expect(tableOf(files).split('\n').slice(2)).toEqual([
    '| `tests/unit/a.test.ts` | 1 | 1 | 1 | 0 |',
    '| `tests/unit/b.test.ts` | 2 | 1,005 | 2,010 | 1 |',
  ]);
});
