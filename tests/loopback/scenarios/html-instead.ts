import { CALM_PAGE, type PageTimeline, type Scenario } from '@/tests/loopback/scenario';
import { MINUTE } from './duration';

const HTML: PageTimeline = { ...CALM_PAGE, behaviors: [{ from: 0, until: null, behavior: { kind: 'html' } }] };

export const htmlInstead: Scenario = {
  name: 'html-instead',
  title: 'Both status pages return a web page instead of data',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 5 * MINUTE,
  pages: { 'status.claude.com': HTML, 'status.openai.com': HTML },
  sites: {},
};
