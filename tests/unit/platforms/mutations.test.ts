import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordCoverage } from '@/tests/fakes/stress-coverage';
import { lossesOf, spoiled } from '@/tests/fixtures/mutations';
import { TROUBLED_PAGES, type TroubledPage } from '@/tests/fixtures/troubled-pages';
import { reportSchema } from '@/utils/browser/status-schema';
import { isTrouble } from '@/utils/model/level';
import { PLATFORM_IDS } from '@/utils/model/report';
import { ADAPTERS, type Documents, type Reading } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/judging/level';

/** The normal tests run only a few; `npm run stress` runs many. */
const RUNS = import.meta.env.MODE === 'stress' ? 100_000 : 400;

const NOW = Date.UTC(2026, 4, 20, 12);

const parse = ({ platform }: TroubledPage, documents: Documents): Reading =>
  ADAPTERS[platform].parse(documents, { pageId: null, origin: null });

/** The level of the component, or `suspected`. A failed reading is unknown. */
function levelIn(page: TroubledPage, documents: Documents) {
  const reading = parse(page, documents);
  if (!reading.ok) return 'unknown';
  const { level, suspicion } = levelOf(reading.report, { coreIds: [page.coreId], name: null }, NOW);
  return suspicion === null ? level : 'suspected';
}

describe.each(TROUBLED_PAGES)('a page of $platform with an issue, told by $toldBy', (page) => {
  const { documents, saysWell } = page;

  it('does not become operational when anything is missing', (context) => {
    const losses = Object.entries(documents).flatMap(([name, body]) =>
      lossesOf(name, body).map((loss) => ({ name, loss })),
    );
    const greens = losses
      .filter(({ name, loss }) => levelIn(page, { ...documents, [name]: loss.body }) === 'operational')
      .map(({ loss }) => loss.at);
    expect(greens.filter((at) => !saysWell?.test(at))).toEqual([]);
    recordCoverage(context, losses.length, losses.length);
  });

  it('gives a report that can be stored, or none, when any value is replaced', (context) => {
    const names = Object.keys(documents);
    const spoilt = fc
      .constantFrom(...names)
      .chain((name) => spoiled(documents[name] ?? '').map((body) => ({ ...documents, [name]: body })));
    const isSound = (mutant: Documents) => {
      const reading = parse(page, mutant);
      // Check what storage returns: JSON loses values such as NaN.
      return !reading.ok || v.is(reportSchema, JSON.parse(JSON.stringify(reading.report)));
    };
    fc.assert(fc.property(spoilt, isSound), { seed: 1, numRuns: RUNS });
    recordCoverage(context, RUNS, RUNS);
  });
});

it.each(TROUBLED_PAGES)('the sample page of $platform, told by $toldBy, has an issue', (page) => {
  const level = levelIn(page, page.documents);
  // A label alone says nothing about the component.
  if (page.toldBy === 'label') expect(level).toBe('unknown');
  else expect([level, level === 'suspected' || isTrouble(level)]).toEqual([level, true]);
});

it('every platform has a page with an issue', () => {
  expect([...new Set(TROUBLED_PAGES.map(({ platform }) => platform))].sort()).toEqual([...PLATFORM_IDS].sort());
});
