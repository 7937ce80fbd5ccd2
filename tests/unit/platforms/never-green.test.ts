import fc from 'fast-check';
import { expect, it } from 'vitest';
import { component, incident, PAGE_ID, summary } from '@/tests/fixtures/statuspage/documents';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/level-of';

const NOW = Date.UTC(2026, 4, 20, 12);
const FINE = new Set(['operational']);

/** The level of the component "chat"; a reading that failed is unknown. */
function levelOfChat(platform: keyof typeof ADAPTERS, documents: Record<string, string>) {
  const reading = ADAPTERS[platform].parse(documents, null);
  return reading.ok ? levelOf(reading.report, ['chat'], NOW).level : 'unknown';
}

const platforms = Object.keys(ADAPTERS) as (keyof typeof ADAPTERS)[];

it.each(platforms)('%s: no text whatever gives a green or a throw', (platform) => {
  fc.assert(fc.property(fc.string(), (text) => levelOfChat(platform, { summary: text }) === 'unknown'));
});

it.each(platforms)('%s: no JSON whatever gives a green or a throw', (platform) => {
  // Keys that the dialect knows, so that the values get past the door.
  const key = fc.constantFrom('page', 'components', 'incidents', 'scheduled_maintenances', 'id', 'status', '__proto__');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(fc.jsonValue(), fc.array(tie('any')), fc.dictionary(key, tie('any'), { maxKeys: 4 })),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(key, value), (json) => {
      const listsChat = JSON.stringify(json).includes('"chat"');
      return listsChat || !FINE.has(levelOfChat(platform, { summary: JSON.stringify(json) }));
    }),
    { numRuns: 500 },
  );
});

it.each(platforms)('%s: no unknown word gives a green', (platform) => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('Operational', 'ok', 'up', 'none', 'toString')), (word) => {
      const level = levelOfChat(platform, { summary: summary({ components: [component('chat', word)] }) });
      return FINE.has(word) || level !== 'operational';
    }),
  );
});

it.each(platforms)('%s: no value in the place of another gives a green over an outage', (platform) => {
  const field = fc.constantFrom('status', 'impact', 'updated_at', 'components', 'incident_updates', 'name', 'id');
  fc.assert(
    fc.property(field, fc.jsonValue(), (name, value) => {
      const broken = incident({ [name]: value });
      const document = summary({ components: [component('chat', 'partial_outage')], incidents: [broken] });
      return levelOfChat(platform, { summary: document }) !== 'operational';
    }),
  );
});

it('the documents that these tests break are green when whole', () => {
  const level = levelOfChat('statuspage', { summary: summary() });
  expect(level).toBe('operational');
  expect(ADAPTERS.statuspage.parse({ summary: summary() }, PAGE_ID).ok).toBe(true);
});
