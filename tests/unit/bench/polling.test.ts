import { describe, expect, it } from 'vitest';
import { curveAt, type Judged, judgePlans } from '@/tests/bench/polling/judge-plans';

/** Counts of virtual time: the same in every run. */
const [ours, ...fixed] = judgePlans(150, 20_260_903);
if (ours === undefined) throw new Error('Nothing was judged');

describe('our plan of polls, beside fixed intervals', () => {
  it('is read sooner for as many bytes', () => {
    const curve = curveAt(
      fixed.map(({ all }) => all),
      ours.all.bytesPerDay,
    );
    expect(ours.all.meanDelayMs).toBeLessThanOrEqual(curve);
  });

  it.each([
    ['Claude', 0],
    ['ChatGPT', 1],
  ])('is read sooner while its chat is open, for as many bytes: %s alone', (_, page) => {
    const of = ({ pages }: { pages: Judged[] }) => pages[page] as Judged;
    const curve = curveAt(fixed.map(of), of(ours).bytesPerDay);
    expect(of(ours).openDelayMs).toBeLessThanOrEqual(curve);
  });

  it('is read within its budget: half an hour for the slowest dialect, five minutes for the others', () => {
    for (const [index, minutes] of [6, 6, 36].entries()) {
      expect(ours.pages[index]?.slowDelayMs).toBeLessThanOrEqual(minutes * 60_000);
    }
  });
});

it('a point of the curve is what the interval there costs', () => {
  const of = (bytesPerDay: number, meanDelayMs: number) => ({ bytesPerDay, meanDelayMs }) as Judged;
  expect(curveAt([of(100, 10), of(10, 100)], 100)).toBeCloseTo(10);
  expect(curveAt([of(100, 10), of(10, 100)], Math.sqrt(1_000))).toBeCloseTo(Math.sqrt(1_000));
});
