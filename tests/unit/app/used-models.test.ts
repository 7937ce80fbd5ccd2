import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, MINUTE, NOON } from '@/tests/fakes/samples';
import { evaluateAll } from '@/utils/app/evaluate';
import type { Level } from '@/utils/model/level';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { badgeFor, bannerFor } from '@/utils/rules/notifying/surfaces';

const OF_ALL: Options = { ...DEFAULT_OPTIONS, watched: ['claude'] };
const OF_OPUS: Options = { ...OF_ALL, models: { claude: ['Opus'] } };
const SONNET = 'Elevated errors for Claude Sonnet 5';

/** The status after a reading of Claude's page at `now` that shows a partial outage under these titles; none without. */
function read(status: Status, titles: string | string[] | null, options: Options, now: number): Status {
  const incidents: Incident[] = [titles ?? []].flat().map((title) => anIncident({ id: title, title }));
  const components = [aComponent(incidents.length === 0 ? 'operational' : 'partial_outage')];
  const claude = aMemory({ report: aReport({ components, incidents }), readAt: now, triedAt: now });
  const moment = { now, dayStart: NOON - 12 * 60 * MINUTE, minute: 720, evidence: {} };
  return evaluateAll({ ...status, pages: { claude } }, ['claude'], options, moment);
}

const announced = ({ outbox }: Status) => outbox.flatMap(({ changes }) => changes.map(({ kind }) => kind));

it('an outage of models that the user does not use is neither notified about nor shown by banner or icon', () => {
  const status = read(EMPTY_STATUS, SONNET, OF_OPUS, NOON);
  expect(announced(status)).toEqual([]);
  expect(bannerFor('claude', status, NOON).show).toBe('nothing');
  expect(badgeFor(status, ['claude'], NOON).sign).toBe('up');
  expect(status.verdicts.claude?.otherIncidents.map(({ title }) => title)).toEqual([SONNET]);
});

it('the same outage is announced without a choice of models', () => {
  expect(announced(read(EMPTY_STATUS, SONNET, OF_ALL, NOON))).toEqual(['started']);
});

it.each([
  ['a policy names a star, for all', ['*']],
  ['a policy names a model with a bracket', ['Opus (1M']],
  ['an update has removed the chosen family', ['Instant']],
])('the same outage is announced where %s', (_, families) => {
  const options: Options = { ...OF_ALL, models: { claude: families } };
  expect(announced(read(EMPTY_STATUS, SONNET, options, NOON))).toEqual(['started']);
});

it('an outage that spreads to a used model is announced then', () => {
  const before = read(EMPTY_STATUS, SONNET, OF_OPUS, NOON);
  const after = read(before, 'Elevated errors on Opus 5.5 and Sonnet 5', OF_OPUS, NOON + MINUTE);
  expect(announced(after)).toEqual(['started']);
});

it('choosing other models during an outage does not announce its end', () => {
  const during = { ...read(EMPTY_STATUS, SONNET, OF_ALL, NOON), outbox: [] };
  const chosen = read(during, SONNET, OF_OPUS, NOON + MINUTE);
  expect(announced(chosen)).toEqual([]);
  expect(chosen.episodes.claude).toBeUndefined();
});

it('choosing other models while another incident goes on continues the announced outage', () => {
  const both = [SONNET, 'Elevated errors'];
  const during = { ...read(EMPTY_STATUS, both, OF_ALL, NOON), outbox: [] };
  const chosen = read(during, both, OF_OPUS, NOON + MINUTE);
  expect(announced(chosen)).toEqual([]);
  expect(chosen.episodes.claude?.id).toBe(during.episodes.claude?.id);
});

it('an announced outage that the page narrows to other models has ended for the user', () => {
  const during = { ...read(EMPTY_STATUS, 'Errors on Opus 5.5 and Sonnet 5', OF_OPUS, NOON), outbox: [] };
  expect(announced(read(during, SONNET, OF_OPUS, NOON + MINUTE))).toEqual(['recovered']);
});

it('the end of an outage of other models is not announced', () => {
  const during = read(EMPTY_STATUS, SONNET, OF_OPUS, NOON);
  expect(announced(read(during, null, OF_OPUS, NOON + MINUTE))).toEqual([]);
});

describe('a component that the user no longer counts', () => {
  const API = 'k8w3r06qmzrp';
  const CODE = 'yyzkbfz2thpt';
  const WITH_API: Options = { ...OF_ALL, parts: { claude: [API] } };

  /** The status after a reading that shows this level of Claude's chat and of its API. */
  function readParts(status: Status, chat: Level, api: Level, options: Options, now: number): Status {
    const components = [aComponent(chat), aComponent(api, { id: API }), aComponent('operational', { id: CODE })];
    const claude = aMemory({ report: aReport({ components }), readAt: now, triedAt: now });
    const moment = { now, dayStart: NOON - 12 * 60 * MINUTE, minute: 720, evidence: {} };
    return evaluateAll({ ...status, outbox: [], pages: { claude } }, ['claude'], options, moment);
  }

  it.each([[[]], [[CODE]]])('does not work again because it is not counted: %j', (parts) => {
    const during = readParts(EMPTY_STATUS, 'operational', 'partial_outage', WITH_API, NOON);
    expect(announced(during)).toEqual(['started']);
    const options = { ...WITH_API, parts: { claude: parts } };
    const after = readParts(during, 'operational', 'partial_outage', options, NOON + MINUTE);
    expect(announced(after)).toEqual([]);
    expect(after.verdicts.claude?.kind).toBe('up');
    expect(after.episodes.claude).toBeUndefined();
  });

  it('does not keep the recovery of the others from being announced', () => {
    const during = readParts(EMPTY_STATUS, 'partial_outage', 'partial_outage', WITH_API, NOON);
    const chosen = readParts(during, 'partial_outage', 'partial_outage', OF_ALL, NOON + MINUTE);
    expect(announced(chosen)).toEqual([]);
    expect(announced(readParts(chosen, 'operational', 'partial_outage', OF_ALL, NOON + 2 * MINUTE))).toEqual([
      'recovered',
    ]);
  });

  it('has recovered if the page shows that it works again', () => {
    const during = readParts(EMPTY_STATUS, 'operational', 'partial_outage', WITH_API, NOON);
    expect(announced(readParts(during, 'operational', 'operational', OF_ALL, NOON + MINUTE))).toEqual(['recovered']);
  });
});
