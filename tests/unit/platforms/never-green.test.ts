import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Word } from '@/tests/fixtures/formats';
import { component, incident, summary } from '@/tests/fixtures/statuspage/documents';
import { PLATFORM_IDS } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const SCOPE = { coreIds: ['chat'], name: null };
type Platform = keyof typeof ADAPTERS;

/**
 * The level of the component "chat", or `suspected`. A failed reading is unknown. All documents of a reading hold the
 * same text.
 */
function levelOfChat(platform: Platform, text: string) {
  const wanted = ADAPTERS[platform].requests('').filter((request) => request.need !== 'detail');
  const names = wanted.map((request) => request.name);
  const documents = Object.fromEntries(names.map((name) => [name, text]));
  const reading = ADAPTERS[platform].parse(documents, { pageId: null, origin: null });
  if (!reading.ok) return 'unknown';
  const { level, suspicion } = levelOf(reading.report, SCOPE, NOW);
  return suspicion === null ? level : 'suspected';
}

/** The states of all platforms that mean an outage. None may be operational on another platform, whose words differ. */
const OUTAGES = [
  'major_outage',
  'full_outage',
  'downtime',
  'SERVICE_OUTAGE',
  'MAJOROUTAGE',
  'MAJOR',
  'outage',
  'ServiceInterruption',
  '500',
  500 as unknown as string,
];

const platforms = Object.keys(ADAPTERS) as Platform[];
const statuspages = ['statuspage', 'incidentio'] as const;

/** JSON with keys that the platforms use, so that values pass the first checks. */
const key = fc.constantFrom(
  'page',
  'components',
  'incidents',
  'id',
  'status',
  'affected_products',
  'begin',
  'end',
  '__proto__',
);
const anything = fc.letrec((tie) => ({
  any: fc.oneof(
    fc.jsonValue(),
    fc.constant('chat'),
    fc.array(tie('any')),
    fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  ),
})).any;

describe.each(platforms)('the reader of %s', (platform) => {
  it('returns unknown for any text and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => levelOfChat(platform, text) === 'unknown'));
  });

  it('never throws for any JSON', () => {
    fc.assert(fc.property(anything, (json) => typeof levelOfChat(platform, JSON.stringify(json)) === 'string'));
  });
});

describe.each(FORMATS)('the reader of $platform', ({ platform, fine, documents }) => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...fine,
      'operational',
      'Operational',
      'OPERATIONAL',
      'UP',
      'ok',
      'none',
      '',
      'toString',
      null,
      undefined,
    ),
  );

  it('reports operational only for the states that mean it', () => {
    let greens = 0;
    fc.assert(
      fc.property(word, (said) => {
        const reading = ADAPTERS[platform].parse(documents(said), { pageId: null, origin: null });
        const isGreen = reading.ok && levelOf(reading.report, SCOPE, NOW).level === 'operational';
        if (isGreen) greens += 1;
        return !isGreen || fine.includes(said);
      }),
      { numRuns: 500, examples: [...OUTAGES, ...fine].map((said): [Word] => [said]) },
    );
    expect(greens > 0).toBe(fine.length > 0);
  });
});

it('every platform has a sample of its states', () => {
  expect(FORMATS.map(({ platform }) => platform).sort()).toEqual([...PLATFORM_IDS].sort());
});

describe.each(statuspages)('the reader of %s', (platform) => {
  /** A document that lists "chat" one to three times, each time with an arbitrary status. */
  const status = fc.oneof(
    fc.constant('operational'),
    fc.string(),
    fc.constantFrom('Operational', 'ok', '', 'toString', null, undefined),
  );
  const listing = fc.record({
    statuses: fc.array(status, { minLength: 1, maxLength: 3 }),
    isGroup: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom('page', 'scheduled_maintenances', 'status'), fc.jsonValue()),
    hasIncident: fc.boolean(),
  });

  type Listing = typeof listing extends fc.Arbitrary<infer T> ? T : never;

  it('reports operational only if every entry of the chat is "operational" and no open incident names it', () => {
    let greens = 0;
    fc.assert(
      fc.property(listing, ({ statuses, isGroup, extra, hasIncident }) => {
        const components = statuses.map((word) => ({
          ...component('chat', word ?? null),
          status: word,
          group: isGroup,
        }));
        const incidents = hasIncident ? [incident({ components: [component('chat', null)] })] : [];
        const level = levelOfChat(platform, JSON.stringify({ ...extra, components, incidents }));
        const mayBeGreen = statuses.every((word) => word === 'operational') && !isGroup && !hasIncident;
        if (level === 'operational') greens += 1;
        return level !== 'operational' || mayBeGreen;
      }),
      {
        numRuns: 1_000,
        examples: OUTAGES.map((word): [Listing] => [
          { statuses: [word], isGroup: false, extra: {}, hasIncident: false },
        ]),
      },
    );
    // Otherwise a parser that never reports operational would pass.
    expect(greens).toBeGreaterThan(0);
  });

  it('does not hide an open incident that names the chat, whatever value replaces a field', () => {
    const field = fc.constantFrom(
      'status',
      'impact',
      'updated_at',
      'created_at',
      'incident_updates',
      'name',
      'resolved_at',
    );
    const closing = new Set(['resolved', 'postmortem']);
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const broken = incident({ components: [component('chat', null)], [name]: value });
        const isToldOver = name === 'status' && closing.has(value as string);
        const isOnlyNews = name === 'impact' && value === 'none';
        const document = summary({ components: [component('chat', 'operational')], incidents: [broken] });
        return isToldOver || isOnlyNews || levelOfChat(platform, document) !== 'operational';
      }),
      { numRuns: 500 },
    );
  });
});
