import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { aMemory, anEpisode, anIncident, aReport, aVerdict, NOON } from '@/tests/fakes/samples';
import { OPTIONS_V1, STATUS_V1 } from '@/tests/fixtures/storage-v1';
import { OPTIONS_V2, STATUS_V2 } from '@/tests/fixtures/storage-v2';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { deserialize, isSameValue, type SchemaFor, serialize, versionOf } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';

const FULL: Status = {
  ...EMPTY_STATUS,
  tickedAt: NOON,
  pages: {
    claude: aMemory({
      report: aReport({ incidents: [anIncident()], pageHost: 'status.claude.com' }),
      foundParts: [{ id: 'new', name: 'claude.ai' }],
      failure: { kind: 'http_error', status: 500 },
    }),
    chatgpt: aMemory({ failure: { kind: 'html' }, detected: { platform: 'incidentio' }, probedAt: NOON }),
  },
  verdicts: { claude: aVerdict('partial_outage', { incidents: [anIncident()] }) },
  episodes: { claude: anEpisode() },
  recoveries: { chatgpt: { episode: anEpisode(), endedAt: NOON, isEndKnown: true } },
  sensed: { claude: { since: NOON, until: NOON, isOver: false, decided: ['send'] } },
  dismissals: { claude: { episodeId: 'claude-1', level: 'degraded' } },
  reactions: { claude: { episodeId: 'claude-1', level: 'partial_outage', says: 'works', at: NOON } },
  snoozes: { claude: NOON },
  maintenances: {
    claude: [
      { id: 'm', title: 'Moving', startsAt: null, endsAt: null, goneAt: null, noticed: ['maintenance_announced'] },
    ],
  },
  past: { claude: { troubles: [], days: [{ at: NOON, worst: 'operational' }], listedSince: NOON, listedAt: null } },
  rehearsal: { to: 'own:1', at: NOON, outcome: 'exact' },
  decisions: [{ at: NOON, assistantId: 'claude', about: 'first_sign', isTold: false, reason: 'too_short' }],
};

describe('the stored status', () => {
  it('is unchanged after serialize and deserialize', () => {
    const stored = JSON.parse(JSON.stringify(serialize(STATUS_SHAPE, FULL)));
    expect(deserialize(STATUS_SHAPE, stored)).toEqual({ value: FULL, damaged: [] });
  });

  it('of a build that did not remember components keeps its pages, and remembers none', () => {
    const stored = JSON.parse(JSON.stringify(serialize(STATUS_SHAPE, FULL)));
    delete stored.value.pages.claude.foundParts;
    delete stored.value.verdicts.claude.unclearParts;
    const { value, damaged } = deserialize(STATUS_SHAPE, stored);
    expect(damaged).toEqual([]);
    expect(value.pages.claude).toMatchObject({ foundParts: [], readAt: FULL.pages.claude?.readAt });
    expect(value.verdicts.claude?.unclearParts).toEqual([]);
  });

  it('is empty if nothing is stored', () => {
    expect(deserialize(STATUS_SHAPE, undefined)).toEqual({ value: EMPTY_STATUS, damaged: [] });
  });

  it('of version 1 keeps outages and dismissals', () => {
    const { value, damaged } = deserialize(STATUS_SHAPE, STATUS_V1);
    expect(damaged).toEqual([]);
    expect(value.episodes.claude).toEqual({
      ...STATUS_V1.episodes.claude,
      reopened: 0,
      toldLevel: 'partial_outage',
      onlyParts: [],
      sensedAt: null,
      seenAt: STATUS_V1.episodes.claude.lastReadAt,
    });
    expect(value.dismissals).toEqual(STATUS_V1.dismissals);
  });

  it('of version 2 keeps everything', () => {
    const { value, damaged } = deserialize(STATUS_SHAPE, STATUS_V2);
    const { episodes, recoveries, past } = STATUS_V2.value;
    expect(damaged).toEqual([]);
    expect(value.episodes.claude).toEqual({
      ...episodes.claude,
      onlyParts: [],
      sensedAt: null,
      seenAt: episodes.claude.lastReadAt,
    });
    expect(value.recoveries.chatgpt?.episode).toEqual({
      ...recoveries.chatgpt.episode,
      onlyParts: [],
      sensedAt: null,
      seenAt: episodes.claude.lastReadAt,
    });
    expect(value.past.claude?.troubles).toEqual(
      past.claude.troubles.map((one) => ({ ...one, sensedAt: null, seenAt: null })),
    );
  });

  it.each([
    ['field', { past: 'sunny' }],
    ['entry', { past: { claude: 7 } }],
    ['list', { past: { claude: { troubles: ['sunny', null] } } }],
    ['recovery', { recoveries: { claude: {} }, episodes: null }],
  ])('of version 2 with an invalid %s does not throw', (_, over) => {
    const { damaged } = deserialize(STATUS_SHAPE, { version: 2, value: { ...STATUS_V2.value, ...over } });
    expect(damaged.length).toBeGreaterThan(0);
  });

  it.each([
    ['an invalid field', { ...FULL, verdicts: { claude: { kind: 'sunny' } } }, ['verdicts']],
    ['a field with one invalid entry', { ...FULL, past: { ...FULL.past, chatgpt: 'sunny' } }, ['past']],
    ['a missing field', { ...FULL, outbox: undefined }, ['outbox']],
  ])('replaces %s and keeps the other fields', (_, value, damaged) => {
    const restored = deserialize(STATUS_SHAPE, JSON.parse(JSON.stringify({ version: versionOf(STATUS_SHAPE), value })));
    expect(restored.damaged).toEqual(damaged);
    expect(restored.value.episodes).toEqual(FULL.episodes);
  });

  it.each([['text'], [42], [null], [[]], [{ version: 2, value: 'text' }]])(
    'is empty and reported as damaged for %j',
    (raw) => {
      const { value, damaged } = deserialize(STATUS_SHAPE, raw);
      expect(value).toEqual(EMPTY_STATUS);
      expect(damaged.length).toBeGreaterThan(5);
    },
  );

  it('of a later version is read as far as possible', () => {
    const later = JSON.parse(JSON.stringify({ version: 99, value: { ...FULL, news: true } }));
    expect(deserialize(STATUS_SHAPE, later)).toEqual({ value: FULL, damaged: [] });
  });
});

it('deserialize keeps the watched assistants of options of version 1 and adds defaults', () => {
  expect(deserialize(OPTIONS_SHAPE, OPTIONS_V1).value).toEqual({ ...DEFAULT_OPTIONS, watched: ['chatgpt'] });
});

it('deserialize keeps the options of version 2, with the fallback order, and adds defaults', () => {
  const { alternatives, ...rest } = OPTIONS_V2.value;
  expect(deserialize(OPTIONS_SHAPE, OPTIONS_V2)).toEqual({
    value: { ...DEFAULT_OPTIONS, ...rest, planB: alternatives },
    damaged: [],
  });
});

it('deserialize keeps the options of version 3, which takes drafts only', () => {
  const { carriesConversation: _, ...old } = { ...DEFAULT_OPTIONS, theme: 'dark' as const, keepsDrafts: true };
  expect(deserialize(OPTIONS_SHAPE, { version: 3, value: old })).toEqual({
    value: { ...old, carriesConversation: false },
    damaged: [],
  });
});

it('deserialize keeps the options of version 4, which asks no other sources and has no choice of models', () => {
  const { opinionSources: _, models: __, ...old } = { ...DEFAULT_OPTIONS, carriesConversation: true };
  expect(deserialize(OPTIONS_SHAPE, { version: 4, value: old })).toEqual({
    value: { ...old, models: {}, opinionSources: ['openrouter', 'isitdownstatus', 'aiwatch'] },
    damaged: [],
  });
});

it('deserialize keeps which sources may be asked, without those that are unknown', () => {
  const chosen = { ...DEFAULT_OPTIONS, opinionSources: ['aiwatch', 'crystal_ball', 'aiwatch'] };
  const { value } = deserialize(OPTIONS_SHAPE, serialize<object>(OPTIONS_SHAPE, chosen));
  expect(value.opinionSources).toEqual(['aiwatch']);
});

it('deserialize keeps the choice of models', () => {
  const chosen = { ...DEFAULT_OPTIONS, models: { claude: ['Opus', 'Sonnet'] } };
  expect(deserialize(OPTIONS_SHAPE, serialize(OPTIONS_SHAPE, chosen))).toEqual({ value: chosen, damaged: [] });
});

it('deserialize keeps the choice to take conversations', () => {
  const chosen = { ...DEFAULT_OPTIONS, carriesConversation: true };
  expect(deserialize(OPTIONS_SHAPE, serialize(OPTIONS_SHAPE, chosen))).toEqual({ value: chosen, damaged: [] });
});

describe('the stored fallback list', () => {
  const MADE = {
    ...DEFAULT_OPTIONS,
    planB: ['own:1', 'local:ollama', 'gemini'],
    ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
    localModels: ['ollama'],
    signedIn: ['gemini'],
  };
  const stored = (over: object) => deserialize(OPTIONS_SHAPE, { version: 3, value: { ...MADE, ...over } });

  it('is unchanged after deserialize', () => {
    expect(stored({})).toEqual({ value: MADE, damaged: [] });
  });

  it.each([
    ['an unknown fallback', { planB: ['own:x'] }, ['planB']],
    ['a javascript: address', { ownChats: [{ id: '1', name: 'x', url: 'javascript:alert(1)' }] }, ['ownChats']],
    ['an address without HTTPS', { ownChats: [{ id: '1', name: 'x', url: 'http://a.example/' }] }, ['ownChats']],
  ])('with %s is repaired', (_, over, damaged) => {
    expect(stored(over).damaged).toEqual(damaged);
  });
});

it.each([STATUS_SHAPE, OPTIONS_SHAPE])('the default value of $key matches its schema', (shape) => {
  const sealed = JSON.parse(JSON.stringify({ version: shape.migrations.length + 1, value: shape.fallback }));
  expect(deserialize<object>(shape as never, sealed).damaged).toEqual([]);
});

describe('equality of values', () => {
  it.each([
    [
      { a: 1, b: [{ c: null }] },
      { b: [{ c: null }], a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [[], []],
  ])('%j is the same as %j', (one, other) => {
    expect(isSameValue(one, other)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }],
  ])('%j differs from %j', (one, other) => {
    expect(isSameValue(one, other)).toBe(false);
    expect(isSameValue(other, one)).toBe(false);
  });
});

it('a schema that rejects or loses what its type allows does not compile', () => {
  interface Kept {
    startsAt: number | null;
    note?: string | undefined;
  }
  const whole = v.object({ startsAt: v.nullable(v.number()), note: v.optional(v.string()) });
  const strict = v.object({ startsAt: v.number(), note: v.optional(v.string()) });
  const lossy = v.object({ startsAt: v.nullable(v.number()) });
  const schemas = [
    whole satisfies SchemaFor<Kept, typeof whole>,
    // @ts-expect-error It rejects null.
    strict satisfies SchemaFor<Kept, typeof strict>,
    // @ts-expect-error It drops the note.
    lossy satisfies SchemaFor<Kept, typeof lossy>,
  ];
  expect(schemas.map((schema) => v.is(schema, { startsAt: null }))).toEqual([true, false, true]);
});
