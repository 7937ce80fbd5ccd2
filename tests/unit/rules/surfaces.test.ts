import { describe, expect, it } from 'vitest';
import { anEpisode, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Level } from '@/utils/model/level';
import type { Maintenance } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { badgeFor, bannerFor } from '@/utils/rules/notifying/surfaces';

const statusOf = (over: Partial<Status>): Status => ({ ...EMPTY_STATUS, ...over });
const chatgpt = (level: Level) => aVerdict(level, { assistantId: 'chatgpt' });

describe('badgeFor', () => {
  it.each<[Level, Level, string, number]>([
    ['operational', 'operational', 'up', 0],
    ['operational', 'unknown', 'unknown', 0],
    ['maintenance', 'operational', 'maintenance', 0],
    ['unknown', 'degraded', 'degraded', 1],
    ['partial_outage', 'major_outage', 'major_outage', 2],
  ])('for the levels %s and %s shows %s and counts %i', (a, b, sign, troubleCount) => {
    const status = statusOf({ verdicts: { claude: aVerdict(a), chatgpt: chatgpt(b) } });
    expect(badgeFor(status, ['claude', 'chatgpt'], NOON)).toMatchObject({ sign, troubleCount });
  });

  it('is unknown while a watched assistant has no verdict yet', () => {
    expect(badgeFor(statusOf({ verdicts: { claude: aVerdict() } }), ['claude', 'chatgpt'], NOON).sign).toBe('unknown');
  });

  it('ignores assistants without a status source, unless no others are watched', () => {
    const noSource = { ...chatgpt('unknown'), reason: 'no_public_page', checkedAt: null } as const;
    const beside = (level: Level) => statusOf({ verdicts: { claude: aVerdict(level), chatgpt: noSource } });
    expect(badgeFor(beside('operational'), ['claude', 'chatgpt'], NOON)).toMatchObject({ sign: 'up', checkedAt: NOON });
    expect(badgeFor(beside('unknown'), ['claude', 'chatgpt'], NOON).sign).toBe('unknown');
    expect(badgeFor(beside('operational'), ['chatgpt'], NOON)).toMatchObject({ sign: 'unknown', checkedAt: null });
    const suspected = statusOf({ verdicts: { claude: aVerdict(), chatgpt: { ...noSource, kind: 'suspected' } } });
    expect(badgeFor(suspected, ['claude', 'chatgpt'], NOON).sign).toBe('suspected');
  });

  it('keeps the sign of a snoozed assistant but does not count it', () => {
    const status = statusOf({ verdicts: { claude: aVerdict('major_outage') }, snoozes: { claude: NOON + MINUTE } });
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'major_outage', troubleCount: 0 });
  });

  it('counts only watched assistants', () => {
    const status = statusOf({ verdicts: { claude: aVerdict(), chatgpt: chatgpt('major_outage') } });
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'up', troubleCount: 0 });
  });

  it('is unknown before the first reading', () => {
    expect(badgeFor(EMPTY_STATUS, ['claude'], NOON)).toMatchObject({ sign: 'unknown', checkedAt: null });
  });

  it.each([
    ['an assistant was never read', [NOON, null], NOON],
    ['the newest first', [NOON, NOON - MINUTE], NOON - MINUTE],
    ['the oldest first', [NOON - MINUTE, NOON], NOON - MINUTE],
    ['no assistant was read', [null, null], null],
  ] as const)('shows the time of the oldest reading: %s', (_, [first, second], checkedAt) => {
    const level = (at: number | null) => (at === null ? 'unknown' : 'operational');
    const verdicts = {
      claude: aVerdict(level(first), { checkedAt: first }),
      chatgpt: { ...chatgpt(level(second)), checkedAt: second },
    };
    expect(badgeFor(statusOf({ verdicts }), ['claude', 'chatgpt'], NOON).checkedAt).toBe(checkedAt);
  });

  it('shows offline while the browser is offline, regardless of verdicts', () => {
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
    ['shows nothing for all is well', statusOf({ verdicts: { claude: aVerdict() } }), 'nothing'],
    ['shows nothing for an empty status', EMPTY_STATUS, 'nothing'],
    ['shows trouble for trouble', inTrouble, 'trouble'],
    [
      'shows nothing for trouble that is not reported yet',
      { ...inTrouble, episodes: { claude: anEpisode({ isTold: false }) } },
      'nothing',
    ],
    [
      'shows trouble for trouble whose page can no longer be read',
      { ...inTrouble, verdicts: { claude: aVerdict('unknown') } },
      'trouble',
    ],
    [
      'shows trouble for trouble that has turned into maintenance',
      { ...inTrouble, verdicts: { claude: aVerdict('maintenance') } },
      'trouble',
    ],
    [
      'shows nothing for a verdict that is up beside a stored outage',
      { ...inTrouble, verdicts: { claude: aVerdict() } },
      'nothing',
    ],
    ['shows nothing for a snoozed outage', { ...inTrouble, snoozes: { claude: NOON + MINUTE } }, 'nothing'],
    ['shows trouble for an outage whose snooze just ended', { ...inTrouble, snoozes: { claude: NOON } }, 'trouble'],
    [
      'shows nothing for a recovery after the user reported "still broken"',
      {
        ...recovered,
        reactions: { claude: { episodeId: episode.id, level: 'partial_outage', says: 'broken', at: NOON } },
      },
      'nothing',
    ],
    ['shows nothing for a dismissed outage', { ...inTrouble, ...dismissedAt('partial_outage') }, 'nothing'],
    ['shows trouble for a dismissed outage that escalated', { ...inTrouble, ...dismissedAt('degraded') }, 'trouble'],
    [
      'shows trouble for an outage after a dismissed earlier one',
      { ...inTrouble, ...dismissedAt('major_outage', 'claude-0') },
      'trouble',
    ],
    [
      'shows maintenance for maintenance under way',
      statusOf({ verdicts: { claude: aVerdict('maintenance', { maintenances: [work(NOON - MINUTE)] }) } }),
      'maintenance',
    ],
    [
      'shows maintenance for maintenance in 29 minutes',
      statusOf({ verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + 29 * MINUTE)] }) } }),
      'maintenance',
    ],
    [
      'shows nothing for maintenance in an hour',
      statusOf({ verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + HOUR)] }) } }),
      'nothing',
    ],
    [
      'shows nothing for dismissed maintenance',
      statusOf({
        verdicts: { claude: aVerdict('operational', { ahead: [work(NOON + MINUTE)] }) },
        ...dismissedAt('maintenance', 'work'),
      }),
      'nothing',
    ],
    [
      'shows trouble for trouble shortly before maintenance',
      { ...inTrouble, verdicts: { claude: aVerdict('partial_outage', { ahead: [work(NOON + MINUTE)] }) } },
      'trouble',
    ],
    ['shows recovery for a recovery', recovered, 'recovery'],
    ['shows nothing for a dismissed recovery', { ...recovered, ...dismissedAt('partial_outage') }, 'nothing'],
    [
      'shows nothing for a recovery an hour ago',
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
    ['offers an assistant that is up and fresh', { chatgpt: chatgpt('operational') }, ['chatgpt']],
    ['does not offer an assistant that is without a verdict', {}, []],
    ['does not offer an assistant that is in trouble', { chatgpt: chatgpt('degraded') }, []],
    ['does not offer an assistant that is under maintenance', { chatgpt: chatgpt('maintenance') }, []],
    ['does not offer an assistant that is unknown', { chatgpt: chatgpt('unknown') }, []],
    [
      'does not offer an assistant that is up, but read too long ago',
      { chatgpt: { ...chatgpt('operational'), checkedAt: NOON - 11 * MINUTE } },
      [],
    ],
    [
      'does not offer an assistant that is read in the future (clock set back)',
      { chatgpt: { ...chatgpt('operational'), checkedAt: NOON + HOUR } },
      [],
    ],
    ['does not offer the current assistant', { claude: aVerdict() }, []],
  ])('%s', (_, verdicts, expected) => {
    expect(rank(verdicts)).toEqual(expected);
  });
});
