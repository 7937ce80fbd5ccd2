import { describe, expect, it } from 'vitest';
import { anEpisode, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change, ChangeKind, MaintenanceChange } from '@/utils/model/change';
import type { DecisionReason } from '@/utils/model/notification';
import { DEFAULT_LOUDNESS, type NotificationPrefs } from '@/utils/model/notification';
import {
  decideMaintenanceNotices,
  decideNotifications,
  type Suppressions,
  type Troubles,
} from '@/utils/rules/notifying/decide-notifications';

const USUAL = { loudness: {} };
const FREE: Suppressions = new Map();
const NONE: Troubles = { episodes: {}, recoveries: {} };
const going = (episodes: Troubles['episodes']): Troubles => ({ episodes, recoveries: {} });
const muted = (reason: 'snoozed' | 'works_for_me'): Suppressions => new Map([['claude', reason]]);

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
    onlyParts: [],
    ...over,
  };
}

const chatgpt = { assistantId: 'chatgpt', episodeId: 'chatgpt-1' } as const;

describe('decideNotifications', () => {
  it.each<[string, Change, Suppressions, boolean, DecisionReason]>([
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
    const { notices, decisions } = decideNotifications([change], USUAL, mutes, null, NONE);
    expect(notices).toHaveLength(isTold ? 1 : 0);
    expect(decisions).toMatchObject([{ assistantId: 'claude', about: change.kind, isTold, reason }]);
  });

  const loudness = (over: Partial<NotificationPrefs>) => ({ loudness: { claude: { ...DEFAULT_LOUDNESS, ...over } } });
  it.each<[string, Change, Partial<NotificationPrefs>, boolean, DecisionReason]>([
    ['a beginning, where none is wanted', aChange('started'), { started: false }, false, 'not_wanted'],
    ['worse, where no beginning is wanted', aChange('worsened'), { started: false }, false, 'not_wanted'],
    ['the chat that does not open, the same', aChange('unopened'), { started: false }, false, 'not_wanted'],
    ['the end, where that alone is wanted', aChange('recovered'), { started: false }, true, 'wanted'],
    ['the end, where it is not wanted', aChange('recovered'), { recovered: false }, false, 'not_wanted'],
    ['an update that is wanted', aChange('updated'), { updates: true }, true, 'wanted'],
    ['easier, where updates are wanted', aChange('eased', { level: 'degraded' }), { updates: true }, true, 'wanted'],
    ['an update of what comes and goes', aChange('updated', { reopened: 3 }), { updates: true }, false, 'flapping'],
    ['failing messages are no update', aChange('suspected'), { updates: true }, false, 'not_worth_interrupting'],
  ])('by loudness: %s', (_, change, over, isTold, reason) => {
    const { notices, decisions } = decideNotifications([change], loudness(over), FREE, null, NONE);
    expect(notices).toHaveLength(isTold ? 1 : 0);
    expect(decisions).toMatchObject([{ isTold, reason }]);
    const of = { ...change, assistantId: 'chatgpt' } as const;
    const others = decideNotifications([of], loudness(over), FREE, null, NONE).decisions;
    expect(others).toEqual(decideNotifications([of], USUAL, FREE, null, NONE).decisions);
  });

  const ended = (toldLevel: 'degraded' | 'major_outage'): Troubles => ({
    episodes: {},
    recoveries: { claude: { episode: anEpisode({ toldLevel }), endedAt: NOON, isEndKnown: true } },
  });
  it.each<[string, Change, Troubles, boolean]>([
    ['a beginning below the minimum severity', aChange('started', { level: 'degraded' }), NONE, false],
    ['one that comes back below it', aChange('reopened', { level: 'degraded', reopened: 1 }), NONE, false],
    ['a beginning at the minimum severity', aChange('started'), NONE, true],
    ['trouble that grows beyond it', aChange('worsened', { from: 'degraded' }), NONE, true],
    ['the end of what stayed below it', aChange('recovered', { level: 'operational' }), ended('degraded'), false],
    ['the end of what was above it', aChange('recovered', { level: 'operational' }), ended('major_outage'), true],
  ])('by minimum severity: %s', (_, change, troubles, isTold) => {
    const { notices } = decideNotifications([change], loudness({ from: 'partial_outage' }), FREE, null, troubles);
    expect(notices).toHaveLength(isTold ? 1 : 0);
  });

  it.each<[string, Partial<NotificationPrefs>]>([
    ['below the minimum severity', { from: 'major_outage' }],
    ['whose beginnings are not wanted', { started: false }],
  ])('does not list trouble %s among several at once', (_, over) => {
    const episodes = { claude: anEpisode({ seenAt: NOON }), copilot: anEpisode({ id: 'copilot-1', seenAt: NOON }) };
    const third = aChange('started', { ...chatgpt, at: NOON + MINUTE });
    const [before] = decideNotifications(
      [aChange('started', { assistantId: 'copilot' })],
      USUAL,
      FREE,
      null,
      NONE,
    ).notices;
    const [after] = decideNotifications([third], loudness(over), FREE, before ?? null, going(episodes)).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).not.toContain('claude');
  });

  it('joins trouble that grows beyond the minimum severity to others that begin at that time', () => {
    const grown = aChange('worsened', { from: 'degraded' });
    const { notices } = decideNotifications([grown], loudness({ from: 'partial_outage' }), FREE, null, NONE);
    expect(notices[0]?.changes[0]?.kind).toBe('started');
  });

  it('makes one notice of what happens in one round', () => {
    const { notices } = decideNotifications(
      [aChange('started'), aChange('eased'), aChange('started', chatgpt)],
      USUAL,
      FREE,
      null,
      NONE,
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
    const [before] = decideNotifications([aChange('started')], USUAL, FREE, null, NONE).notices;
    const [after] = decideNotifications([change], USUAL, FREE, before ?? null, going({ claude: anEpisode() })).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
    expect(after?.id === before?.id).toBe(together.length > 1);
  });

  const copilot = { assistantId: 'copilot', episodeId: 'copilot-1' } as const;
  it.each<[string, number, string[]]>([
    ['the third within ten minutes tells all three', 9, ['claude', 'chatgpt', 'copilot']],
    ['a third that comes later is told by', 11, ['copilot']],
  ])('%s', (_, minutes, together) => {
    const [before] = decideNotifications([aChange('started', chatgpt)], USUAL, FREE, null, NONE).notices;
    const episodes = { claude: anEpisode({ seenAt: NOON }), chatgpt: anEpisode({ id: 'chatgpt-1', seenAt: NOON }) };
    const third = aChange('started', { ...copilot, at: NOON + minutes * MINUTE });
    const [after] = decideNotifications([third], USUAL, FREE, before ?? null, going(episodes)).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
  });

  it('does not join what is over by now, and says of what goes on how it is now', () => {
    const [before] = decideNotifications([aChange('started')], USUAL, FREE, null, NONE).notices;
    const soon = [aChange('started', { ...chatgpt, at: NOON + MINUTE })];
    expect(decideNotifications(soon, USUAL, FREE, before ?? null, NONE).notices[0]?.changes).toHaveLength(1);
    const worse = { claude: anEpisode({ level: 'major_outage' }) };
    expect(decideNotifications(soon, USUAL, FREE, before ?? null, going(worse)).notices[0]?.changes[0]).toMatchObject({
      level: 'major_outage',
    });
  });

  it('gives every notice of one trouble the same id, so that it takes the place of the one before', () => {
    const ids = (['started', 'worsened', 'recovered'] as const).map(
      (kind) => decideNotifications([aChange(kind)], USUAL, FREE, null, NONE).notices[0]?.id,
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
    const { notices, decisions } = decideMaintenanceNotices([change(kind)], USUAL, FREE);
    expect(notices).toHaveLength(isTold ? 1 : 0);
    expect(decisions).toMatchObject([{ isTold, reason }]);
  });

  it('keeps quiet where none is wanted', () => {
    const without = { loudness: { claude: { ...DEFAULT_LOUDNESS, maintenance: false } } };
    const { notices, decisions } = decideMaintenanceNotices([change('maintenance_ahead')], without, FREE);
    expect(notices).toEqual([]);
    expect(decisions).toMatchObject([{ reason: 'not_wanted' }]);
  });

  it('keeps quiet of one who is snoozed', () => {
    expect(decideMaintenanceNotices([change('maintenance_ahead')], USUAL, muted('snoozed')).notices).toEqual([]);
  });
});
