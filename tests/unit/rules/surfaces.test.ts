import { describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { anEpisode, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Level } from '@/utils/model/level';
import type { Maintenance } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { rankFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { badgeFor } from '@/utils/rules/notifying/badge';
import { bannerFor } from '@/utils/rules/notifying/banner';

const statusOf = (over: Partial<Status>): Status => ({ ...EMPTY_STATUS, ...over });
const chatgpt = (level: Level) => aVerdict(level, { assistantId: 'chatgpt' });

describe('badgeFor', () => {
  it.each<[Level, Level, string, number]>([
    ['operational', 'operational', 'up', 0],
    ['operational', 'unknown', 'unknown', 0],
    ['maintenance', 'operational', 'maintenance', 0],
    ['unknown', 'degraded', 'degraded', 1],
    ['partial_outage', 'major_outage', 'major_outage', 2],
  ])('%s beside %s shows %s, %i in trouble', (a, b, sign, troubleCount) => {
    const status = statusOf({ verdicts: { claude: aVerdict(a), chatgpt: chatgpt(b) } });
    expect(badgeFor(status, ['claude', 'chatgpt'], NOON)).toMatchObject({ sign, troubleCount });
  });

  it('is not green while one that is watched has no verdict yet', () => {
    expect(badgeFor(statusOf({ verdicts: { claude: aVerdict() } }), ['claude', 'chatgpt'], NOON).sign).toBe('unknown');
  });

  it('of whom nobody tells it says nothing, as long as there is somebody else', () => {
    const untold = { ...chatgpt('unknown'), reason: 'no_public_page', checkedAt: null } as const;
    const beside = (level: Level) => statusOf({ verdicts: { claude: aVerdict(level), chatgpt: untold } });
    expect(badgeFor(beside('operational'), ['claude', 'chatgpt'], NOON)).toMatchObject({ sign: 'up', checkedAt: NOON });
    expect(badgeFor(beside('unknown'), ['claude', 'chatgpt'], NOON).sign).toBe('unknown');
    expect(badgeFor(beside('operational'), ['chatgpt'], NOON)).toMatchObject({ sign: 'unknown', checkedAt: null });
    const suspected = statusOf({ verdicts: { claude: aVerdict(), chatgpt: { ...untold, kind: 'suspected' } } });
    expect(badgeFor(suspected, ['claude', 'chatgpt'], NOON).sign).toBe('suspected');
  });

  it('keeps the sign but not the number of what is snoozed', () => {
    const status = statusOf({ verdicts: { claude: aVerdict('major_outage') }, snoozes: { claude: NOON + MINUTE } });
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'major_outage', troubleCount: 0 });
  });

  it('counts only what is watched', () => {
    const status = statusOf({ verdicts: { claude: aVerdict(), chatgpt: chatgpt('major_outage') } });
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'up', troubleCount: 0 });
  });

  it('is unknown before anything was read', () => {
    expect(badgeFor(EMPTY_STATUS, ['claude'], NOON)).toMatchObject({ sign: 'unknown', checkedAt: null });
  });

  it.each([
    ['one that was never read', [NOON, null], NOON],
    ['the newest first', [NOON, NOON - MINUTE], NOON - MINUTE],
    ['the oldest first', [NOON - MINUTE, NOON], NOON - MINUTE],
    ['none that was read', [null, null], null],
  ] as const)('tells the time of the oldest that was read: %s', (_, [first, second], checkedAt) => {
    const level = (at: number | null) => (at === null ? 'unknown' : 'operational');
    const verdicts = {
      claude: aVerdict(level(first), { checkedAt: first }),
      chatgpt: { ...chatgpt(level(second)), checkedAt: second },
    };
    expect(badgeFor(statusOf({ verdicts }), ['claude', 'chatgpt'], NOON).checkedAt).toBe(checkedAt);
  });

  it('says offline when the browser is, whatever was known before', () => {
    const status = statusOf({ isOnline: false, verdicts: { claude: aVerdict('major_outage') } });
    expect(badgeFor(status, ['claude'], NOON).sign).toBe('offline');
  });
});

const work = (startsAt: number): Maintenance => ({
  id: 'work',
  title: 'Moving house',
  phase: startsAt > NOON ? 'scheduled' : 'in_progress',
  startsAt,
  endsAt: null,
  componentIds: [],
  updates: [],
  url: null,
});

describe('bannerFor', () => {
  const episode = anEpisode();
  const inTrouble = statusOf({ verdicts: { claude: aVerdict('partial_outage') }, episodes: { claude: episode } });
  const dismissedAt = (level: Level, episodeId = episode.id) => ({ dismissals: { claude: { episodeId, level } } });
  const recovered = statusOf({
    verdicts: { claude: aVerdict() },
    recoveries: { claude: { episode, endedAt: NOON - MINUTE, isEndKnown: true } },
  });

  it.each<[string, Status, string]>([
    ['all is well', statusOf({ verdicts: { claude: aVerdict() } }), 'nothing'],
    [english('history_known', 'nothing is'), EMPTY_STATUS, 'nothing'],
    ['trouble', inTrouble, 'trouble'],
    [
      'trouble that is still held back',
      { ...inTrouble, episodes: { claude: anEpisode({ isTold: false }) } },
      'nothing',
    ],
    [
      'trouble whose page can no longer be read',
      { ...inTrouble, verdicts: { claude: aVerdict('unknown') } },
      'trouble',
    ],
    [
      'trouble that has turned into maintenance',
      { ...inTrouble, verdicts: { claude: aVerdict('maintenance') } },
      'trouble',
    ],
    [
      'a verdict that is up, whatever is remembered of trouble',
      { ...inTrouble, verdicts: { claude: aVerdict() } },
      'nothing',
    ],
    ['snoozed', { ...inTrouble, snoozes: { claude: NOON + MINUTE } }, 'nothing'],
    ['snoozed until a moment ago', { ...inTrouble, snoozes: { claude: NOON } }, 'trouble'],
    [
      'it is back, but the person says otherwise',
      {
        ...recovered,
        reactions: { claude: { episodeId: episode.id, level: 'partial_outage', says: 'broken', at: NOON } },
      },
      'nothing',
    ],
    ['dismissed', { ...inTrouble, ...dismissedAt('partial_outage') }, 'nothing'],
    ['dismissed, then worse', { ...inTrouble, ...dismissedAt('degraded') }, 'trouble'],
    ['an earlier trouble was dismissed', { ...inTrouble, ...dismissedAt('major_outage', 'claude-0') }, 'trouble'],
    [
      'a maintenance under way',
      statusOf({ verdicts: { claude: aVerdict('maintenance', { maintenances: [work(NOON - MINUTE)] }) } }),
      'maintenance',
    ],
    [
      'a maintenance in half an hour less a minute',
      statusOf({ verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + 29 * MINUTE)] }) } }),
      'maintenance',
    ],
    [
      'a maintenance in an hour',
      statusOf({ verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + HOUR)] }) } }),
      'nothing',
    ],
    [
      'one that was dismissed',
      statusOf({
        verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + MINUTE)] }) },
        ...dismissedAt('maintenance', 'work'),
      }),
      'nothing',
    ],
    [
      'trouble before a maintenance',
      { ...inTrouble, verdicts: { claude: aVerdict('partial_outage', { ahead: [work(NOON + MINUTE)] }) } },
      'trouble',
    ],
    ['it is back', recovered, 'recovery'],
    ['it is back, but was dismissed', { ...recovered, ...dismissedAt('partial_outage') }, 'nothing'],
    [
      'it was back long ago',
      {
        ...recovered,
        recoveries: {
          claude: { episode: anEpisode({ lastReadAt: NOON - HOUR }), endedAt: NOON - HOUR, isEndKnown: true },
        },
      },
      'nothing',
    ],
  ])('%s', (_, status, show) => {
    expect(bannerFor('claude', status, NOON).show).toBe(show);
  });
});

describe('rankFallbacks', () => {
  const rank = (verdicts: Status['verdicts']) =>
    rankFallbacks({
      plan: { planB: ['claude', 'chatgpt'], ownChats: [], localModels: [] },
      except: 'claude',
      status: { pages: {}, verdicts },
      assistants: ASSISTANTS,
      localAnswers: {},
      now: NOON,
    });

  it.each<[string, Status['verdicts'], string[]]>([
    ['up and fresh', { chatgpt: chatgpt('operational') }, ['chatgpt']],
    [english('history_share_unknown'), {}, []],
    ['in trouble', { chatgpt: chatgpt('degraded') }, []],
    ['under maintenance', { chatgpt: chatgpt('maintenance') }, []],
    ['unknown', { chatgpt: chatgpt('unknown') }, []],
    ['up, but read too long ago', { chatgpt: { ...chatgpt('operational'), checkedAt: NOON - 11 * MINUTE } }, []],
    [
      'read in the future: a clock was set back',
      { chatgpt: { ...chatgpt('operational'), checkedAt: NOON + HOUR } },
      [],
    ],
    ['the one that is in trouble', { claude: aVerdict() }, []],
  ])('%s', (_, verdicts, expected) => {
    expect(rank(verdicts)).toEqual(expected);
  });
});
