import { expect, it } from 'vitest';
import { anIncident, aReport, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { Report } from '@/utils/model/report';
import { isOlderCopy } from '@/utils/rules/judging/reading';

const at = (sourceUpdatedAt: number | null, over: Partial<Report> = {}) => aReport({ sourceUpdatedAt, ...over });
const listing = (...incidents: Report['incidents']) => ({ incidents });
const incident = anIncident({ updatedAt: NOON });
const RESOLVED = { phase: 'resolved', resolvedAt: NOON } as const;

it.each<[string, Report, Report]>([
  ['a calm page with an earlier date', at(NOON), at(NOON - HOUR)],
  ['a page from before the incident', at(NOON, listing(incident)), at(NOON - HOUR)],
  [
    'a page with an ongoing incident that was already resolved',
    at(NOON, listing(anIncident({ updatedAt: NOON, ...RESOLVED }))),
    at(NOON - HOUR, listing(anIncident({ updatedAt: NOON - HOUR }))),
  ],
  [
    'a feed with an earlier version of its post',
    at(NOON, { platform: 'google', ...listing(incident) }),
    at(NOON - HOUR, { platform: 'google', ...listing(anIncident({ updatedAt: NOON - HOUR })) }),
  ],
])('isOlderCopy rejects %s', (_, before, after) => {
  expect(isOlderCopy(before, after, NOON)).toBe(true);
  // The reverse order is accepted, so a wrong date cannot block newer readings.
  expect(isOlderCopy(after, before, NOON)).toBe(false);
});

it.each<[string, Report, Report]>([
  ['the same page', at(NOON, listing(incident)), at(NOON, listing(incident))],
  ['a page of another CDN edge within the tolerance', at(NOON), at(NOON - 59 * SECOND)],
  ['a page that does not say when it changed', at(NOON), at(null)],
  ['a page that names its date for the first time', at(null), at(NOON - HOUR)],
  ['a page whose earlier date was in the future', at(NOON + HOUR), at(NOON)],
  [
    'an edited text',
    at(NOON, listing(incident)),
    at(NOON + 1, listing(anIncident({ updatedAt: NOON, title: 'Edited' }))),
  ],
  [
    'a reopened incident with start and update times in the past',
    at(NOON - MINUTE, listing(anIncident({ updatedAt: NOON - MINUTE, ...RESOLVED }))),
    at(NOON, listing(anIncident({ updatedAt: NOON, startedAt: NOON - 9 * HOUR, updates: [] }))),
  ],
  ['a removed incident', at(NOON, listing(incident)), at(NOON)],
  ['a feed whose newest incident was removed', at(NOON, { platform: 'google' }), at(0, { platform: 'google' })],
  ['a page of another platform', at(NOON), at(NOON - HOUR, { platform: 'incidentio' })],
  [
    'an incident.io page, whose date goes back when its incident leaves the summary',
    at(NOON, { platform: 'incidentio', ...listing(incident) }),
    at(NOON - 99 * HOUR, { platform: 'incidentio' }),
  ],
  [
    'a page with an earlier date and a newer post',
    at(NOON, listing(incident)),
    at(NOON - HOUR, listing(anIncident({ id: 'incident-2', updatedAt: NOON + MINUTE }))),
  ],
])('isOlderCopy accepts %s', (_, before, after) => {
  expect(isOlderCopy(before, after, NOON)).toBe(false);
});
