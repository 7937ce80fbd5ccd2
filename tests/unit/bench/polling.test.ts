import { describe, expect, it } from 'vitest';
import { curveAt, type Judged, judgePlans } from '@/tests/bench/polling/judge-plans';

/** Counts in virtual time, so every run has the same result. */
const [ours, ...fixed] = judgePlans(150, 20_260_903);
if (ours === undefined) throw new Error('Nothing was judged');

describe('the polling plan compared with fixed intervals', () => {
  it('has a shorter mean delay for the same traffic', () => {
    const curve = curveAt(
      fixed.map(({ all }) => all),
      ours.all.bytesPerDay,
    );
    expect(ours.all.meanDelayMs).toBeLessThanOrEqual(curve);
  });

  it.each([
    ['Claude', 0],
    ['ChatGPT', 1],
  ])('has a shorter delay while the chat is open for the same traffic: %s', (_, page) => {
    const of = ({ pages }: { pages: Judged[] }) => pages[page] as Judged;
    const curve = curveAt(fixed.map(of), of(ours).bytesPerDay);
    expect(of(ours).openDelayMs).toBeLessThanOrEqual(curve);
  });

  it('stays within the delay budget: 36 minutes for the slowest platform, 6 minutes for the others', () => {
    for (const [index, minutes] of [6, 6, 36].entries()) {
      expect(ours.pages[index]?.slowDelayMs).toBeLessThanOrEqual(minutes * 60_000);
    }
  });
});

it('curveAt interpolates between the measured intervals', () => {
  const of = (bytesPerDay: number, meanDelayMs: number) => ({ bytesPerDay, meanDelayMs }) as Judged;
  expect(curveAt([of(100, 10), of(10, 100)], 100)).toBeCloseTo(10);
  expect(curveAt([of(100, 10), of(10, 100)], Math.sqrt(1_000))).toBeCloseTo(Math.sqrt(1_000));
});
