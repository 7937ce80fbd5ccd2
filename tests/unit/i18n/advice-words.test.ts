import { describe, expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { incident, verdict } from '@/tests/gallery/pieces';
import { adviceWords, experienceWords } from '@/utils/i18n/verdict-words';
import type { Level } from '@/utils/model/level';
import { INCIDENT_PHASES, type IncidentPhase } from '@/utils/model/report';

const speech = englishAt(0);
const MINUTE = 60_000;

function advice(level: Level, phase: IncidentPhase | null, title = 'Something is wrong') {
  const incidents = phase === null ? [] : [incident({ phase, title })];
  return adviceWords(verdict('claude', level, { incidents }), speech);
}

describe('adviceWords', () => {
  test.each<[Level, IncidentPhase | null, string, string]>([
    ['degraded', null, '', 'Some messages may be slow'],
    ['degraded', 'investigating', 'Slow replies', 'Some messages may be slow'],
    ['degraded', 'investigating', 'Opus 5.5: elevated errors', '“Elevated errors” means'],
    ['degraded', 'identified', 'Increased error rates', '“Elevated errors” means'],
    ['degraded', 'monitoring', 'Requests fail', 'It may work again already.'],
    ['partial_outage', null, '', 'If it doesn’t, switch: retrying won’t help'],
    ['partial_outage', 'investigating', '', 'If it doesn’t, switch: retrying won’t help'],
    ['partial_outage', 'identified', '', 'wait for the fix or switch'],
    ['partial_outage', 'monitoring', '', 'give the fix a few minutes'],
    ['major_outage', null, '', 'Switch if you can’t wait.'],
    ['major_outage', 'investigating', 'Requests fail', 'Switch if you can’t wait.'],
    ['major_outage', 'identified', '', 'Wait for the fix, or switch'],
    ['major_outage', 'monitoring', '', 'It may work again already.'],
  ])('for %s, %s and the title "%s" contains "%s"', (level, phase, title, words) => {
    expect(advice(level, phase, title)).toContain(words);
  });

  test('is null when there is no issue', () => {
    for (const level of ['operational', 'maintenance', 'unknown'] as const) {
      for (const phase of [null, ...INCIDENT_PHASES]) expect(advice(level, phase)).toBeNull();
    }
  });
});

test('experienceWords names the median and the maximum', () => {
  const lengths = { count: 8, medianMs: 25 * MINUTE, longestMs: 130 * MINUTE };
  expect(experienceWords(lengths, speech)).toBe(
    'Last 8 similar incidents: usually 25\u00a0min, at most 2\u00a0h 10\u00a0min.',
  );
  expect(experienceWords(null, speech)).toBeNull();
});
