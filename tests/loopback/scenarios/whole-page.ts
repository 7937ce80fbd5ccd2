import { pagesOfTheRest } from '@/tests/loopback/pages/registry-pages';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

const HOST = 'status.lovable.dev';
const [first = ''] = pagesOfTheRest([]).flatMap(({ host, components }) =>
  host === HOST ? components.map(({ id }) => id) : [],
);

export const wholePage: Scenario = {
  name: 'whole-page',
  title: 'One component fails on a page whose chat component is not recorded',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 7 * MINUTE,
  pages: { [HOST]: { ...CALM_PAGE, componentMoments: componentMoments(40 * SECOND, 'partial_outage', [first]) } },
  sites: {},
};
