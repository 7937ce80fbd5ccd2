import type { Level } from '@/utils/model/level';
import { lookUp } from './look-up';

/** Better Stack's words. One that is not here, "not_monitored" among them, says nothing of how well a part works. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  downtime: 'major_outage',
};

export const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
