import type { ComponentMoment, ScenarioIncident } from '@/tests/loopback/scenario';
import { componentMoments } from '@/tests/loopback/scenarios/component-moments';
import { DAY, HOUR, MINUTE } from '@/tests/loopback/scenarios/duration';
import { makeDice } from './dice';
import { googleProducts } from './google-products';
import { endWords, openWords, reportWords } from './google-words';
import type { LoopbackComponent, PageHistory } from './loopback-page';
import { madeUpId } from './made-up-id';

const COUNT = 46;
/** It ends while its products are still failing, as some real ones do: its last status is not "available". */
const ENDS_IN_TROUBLE = 5;
/** Published only after it ended, as some real ones are. */
const TOLD_AFTERWARDS = 7;

const TROUBLES = [
  { level: 'degraded', impact: 'minor' },
  { level: 'degraded', impact: 'minor' },
  { level: 'partial_outage', impact: 'major' },
  { level: 'major_outage', impact: 'critical' },
] as const;
const TITLES = [
  '{p} is slow for some',
  '{p} answers with errors in parts of the loopback',
  'Some cannot open {p}',
  'Changes in {p} take long to be seen by others',
] as const;

/** Invented, several years, because the real file is that large. */
export const googleHistory: PageHistory = makeHistory();

function makeHistory(): PageHistory {
  const dice = makeDice(20_260_903);
  const incidents: ScenarioIncident[] = [];
  const moments: ComponentMoment[] = [];
  let begin = -6 * DAY;
  for (let index = 0; index < COUNT; index += 1) {
    const [first, ...others] = productsOf(index);
    const componentIds = [first, ...others].map(({ id }) => id);
    const { level, impact } = dice.oneOf(TROUBLES);
    const every = dice.between(20, 55) * MINUTE;
    const openCount = dice.between(2, 4);
    const end = begin + openCount * every;
    const afterwards = index === TOLD_AFTERWARDS ? 3 * HOUR : 0;
    const timesOf = (at: number) => (afterwards === 0 ? { at } : { at: at + afterwards, shownAt: at });
    const labels = ['investigating', 'identified'] as const;
    const open = Array.from({ length: openCount }, (_, step) => ({
      ...timesOf(begin + step * every),
      label: labels[step] ?? ('update' as const),
      text: openWords(dice, first.name),
    }));
    incidents.push({
      id: madeUpId('google', `incident ${index}`),
      title: dice.oneOf(TITLES).replace('{p}', first.name),
      impact,
      componentIds,
      updates: [
        ...open,
        {
          ...timesOf(end),
          label: 'resolved',
          text: endWords(dice, first.name),
          edits: [{ at: end + dice.between(1, 5) * DAY, text: reportWords(dice, first.name) }],
        },
      ],
    });
    const wellAgainAt = end + (index === ENDS_IN_TROUBLE ? HOUR : 0);
    moments.push(...componentMoments(begin, level, componentIds));
    moments.push(...componentMoments(wellAgainAt, 'operational', componentIds));
    begin -= dice.between(9, 33) * DAY + dice.between(0, 23) * HOUR;
  }
  return { componentMoments: moments, incidents };

  /** Gemini is affected often enough to appear within a few months. */
  function productsOf(index: number): [LoopbackComponent, ...LoopbackComponent[]] {
    const [gemini, ...rest] = googleProducts;
    const hit = Array.from({ length: dice.between(1, 3) }, () => rest[dice.between(0, rest.length - 1)]);
    const others = [...new Set(hit)].filter((product) => product !== undefined);
    if (gemini === undefined) throw new Error('There is no Gemini.');
    const [first, ...more] = others;
    return first === undefined || index % 2 === 1 ? [gemini, ...others] : [first, ...more];
  }
}
