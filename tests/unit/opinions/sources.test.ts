import { describe, expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { aiwatchBody, openrouterBody, reportsBody } from '@/tests/fixtures/second-opinions';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { OPINION_SOURCE_IDS } from '@/utils/model/opinion';
import { OPINION_SOURCES, sourcesAbout } from '@/utils/opinions/sources';

const { openrouter, isitdownstatus, aiwatch } = OPINION_SOURCES;
const WELL = openrouterBody('anthropic', [99.8, 99.7, 99.6]);
const FAILING = openrouterBody('anthropic', [40, 90, 99.2]);

describe('OpenRouter', () => {
  it('reads the mean of the provider’s own endpoints, and none of a cloud', () => {
    expect(openrouter.parse('claude', [FAILING, FAILING])).toEqual({
      word: 'affected',
      value: { kind: 'success_rate', last5m: 40, last30m: 90 },
      at: null,
    });
    expect(openrouter.parse('chatgpt', [FAILING, FAILING])).toBeNull();
  });

  it('reads one model when the other is gone', () => {
    expect(openrouter.parse('claude', [null, FAILING])?.word).toBe('affected');
    expect(openrouter.parse('claude', ['{"error":{"code":404}}', WELL])?.word).toBe('not_affected');
  });

  it('compares the rates of the same endpoints, so one without recent requests changes nothing', () => {
    const idle = openrouterBody('anthropic', [null, 99.9, 20]);
    const slow = openrouterBody('anthropic', [85, 88, 87]);
    expect(openrouter.parse('claude', [slow, openrouterBody('anthropic', [null, null, 99.9])])).toMatchObject({
      word: 'unclear',
      value: { last5m: 85, last30m: 88 },
    });
    expect(openrouter.parse('claude', [FAILING, idle])).toEqual(openrouter.parse('claude', [FAILING]));
    expect(openrouter.parse('claude', [idle])).toMatchObject({
      word: 'unclear',
      value: { last5m: null, last30m: 99.9 },
    });
  });

  it('says nothing from a share between 0 and 1, which is no percentage as documented', () => {
    expect(openrouter.parse('claude', [openrouterBody('anthropic', [0.998, 0.997, 0.998])])?.word).toBe('unclear');
  });
});

describe('isitdownstatus.com', () => {
  it('finds the assistant by its exact name', () => {
    expect(isitdownstatus.parse('claude', [reportsBody('Claude', [40, 109])])).toEqual({
      word: 'affected',
      value: { kind: 'reports', lastHour: 40, usualHour: 3 },
      at: null,
    });
    expect(isitdownstatus.parse('claude', [reportsBody('Claude Monet', [40, 109])])).toBeNull();
  });

  it('reads nothing where two services have names of the assistant', () => {
    const list = JSON.parse(reportsBody('Claude', [40, 109]));
    list.data.push({ ...list.data[1], name: 'Claude AI' });
    expect(isitdownstatus.parse('claude', [JSON.stringify(list)])).toBeNull();
  });

  it('takes the time of the entry where there is one', () => {
    const list = JSON.parse(reportsBody('Claude', [40, 109]));
    list.data[1].updated_at = '2026-04-26T12:00:00.000Z';
    const at = Date.parse('2026-04-26T12:00:00Z');
    expect(isitdownstatus.parse('claude', [JSON.stringify(list)])?.at).toBe(at);
  });

  it('does not deny an outage on the day after another one, which raises the usual number of reports', () => {
    const word = (lastHour: number) => isitdownstatus.parse('claude', [reportsBody('Claude', [lastHour, 612])])?.word;
    expect([9, 20, 40, 70].map(word)).toEqual(['not_affected', 'not_affected', 'unclear', 'unclear']);
  });

  it('says nothing from an hour without reports where nobody reports', () => {
    expect(isitdownstatus.parse('claude', [reportsBody('Claude', [0, 0])])?.word).toBe('unclear');
  });
});

describe('AIWatch', () => {
  it('reads the word and the time of the snapshot', () => {
    expect(aiwatch.parse('claude', [aiwatchBody('claudeai', 'down', NOON - 60_000)])).toEqual({
      word: 'affected',
      value: { kind: 'page_word', level: 'major_outage' },
      at: NOON - 60_000,
    });
  });

  it('takes unknown, and any other word, for no answer', () => {
    for (const word of ['unknown', 'maintenance', 'UP', '']) {
      expect(aiwatch.parse('claude', [aiwatchBody('claudeai', word, NOON)])).toBeNull();
    }
  });
});

/** What arrives instead of the documented shape. */
const UNKNOWN_SHAPES = [
  null,
  '',
  '<!doctype html><title>Just a moment…</title>',
  'null',
  '[]',
  '{}',
  '{"ok":false,"error":"Not found"}',
  '{"ok":true,"data":{}}',
  '{"ok":true,"data":[]}',
  '{"ok":true,"data":[{"name":"Claude","report_count_1h":"many","report_count_24h":3}]}',
  '{"ok":true,"data":[{"name":"Claude","report_count_1h":-1,"report_count_24h":3}]}',
  '{"ok":true,"data":[{"name":"Claude","report_count_1h":9,"report_count_24h":3}]}',
  '{"data":{"endpoints":[]}}',
  '{"data":{"endpoints":[{"tag":"anthropic","uptime_last_5m":140,"uptime_last_30m":99,"uptime_last_1d":99}]}}',
  '{"data":{"endpoints":[{"tag":"anthropic"}]}}',
  '{"services":[],"cachedAt":"2026-10-01T12:00:00Z"}',
  '{"services":[{"id":"claudeai","status":"operational"}],"cachedAt":"yesterday"}',
  '{"services":[{"id":"claudeai"}],"cachedAt":"2026-10-01T12:00:00Z"}',
];

describe.each(OPINION_SOURCE_IDS)('the source %s', (id) => {
  const source = OPINION_SOURCES[id];

  it.each(UNKNOWN_SHAPES)('has no answer in %s', (body) => {
    expect(source.parse('claude', [body, body])).toBeNull();
  });

  it('requests its own host only, over HTTPS, and knows no custom page', () => {
    const addresses = ASSISTANTS.flatMap((assistant) => source.addresses(assistant.id));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(new URL(address)).toMatchObject({ protocol: 'https:', host: source.host });
    expect(source.addresses('page:1')).toEqual([]);
  });
});

describe('sourcesAbout', () => {
  it('lists the chosen sources that know the assistant', () => {
    expect(sourcesAbout('claude', OPINION_SOURCE_IDS)).toEqual([openrouter, isitdownstatus, aiwatch]);
    expect(sourcesAbout('claude', ['isitdownstatus'])).toEqual([isitdownstatus]);
  });

  it('lists none without an independent one', () => {
    expect(sourcesAbout('claude', ['aiwatch'])).toEqual([]);
    expect(sourcesAbout('cursor', OPINION_SOURCE_IDS)).toEqual([]);
    expect(sourcesAbout('page:1', OPINION_SOURCE_IDS)).toEqual([]);
  });
});
