import { describe, expect, it } from 'vitest';
import {
  aComponent,
  aMemory,
  anEpisode,
  anIncident,
  aReport,
  aVerdict,
  HOUR,
  MINUTE,
  NOON,
} from '@/tests/fakes/samples';
import { assistantOf } from '@/utils/assistants/lookups';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { deserialize, serialize } from '@/utils/browser/stored-value';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Incident, Report } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { readProvider } from '@/utils/rules/evidence/findings';
import { rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { detectChanges } from '@/utils/rules/judging/detect-changes';
import { updateLocalSignal } from '@/utils/rules/judging/episodes';
import { judge } from '@/utils/rules/judging/judge';
import { badgeFor, bannerFor, withDismissal } from '@/utils/rules/notifying/surfaces';

const claude = assistantOf('claude');
const unnamed = anIncident({ impact: 'critical', componentIds: [] });

const verdictOn = (report: Partial<Report>, evidence: readonly EvidenceEvent[] = []) =>
  judge({
    assistant: claude,
    memory: aMemory({ report: aReport(report) }),
    evidence,
    now: NOON,
    intervalMs: 5 * MINUTE,
  });
const statusOn = (incident: Incident): Status => ({
  ...EMPTY_STATUS,
  verdicts: { claude: verdictOn({ incidents: [incident] }) },
});
const failedSend = (at: number): EvidenceEvent => ({
  at,
  what: 'send',
  outcome: 'failed',
  status: 500,
  how: 'answered',
});
const calm = { episode: null, recovery: null, sensed: null, isSuppressed: false };

describe('an open incident that makes an issue possible', () => {
  it('is shown by icon and banner, and dismissed by its id', () => {
    const status = statusOn(unnamed);
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'suspected', troubleCount: 0 });
    expect(bannerFor('claude', status, NOON)).toMatchObject({
      show: 'suspicion',
      suspicion: { source: 'page', incidentId: unnamed.id, title: unnamed.title },
    });
    const dismissed = withDismissal(status, 'claude', NOON);
    expect(bannerFor('claude', dismissed, NOON).show).toBe('nothing');
    const another = { ...statusOn({ ...unnamed, id: 'incident-2' }), dismissals: dismissed.dismissals };
    expect(bannerFor('claude', another, NOON).show).toBe('suspicion');
  });

  it('neither notifies nor begins an outage', () => {
    const verdict = verdictOn({ incidents: [unnamed] });
    expect(updateLocalSignal(null, verdict, NOON)).toMatchObject({ change: null, sensed: null });
    expect(detectChanges(calm, verdict, [unnamed])).toMatchObject({ change: null, episode: null });
  });

  it('does not end an outage whose incident is still open', () => {
    const verdict = verdictOn({ incidents: [unnamed] });
    const before = { ...calm, episode: anEpisode({ lastReadAt: NOON - 5 * MINUTE }) };
    expect(detectChanges(before, verdict, [unnamed])).toMatchObject({ change: null, episode: { id: 'claude-1' } });
  });

  it('does not end that outage while the user’s own requests fail too', () => {
    const failed = [2, 1].map((ago) => failedSend(NOON - ago * MINUTE));
    const verdict = verdictOn({ incidents: [unnamed] }, failed);
    const episode = anEpisode({ lastReadAt: NOON - 5 * MINUTE });
    const step = detectChanges({ ...calm, episode }, verdict, [unnamed]);
    expect(step).toMatchObject({ change: null, episode: { id: 'claude-1' } });
    const status: Status = { ...EMPTY_STATUS, verdicts: { claude: verdict }, episodes: { claude: episode } };
    expect(bannerFor('claude', status, NOON)).toMatchObject({ show: 'suspicion', suspicion: { source: 'evidence' } });
  });

  it('ends an outage of other incidents', () => {
    const verdict = verdictOn({ incidents: [{ ...unnamed, id: 'another' }] });
    const before = { ...calm, episode: anEpisode({ lastReadAt: NOON - 5 * MINUTE }) };
    expect(detectChanges(before, verdict, [])).toMatchObject({ change: { kind: 'recovered' }, episode: null });
  });

  it('excludes the assistant from the fallbacks, also once the user’s own failures before have expired', () => {
    const ranked = (status: Status, now: number) =>
      rankFallbacks({
        plan: { planB: ['claude'], ownChats: [], localModels: [] },
        except: 'chatgpt',
        status,
        assistants: [claude],
        localAnswers: {},
        now,
      });
    expect(ranked(statusOn(unnamed), NOON)).toEqual([]);
    const failed = [2, 1].map((ago) => failedSend(NOON - ago * MINUTE));
    const verdict = verdictOn({ incidents: [unnamed] }, failed);
    expect(verdict.suspicion?.source).toBe('evidence');
    expect(ranked({ ...EMPTY_STATUS, verdicts: { claude: verdict } }, NOON + 4 * MINUTE)).toEqual([]);
  });

  it('is reported as an incident by readProvider', () => {
    expect(readProvider(null, verdictOn({ incidents: [unnamed] }), null)).toMatchObject({ kind: 'incident' });
  });

  it('yields to failures of the user’s requests', () => {
    const failed = [2, 1].map((ago) => failedSend(NOON - ago * MINUTE));
    const verdict = verdictOn({ incidents: [unnamed] }, failed);
    expect(verdict).toMatchObject({ kind: 'suspected', suspicion: { source: 'evidence' } });
    expect(readProvider(null, verdict, null)).toMatchObject({ kind: 'incident' });
  });

  it('stops interrupting after three days without an update', () => {
    const old = { ...unnamed, startedAt: NOON - 90 * HOUR, updatedAt: NOON - 80 * HOUR };
    const status = statusOn(old);
    expect(status.verdicts.claude).toMatchObject({ kind: 'suspected', silentSince: old.updatedAt });
    expect(bannerFor('claude', status, NOON).show).toBe('nothing');
  });
});

it('an incident without an update for three days keeps its level and does not notify', () => {
  const verdict = verdictOn({ incidents: [anIncident({ updatedAt: NOON - 80 * HOUR })] });
  expect(verdict).toMatchObject({ kind: 'trouble', level: 'degraded', silentSince: NOON - 80 * HOUR });
  expect(detectChanges(calm, verdict, []).change).toBeNull();
});

describe('an issue that is only possible, beside an outage', () => {
  const information = anIncident({
    id: 'information',
    kind: 'information',
    impact: 'none',
    startedAt: NOON - 90 * HOUR,
  });
  const outage = anIncident({ id: 'outage', level: 'partial_outage', startedAt: NOON - 10 * MINUTE });
  const verdictOf = (incidents: Incident[]) => verdictOn({ lists: 'incidents', incidents });

  it('neither dates the outage nor belongs to it', () => {
    const verdict = verdictOf([information, outage]);
    expect(verdict).toMatchObject({ kind: 'trouble', since: outage.startedAt, incidents: [{ id: 'outage' }] });
    expect(verdict.otherIncidents.map(({ id }) => id)).toEqual(['information']);
  });

  it('does not keep the end of the outage from being announced', () => {
    const { episode } = detectChanges(calm, { ...verdictOf([information, outage]), checkedAt: NOON - 5 * MINUTE }, []);
    const after = verdictOf([information]);
    expect(after.kind).toBe('suspected');
    expect(detectChanges({ ...calm, episode }, after, []).change?.kind).toBe('recovered');
  });
});

describe('maintenance that names no component', () => {
  const window = { id: 'm', title: 'Work', phase: 'in_progress', startsAt: NOON, endsAt: null } as const;
  const maintenances = [{ ...window, componentIds: [], updates: [], url: null }];

  it('is listed as maintenance of the page if the page also lists other products', () => {
    const components = [aComponent(), aComponent('operational', { id: 'another', name: 'Another product' })];
    const verdict = verdictOn({ components, maintenances });
    expect(verdict).toMatchObject({ kind: 'up', maintenances: [], pageMaintenances: [{ id: 'm' }] });
  });

  it('is listed as maintenance of the assistant if all components belong to it', () => {
    expect(verdictOn({ maintenances })).toMatchObject({
      kind: 'up',
      maintenances: [{ id: 'm' }],
      pageMaintenances: [],
    });
  });
});

it('a verdict stored by an earlier build still parses', () => {
  const {
    missingParts: _,
    isMatchedByName: __,
    silentSince: ___,
    pageMaintenances: ____,
    ...old
  } = aVerdict('operational', {
    kind: 'suspected',
  });
  const suspicion = { what: 'send', failed: 2, of: 2, isSilent: false, since: 1, until: 2 };
  const sealed = serialize(STATUS_SHAPE, EMPTY_STATUS);
  const stored = { ...sealed, value: { ...sealed.value, verdicts: { claude: { ...old, suspicion } } } };
  const { verdicts } = deserialize(STATUS_SHAPE, JSON.parse(JSON.stringify(stored))).value;
  expect(verdicts.claude).toMatchObject({ suspicion: { source: 'evidence' }, silentSince: null });
});
