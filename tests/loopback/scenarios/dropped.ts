import { CALM_PAGE, type PageTimeline, type Scenario } from '@/tests/loopback/scenario';
import { MINUTE } from './duration';

const DROPPED: PageTimeline = { ...CALM_PAGE, behaviors: [{ from: 0, until: null, behavior: { kind: 'dropped' } }] };

export const dropped: Scenario = {
  name: 'dropped',
  title: 'Both status pages drop every connection',
  isReconstructed: false,
  note: 'Made up.',
  durationMs: 5 * MINUTE,
  pages: { 'status.claude.com': DROPPED, 'status.openai.com': DROPPED },
  sites: {},
};
