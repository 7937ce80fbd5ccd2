import { describe, expect, it } from 'vitest';
import { anEpisode, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change, ChangeKind } from '@/utils/model/change';
import type { DecisionReason } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import { decideMaintenanceNotices, decideNotifications, type Mutes } from '@/utils/rules/decide-notifications';

const FREE: Mutes = new Map();
const muted = (reason: 'snoozed' | 'works_for_me'): Mutes => new Map([['claude', reason]]);

function aChange(kind: ChangeKind, over: Partial<Change> = {}): Change {
  return {
    kind,
    assistantId: 'claude',
    episodeId: 'claude-1',
    at: NOON,
    level: 'partial_outage',
    from: 'operational',
    startedAt: NOON - MINUTE,
    isStartKnown: true,
    endedAt: null,
    reopened: 0,
    phase: 'investigating',
    title: 'Replies fail',
    ...over,
  };
}

const chatgpt = { assistantId: 'chatgpt', episodeId: 'chatgpt-1' } as const;

describe('decideNotifications', () => {
  it.each<[string, Change, Mutes, boolean, DecisionReason]>([
    ['an outage', aChange('started'), FREE, true, 'loud'],
    ['a slow-down that was confirmed', aChange('started', { level: 'degraded' }), FREE, true, 'confirmed'],
    ['worse', aChange('worsened'), FREE, true, 'loud'],
    ['the end', aChange('recovered', { level: 'operational' }), FREE, true, 'ended'],
    ['easier', aChange('eased'), FREE, false, 'not_worth_interrupting'],
    ['an update', aChange('updated'), FREE, false, 'not_worth_interrupting'],
    ['back again', aChange('reopened', { reopened: 2 }), FREE, true, 'loud'],
    ['back for the third time', aChange('reopened', { reopened: 3 }), FREE, false, 'flapping'],
    ['the end of the third time', aChange('recovered', { reopened: 3 }), FREE, false, 'flapping'],
    ['the chat that does not open', aChange('unopened', { level: 'operational' }), FREE, true, 'unopened'],
    ['the same, snoozed', aChange('unopened'), muted('snoozed'), false, 'snoozed'],
    ['the same, after something else worked', aChange('unopened'), muted('works_for_me'), true, 'unopened'],
    ['failing messages', aChange('suspected'), FREE, false, 'not_worth_interrupting'],
    ['snoozed', aChange('started'), muted('snoozed'), false, 'snoozed'],
    ['works for me', aChange('recovered'), muted('works_for_me'), false, 'works_for_me'],
    ['worse than was told, although it comes and goes', aChange('worsened', { reopened: 3 }), FREE, true, 'loud'],
  ])('%s', (_, change, mutes, isTold, reason) => {
    const { notices, decisions } = decideNotifications([change], mutes, null, {});
    expect(notices).toHaveLength(isTold ? 1 : 0);
    expect(decisions).toMatchObject([{ assistantId: 'claude', about: change.kind, isTold, reason }]);
  });

  it('makes one notice of what happens in one round', () => {
    const { notices } = decideNotifications(
      [aChange('started'), aChange('eased'), aChange('started', chatgpt)],
      FREE,
      null,
      {},
    );
    expect(notices.map(({ changes }) => changes.map(({ assistantId }) => assistantId))).toEqual([
      ['claude', 'chatgpt'],
    ]);
  });

  it.each<[string, Change, string[]]>([
    ['begins within three minutes', aChange('started', { ...chatgpt, at: NOON + 2 * MINUTE }), ['claude', 'chatgpt']],
    ['begins later', aChange('started', { ...chatgpt, at: NOON + 3 * MINUTE }), ['chatgpt']],
    ['ends', aChange('recovered', { ...chatgpt, at: NOON + MINUTE }), ['chatgpt']],
  ])('what %s', (_, change, together) => {
    const [before] = decideNotifications([aChange('started')], FREE, null, {}).notices;
    const [after] = decideNotifications([change], FREE, before ?? null, { claude: anEpisode() }).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
    expect(after?.id === before?.id).toBe(together.length > 1);
  });

  const copilot = { assistantId: 'copilot', episodeId: 'copilot-1' } as const;
  it.each<[string, number, string[]]>([
    ['the third within ten minutes tells all three', 9, ['claude', 'chatgpt', 'copilot']],
    ['a third that comes later is told by itself', 11, ['copilot']],
  ])('%s', (_, minutes, together) => {
    const [before] = decideNotifications([aChange('started', chatgpt)], FREE, null, {}).notices;
    const episodes = { claude: anEpisode({ seenAt: NOON }), chatgpt: anEpisode({ id: 'chatgpt-1', seenAt: NOON }) };
    const third = aChange('started', { ...copilot, at: NOON + minutes * MINUTE });
    const [after] = decideNotifications([third], FREE, before ?? null, episodes).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
  });

  it('does not join what is over by now, and says of what goes on how it is now', () => {
    const [before] = decideNotifications([aChange('started')], FREE, null, {}).notices;
    const soon = [aChange('started', { ...chatgpt, at: NOON + MINUTE })];
    expect(decideNotifications(soon, FREE, before ?? null, {}).notices[0]?.changes).toHaveLength(1);
    const worse = { claude: anEpisode({ level: 'major_outage' }) };
    expect(decideNotifications(soon, FREE, before ?? null, worse).notices[0]?.changes[0]).toMatchObject({
      level: 'major_outage',
    });
  });

  it('gives every notice of one trouble the same id, so that it takes the place of the one before', () => {
    const ids = (['started', 'worsened', 'recovered'] as const).map(
      (kind) => decideNotifications([aChange(kind)], FREE, null, {}).notices[0]?.id,
    );
    expect(new Set(ids).size).toBe(1);
  });
});

describe('decideMaintenanceNotices', () => {
  const change = (kind: MaintenanceChange['kind']): MaintenanceChange => ({
    kind,
    assistantId: 'claude',
    maintenanceId: 'm',
    title: 'Moving house',
    at: NOON,
    startsAt: NOON + 60 * MINUTE,
    endsAt: null,
  });

  it.each<[MaintenanceChange['kind'], boolean, DecisionReason]>([
    ['maintenance_announced', false, 'not_worth_interrupting'],
    ['maintenance_ahead', true, 'wanted'],
    ['maintenance_started', false, 'not_worth_interrupting'],
    ['maintenance_overrun', false, 'not_worth_interrupting'],
  ])('%s', (kind, isTold, reason) => {
    const { notices, decisions } = decideMaintenanceNotices([change(kind)], FREE);
    expect(notices).toHaveLength(isTold ? 1 : 0);
    expect(decisions).toMatchObject([{ isTold, reason }]);
  });

  it('keeps quiet of one who is snoozed', () => {
    expect(decideMaintenanceNotices([change('maintenance_ahead')], muted('snoozed')).notices).toEqual([]);
  });
});
