import { expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { incident, verdict } from '@/tests/gallery/pieces';
import { teamLine } from '@/utils/i18n/verdict-words';

const AT = Date.UTC(2026, 8, 3, 13, 26, 41);
const PAGE = 'https://status.claude.com';
// The user's own time zone must not appear.
const speech = { ...englishAt(AT), timeZone: 'Asia/Tokyo' };
const line = (isKnown: boolean, incidents = [incident({ phase: 'monitoring' })]) =>
  teamLine('Claude', verdict('claude', 'partial_outage', { incidents }), { at: AT, isKnown }, PAGE, speech);

test('teamLine has name, level, start in UTC, phase and link', () => {
  expect(line(true)).toBe(
    'Claude: Partial outage · since 2026-09-03 13:26 UTC · Monitoring · https://status.claude.com/incidents/w7m2k0f4z1xq',
  );
});

test('teamLine has "at least" for an unknown start and no phase without an incident', () => {
  expect(line(false, [])).toBe(
    'Claude: Partial outage · since at least 2026-09-03 13:26 UTC · https://status.claude.com',
  );
});

test('teamLine links to the status page for an incident without an address', () => {
  expect(line(true, [incident({ url: null })])).toMatch(/ https:\/\/status\.claude\.com$/);
});

test('teamLine is one line', () => {
  expect(line(true)).not.toMatch(/\n/);
});
