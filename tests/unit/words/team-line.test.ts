import { expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { incident, verdict } from '@/tests/gallery/pieces';
import { teamLine } from '@/utils/i18n/team-line';

const AT = Date.UTC(2026, 8, 3, 13, 26, 41);
const PAGE = 'https://status.claude.com';
// The person's own zone must not show.
const speech = { ...englishAt(AT), timeZone: 'Asia/Tokyo' };
const line = (isKnown: boolean, incidents = [incident({ phase: 'monitoring' })]) =>
  teamLine('Claude', verdict('claude', 'partial_outage', { incidents }), { at: AT, isKnown }, PAGE, speech);

test('who, how bad, since when in UTC, the phase, the link', () => {
  expect(line(true)).toBe(
    'Claude: Partial outage · since 2026-09-03 13:26 UTC · Monitoring · https://status.claude.com/incidents/w7m2k0f4z1xq',
  );
});

test('claims no start that nobody told, and no phase where no incident is open', () => {
  expect(line(false, [])).toBe(
    'Claude: Partial outage · since at least 2026-09-03 13:26 UTC · https://status.claude.com',
  );
});

test('an incident without an address leads to the status page', () => {
  expect(line(true, [incident({ url: null })])).toMatch(/ https:\/\/status\.claude\.com$/);
});

test('is one line', () => {
  expect(line(true)).not.toMatch(/\n/);
});
