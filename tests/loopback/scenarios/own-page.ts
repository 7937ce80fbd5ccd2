import { examplePages } from '@/tests/loopback/pages/example-pages';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { componentMoments } from './component-moments';
import { MINUTE, SECOND } from './duration';

const partsOf = (host: string): string[] =>
  examplePages.find((page) => page.host === host)?.components.map(({ id }) => id) ?? [];
const [assistant = '', search = ''] = partsOf('status.example.org');
const [chat = ''] = partsOf('status.example.net');
const [tutor = ''] = partsOf('status.example.edu');

export const ownPage: Scenario = {
  name: 'own-page',
  title:
    'Services that nobody has registered: first the search of one fails, then its assistant, and the chats of the others',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 7 * MINUTE,
  pages: {
    'status.example.org': {
      ...CALM_PAGE,
      componentMoments: [
        ...componentMoments(40 * SECOND, 'major_outage', [search]),
        ...componentMoments(100 * SECOND, 'partial_outage', [assistant]),
      ],
    },
    'status.example.net': {
      ...CALM_PAGE,
      componentMoments: componentMoments(100 * SECOND, 'degraded', [chat]),
    },
    'status.example.edu': {
      ...CALM_PAGE,
      componentMoments: componentMoments(100 * SECOND, 'major_outage', [tutor]),
    },
  },
  sites: {},
};
