import { expect, it } from 'vitest';
import { anIncident, aReport, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { Report } from '@/utils/model/report';
import { isOlderCopy } from '@/utils/rules/judging/reading';

const at = (sourceUpdatedAt: number | null, over: Partial<Report> = {}) => aReport({ sourceUpdatedAt, ...over });
const listing = (...incidents: Report['incidents']) => ({ incidents });
const told = anIncident({ updatedAt: NOON });
const RESOLVED = { phase: 'resolved', resolvedAt: NOON } as const;

it.each<[string, Report, Report]>([
  ['a calm page, dated back', at(NOON), at(NOON - HOUR)],
  ['a page before its trouble', at(NOON, listing(told)), at(NOON - HOUR)],
  [
    'a page in the middle of its trouble, which was over',
    at(NOON, listing(anIncident({ updatedAt: NOON, ...RESOLVED }))),
    at(NOON - HOUR, listing(anIncident({ updatedAt: NOON - HOUR }))),
  ],
  [
    'a feed whose post is as it was before',
    at(NOON, { platform: 'google', ...listing(told) }),
    at(NOON - HOUR, { platform: 'google', ...listing(anIncident({ updatedAt: NOON - HOUR })) }),
  ],
])('older: %s', (_, before, after) => {
  expect(isOlderCopy(before, after, NOON)).toBe(true);
  // And it heals: what was read before is not older than it.
  expect(isOlderCopy(after, before, NOON)).toBe(false);
});

it.each<[string, Report, Report]>([
  ['the same page', at(NOON, listing(told)), at(NOON, listing(told))],
  ['the page of another edge, within its slack', at(NOON), at(NOON - 59 * SECOND)],
  ['a page that does not say when it changed', at(NOON), at(null)],
  ['a page that did not say so before', at(null), at(NOON - HOUR)],
  ['a page that was dated ahead by mistake', at(NOON + HOUR), at(NOON)],
  ['an edited text', at(NOON, listing(told)), at(NOON + 1, listing(anIncident({ updatedAt: NOON, title: 'Edited' })))],
  [
    'a reopened incident, whose shown times lie in the past',
    at(NOON - MINUTE, listing(anIncident({ updatedAt: NOON - MINUTE, ...RESOLVED }))),
    at(NOON, listing(anIncident({ updatedAt: NOON, startedAt: NOON - 9 * HOUR, updates: [] }))),
  ],
  ['an incident that was taken off', at(NOON, listing(told)), at(NOON)],
  ['a feed whose newest incident was taken off', at(NOON, { platform: 'google' }), at(0, { platform: 'google' })],
  ['a page of another dialect', at(NOON), at(NOON - HOUR, { platform: 'incidentio' })],
  [
    'incident.io’s, whose date goes back when its incident leaves the summary',
    at(NOON, { platform: 'incidentio', ...listing(told) }),
    at(NOON - 99 * HOUR, { platform: 'incidentio' }),
  ],
  [
    'a page that is dated back, with a newer post on it',
    at(NOON, listing(told)),
    at(NOON - HOUR, listing(anIncident({ id: 'incident-2', updatedAt: NOON + MINUTE }))),
  ],
])('not older: %s', (_, before, after) => {
  expect(isOlderCopy(before, after, NOON)).toBe(false);
});
