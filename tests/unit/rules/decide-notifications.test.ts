import { describe, expect, it } from 'vitest';
import { anEpisode, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change, ChangeKind, MaintenanceChange } from '@/utils/model/episode';
import type { DecisionReason } from '@/utils/model/notification';
import { DEFAULT_NOTIFICATION_PREFS, type NotificationPrefs } from '@/utils/model/notification';
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
    ['notifies about an outage', aChange('started'), FREE, true, 'loud'],
    ['notifies about a confirmed slowdown', aChange('started', { level: 'degraded' }), FREE, true, 'confirmed'],
    ['notifies about an escalation', aChange('worsened'), FREE, true, 'loud'],
    ['notifies about a recovery', aChange('recovered', { level: 'operational' }), FREE, true, 'ended'],
    ['does not notify about an improvement', aChange('eased'), FREE, false, 'not_worth_interrupting'],
    ['does not notify about an update', aChange('updated'), FREE, false, 'not_worth_interrupting'],
    ['notifies about a reopened outage', aChange('reopened', { reopened: 2 }), FREE, true, 'loud'],
    [
      'does not notify about an outage that reopens for the third time',
      aChange('reopened', { reopened: 3 }),
      FREE,
      false,
      'flapping',
    ],
    [
      'does not notify about the recovery after the third reopening',
      aChange('recovered', { reopened: 3 }),
      FREE,
      false,
      'flapping',
    ],
    [
      'notifies about a chat site that does not open',
      aChange('unopened', { level: 'operational' }),
      FREE,
      true,
      'unopened',
    ],
    [
      'does not notify about a snoozed chat site that does not open',
      aChange('unopened'),
      muted('snoozed'),
      false,
      'snoozed',
    ],
    [
      'notifies about a chat site that does not open after "Works for me"',
      aChange('unopened'),
      muted('works_for_me'),
      true,
      'unopened',
    ],
    ['does not notify about failing messages', aChange('suspected'), FREE, false, 'not_worth_interrupting'],
    ['does not notify about a snoozed outage', aChange('started'), muted('snoozed'), false, 'snoozed'],
    [
      'does not notify about a recovery after "Works for me"',
      aChange('recovered'),
      muted('works_for_me'),
      false,
      'works_for_me',
    ],
    ['notifies about an escalation of a flapping outage', aChange('worsened', { reopened: 3 }), FREE, true, 'loud'],
  ])('%s', (_, change, mutes, isNotified, reason) => {
    const { notices, decisions } = decideNotifications([change], USUAL, mutes, null, NONE);
    expect(notices).toHaveLength(isNotified ? 1 : 0);
    expect(decisions).toMatchObject([{ assistantId: 'claude', about: change.kind, isTold: isNotified, reason }]);
  });

  const loudness = (over: Partial<NotificationPrefs>) => ({
    loudness: { claude: { ...DEFAULT_NOTIFICATION_PREFS, ...over } },
  });
  it.each<[string, Change, Partial<NotificationPrefs>, boolean, DecisionReason]>([
    [
      'does not notify about an outage, when starts are off',
      aChange('started'),
      { started: false },
      false,
      'not_wanted',
    ],
    [
      'does not notify about an escalation, when starts are off',
      aChange('worsened'),
      { started: false },
      false,
      'not_wanted',
    ],
    [
      'does not notify about a chat site that does not open, when starts are off',
      aChange('unopened'),
      { started: false },
      false,
      'not_wanted',
    ],
    [
      'notifies about a recovery, when only recoveries are on',
      aChange('recovered'),
      { started: false },
      true,
      'wanted',
    ],
    [
      'does not notify about a recovery, when recoveries are off',
      aChange('recovered'),
      { recovered: false },
      false,
      'not_wanted',
    ],
    ['notifies about an update, when updates are on', aChange('updated'), { updates: true }, true, 'wanted'],
    [
      'notifies about an improvement, when updates are on',
      aChange('eased', { level: 'degraded' }),
      { updates: true },
      true,
      'wanted',
    ],
    [
      'does not notify about an update of a flapping outage',
      aChange('updated', { reopened: 3 }),
      { updates: true },
      false,
      'flapping',
    ],
    [
      'does not notify about failing messages, when updates are on',
      aChange('suspected'),
      { updates: true },
      false,
      'not_worth_interrupting',
    ],
  ])('%s', (_, change, over, isNotified, reason) => {
    const { notices, decisions } = decideNotifications([change], loudness(over), FREE, null, NONE);
    expect(notices).toHaveLength(isNotified ? 1 : 0);
    expect(decisions).toMatchObject([{ isTold: isNotified, reason }]);
    const of = { ...change, assistantId: 'chatgpt' } as const;
    const others = decideNotifications([of], loudness(over), FREE, null, NONE).decisions;
    expect(others).toEqual(decideNotifications([of], USUAL, FREE, null, NONE).decisions);
  });

  const ended = (toldLevel: 'degraded' | 'major_outage'): Troubles => ({
    episodes: {},
    recoveries: { claude: { episode: anEpisode({ toldLevel }), endedAt: NOON, isEndKnown: true } },
  });
  it.each<[string, Change, Troubles, boolean]>([
    ['does not notify about an outage below it', aChange('started', { level: 'degraded' }), NONE, false],
    [
      'does not notify about a reopened outage below it',
      aChange('reopened', { level: 'degraded', reopened: 1 }),
      NONE,
      false,
    ],
    ['notifies about an outage at it', aChange('started'), NONE, true],
    ['notifies about an outage that escalates above it', aChange('worsened', { from: 'degraded' }), NONE, true],
    [
      'does not notify about the recovery of an outage that stayed below it',
      aChange('recovered', { level: 'operational' }),
      ended('degraded'),
      false,
    ],
    [
      'notifies about the recovery of an outage that was above it',
      aChange('recovered', { level: 'operational' }),
      ended('major_outage'),
      true,
    ],
  ])('with a minimum severity, %s', (_, change, troubles, isNotified) => {
    const { notices } = decideNotifications([change], loudness({ from: 'partial_outage' }), FREE, null, troubles);
    expect(notices).toHaveLength(isNotified ? 1 : 0);
  });

  it.each<[string, Partial<NotificationPrefs>]>([
    ['below the minimum severity', { from: 'major_outage' }],
    ['whose starts are off', { started: false }],
  ])('does not group outages %s with others', (_, over) => {
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

  it('reports an outage that escalates above the minimum severity as started', () => {
    const grown = aChange('worsened', { from: 'degraded' });
    const { notices } = decideNotifications([grown], loudness({ from: 'partial_outage' }), FREE, null, NONE);
    expect(notices[0]?.changes[0]?.kind).toBe('started');
  });

  it('groups the changes of one round into one notification', () => {
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
    [
      'groups an outage that begins within three minutes',
      aChange('started', { ...chatgpt, at: NOON + 2 * MINUTE }),
      ['claude', 'chatgpt'],
    ],
    [
      'does not group an outage that begins later',
      aChange('started', { ...chatgpt, at: NOON + 3 * MINUTE }),
      ['chatgpt'],
    ],
    ['does not group a recovery', aChange('recovered', { ...chatgpt, at: NOON + MINUTE }), ['chatgpt']],
  ])('%s', (_, change, together) => {
    const [before] = decideNotifications([aChange('started')], USUAL, FREE, null, NONE).notices;
    const [after] = decideNotifications([change], USUAL, FREE, before ?? null, going({ claude: anEpisode() })).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
    expect(after?.id === before?.id).toBe(together.length > 1);
  });

  const copilot = { assistantId: 'copilot', episodeId: 'copilot-1' } as const;
  it.each<[string, number, string[]]>([
    ['names all three assistants when the third fails within ten minutes', 9, ['claude', 'chatgpt', 'copilot']],
    ['notifies about a third assistant alone when it fails later', 11, ['copilot']],
  ])('%s', (_, minutes, together) => {
    const [before] = decideNotifications([aChange('started', chatgpt)], USUAL, FREE, null, NONE).notices;
    const episodes = { claude: anEpisode({ seenAt: NOON }), chatgpt: anEpisode({ id: 'chatgpt-1', seenAt: NOON }) };
    const third = aChange('started', { ...copilot, at: NOON + minutes * MINUTE });
    const [after] = decideNotifications([third], USUAL, FREE, before ?? null, going(episodes)).notices;
    expect(after?.changes.map(({ assistantId }) => assistantId)).toEqual(together);
  });

  it('does not group recovered outages and shows the current level of ongoing ones', () => {
    const [before] = decideNotifications([aChange('started')], USUAL, FREE, null, NONE).notices;
    const soon = [aChange('started', { ...chatgpt, at: NOON + MINUTE })];
    expect(decideNotifications(soon, USUAL, FREE, before ?? null, NONE).notices[0]?.changes).toHaveLength(1);
    const worse = { claude: anEpisode({ level: 'major_outage' }) };
    expect(decideNotifications(soon, USUAL, FREE, before ?? null, going(worse)).notices[0]?.changes[0]).toMatchObject({
      level: 'major_outage',
    });
  });

  it('uses one id for all notifications of an outage, so that each replaces the previous one', () => {
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
  ])('for %s notifies: %s, with the reason %s', (kind, isNotified, reason) => {
    const { notices, decisions } = decideMaintenanceNotices([change(kind)], USUAL);
    expect(notices).toHaveLength(isNotified ? 1 : 0);
    expect(decisions).toMatchObject([{ isTold: isNotified, reason }]);
  });

  it('does not notify when maintenance notices are off', () => {
    const without = { loudness: { claude: { ...DEFAULT_NOTIFICATION_PREFS, maintenance: false } } };
    const { notices, decisions } = decideMaintenanceNotices([change('maintenance_ahead')], without);
    expect(notices).toEqual([]);
    expect(decisions).toMatchObject([{ reason: 'not_wanted' }]);
  });
});
