import { expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { incident, verdict } from '@/tests/gallery/pieces';
import { type TeamForm, teamLine } from '@/utils/i18n/team-words';

const AT = Date.UTC(2026, 8, 3, 13, 26, 41);
const PAGE = 'https://status.claude.com';
// The user's own time zone must not appear.
const speech = { ...englishAt(AT), timeZone: 'Asia/Tokyo' };
const line = (isKnown: boolean, incidents = [incident({ phase: 'monitoring' })], form: TeamForm = 'plain') =>
  teamLine('Claude', verdict('claude', 'partial_outage', { incidents }), { at: AT, isKnown }, PAGE, form, speech);

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

test('teamLine for Slack has bold text and a named link', () => {
  expect(line(true, [], 'slack')).toBe(
    '*Claude: Partial outage* · since 2026-09-03 13:26 UTC · <https://status.claude.com|Status page>',
  );
});

test('teamLine for Teams is Markdown', () => {
  expect(line(true, [], 'teams')).toBe(
    '**Claude: Partial outage** · since 2026-09-03 13:26 UTC · [Status page](https://status.claude.com)',
  );
});

test.each<[TeamForm, string]>([
  ['slack', '*A &amp; B &lt;C&gt;: Partial outage* · '],
  ['teams', '**A & B \\<C\\>: Partial outage** · '],
])('teamLine for %s escapes a name', (form, beginning) => {
  const of = teamLine('A & B <C>', verdict('claude', 'partial_outage'), { at: AT, isKnown: true }, PAGE, form, speech);
  expect(of.startsWith(beginning)).toBe(true);
});

test.each<[TeamForm, string]>([
  ['slack', '<https://status.example.com/a%28b%29?x=1&amp;y=%7c|Status page>'],
  ['teams', '[Status page](https://status.example.com/a%28b%29?x=1&y=%7c)'],
])('teamLine for %s ends a link where it should', (form, link) => {
  const url = 'https://status.example.com/a(b)?x=1&y=|';
  expect(line(true, [incident({ url })], form).endsWith(link)).toBe(true);
});

test('teamLine has no link where there is no status page', () => {
  const start = { at: AT, isKnown: true };
  expect(teamLine('Claude', verdict('claude', 'degraded'), start, '', 'slack', speech)).toBe(
    '*Claude: Degraded performance* · since 2026-09-03 13:26 UTC',
  );
});
