import { describe, expect, it } from 'vitest';
import type { UnknownReason } from '@/utils/model/failure';
import type { Level } from '@/utils/model/level';
import { isOpen, type PlatformId, type Report } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { detectPlatform, HOST_PROBES, PROBE_PATHS } from '@/utils/platforms/detect';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';
import { HAS_RECORDINGS, readRecording } from './recordings';

/** A recorded page of another product than in `recorded-payloads.test.ts`. Each shows an oddity of its platform. */
interface Recording {
  platform: PlatformId;
  pageId?: string;
  origin?: string;
  documents: () => Record<string, string>;
  /** Without core ids, the level is that of all components. */
  coreIds?: readonly string[];
  level: Level;
  reason?: UnknownReason;
  check: (report: Report) => void;
}

const RECORDED: Record<string, Recording> = {
  'Perplexity, 2026-08-16: three operational components without groups': {
    platform: 'instatus',
    documents: () => ({ components: readRecording('instatus/perplexity-components-2026-08-16.json') }),
    coreIds: ['clyi6jhgg31469ihojbwbsmeeg'],
    level: 'operational',
    check: ({ components }) => {
      expect(components.map(({ name, group, level }) => [name, group, level])).toEqual([
        ['Website', null, 'operational'],
        ['API', null, 'operational'],
        ['Computer', null, 'operational'],
      ]);
    },
  },
  'Wistia, 2026-09-23: a healthy page without lists of incidents': {
    platform: 'instatus',
    pageId: 'Wistia',
    documents: () => ({
      summary: readRecording('instatus/wistia-summary-healthy-2026-09-23.json'),
      components: readRecording('instatus/wistia-components-excerpt-2026-09-23.json'),
    }),
    level: 'operational',
    check: ({ incidents, maintenances, components }) => {
      expect([incidents, maintenances]).toEqual([[], []]);
      expect(components).toMatchObject([{ name: 'Group Record', level: 'operational' }]);
    },
  },
  'Better Stack, 2026-09-23: a resolved report without an end': {
    platform: 'betterstack',
    pageId: '133002',
    documents: () => ({ index: readRecording('betterstack/betterstack-index-excerpt-2026-09-23.json') }),
    coreIds: ['4018902'],
    level: 'operational',
    check: ({ components, incidents }) => {
      expect(components).toMatchObject([{ name: 'Better Stack', group: 'Better Stack', level: 'operational' }]);
      expect(incidents).toMatchObject([
        {
          id: '1050825',
          phase: 'resolved',
          impact: 'minor',
          startedAt: Date.parse('2026-09-04T13:50:00.000Z'),
          resolvedAt: Date.parse('2026-09-04T19:53:00.000Z'),
          componentIds: ['4188758'],
        },
      ]);
    },
  },
  'xAI, 2026-09-03 14:50: an ongoing outage of Grok on the web': {
    platform: 'xai',
    pageId: 'status.x.ai',
    documents: () => ({ feed: readRecording('rss/xai-feed-active-excerpt-2026-09-03.xml') }),
    coreIds: ['grok-com'],
    level: 'major_outage',
    check: ({ components, incidents }) => {
      expect(components.find(({ id }) => id === 'grok-com')?.name).toBe('Grok (Web)');
      expect(incidents).toMatchObject([
        { id: 'INC25664c15', title: 'Models outage', impact: 'critical', resolvedAt: null, componentIds: ['grok-com'] },
      ]);
    },
  },
  'xAI, 2026-09-03 17:10: only resolved incidents, with the severity "available" and an id for each component': {
    platform: 'xai',
    pageId: 'status.x.ai',
    documents: () => ({ feed: readRecording('rss/xai-feed-2026-09-03.xml') }),
    coreIds: ['grok-com'],
    level: 'operational',
    check: ({ incidents, sourceUpdatedAt }) => {
      expect(sourceUpdatedAt).toBe(Date.parse('2026-09-03T17:10:57Z'));
      expect(incidents.map(({ id, phase, impact }) => [id, phase, impact])).toEqual([
        ['INCc33a8af', 'resolved', 'unknown'],
        ['INC410324ed', 'resolved', 'unknown'],
        ['INC702624e4', 'resolved', 'unknown'],
        ['INC3c8ce3f2', 'resolved', 'unknown'],
      ]);
      // One has no resolution time, and its updates are listed oldest first.
      expect(incidents[2]).toMatchObject({ resolvedAt: Date.parse('2026-05-18T12:00:00Z') });
      expect(incidents[2]?.updates.map(({ phase }) => phase)).toEqual([null, 'investigating']);
      // One was backdated by three and a half months.
      expect(incidents[3]?.startedAt).toBe(Date.parse('2025-10-24T17:20:00Z'));
    },
  },
  'xAI, 2026-10-05: one id and guid for all components, and severities that keep their peak': {
    platform: 'xai',
    pageId: 'status.x.ai',
    documents: () => ({ feed: readRecording('rss/xai-feed-first7-2026-10-05.xml') }),
    coreIds: ['grok-com'],
    level: 'operational',
    check: ({ incidents }) => {
      expect(incidents).toMatchObject([
        {
          id: 'INC578e0bc8',
          impact: 'critical',
          resolvedAt: Date.parse('2026-09-22T01:28:30Z'),
          componentIds: ['api-global', 'api-us', 'grok-build', 'grok-com'],
        },
        { id: 'INC698e276c', impact: 'major', componentIds: ['api-global', 'api-us', 'voice'] },
      ]);
    },
  },
  'Kilo, 2026-09-25: a component of an unlisted group, and a degraded component without an incident': {
    platform: 'statuspage',
    documents: () => ({ summary: readRecording('statuspage/kilo-summary-active-2026-09-25.json') }),
    coreIds: ['rkvq7kvz2zlh'],
    level: 'degraded',
    check: ({ components, incidents }) => {
      expect(components.map(({ group, level }) => [group, level])).toEqual([
        [null, 'operational'],
        [null, 'degraded'],
        [null, 'operational'],
        [null, 'degraded'],
      ]);
      expect(incidents).toMatchObject([{ phase: 'investigating', componentIds: ['rkvq7kvz2zlh'] }]);
    },
  },
  'Cloudflare, 2026-09-03: groups are no components, and an incident may name an unlisted component': {
    platform: 'statuspage',
    documents: () => ({ summary: readRecording('statuspage/cloudflare-summary-active-2026-09-03.json') }),
    level: 'partial_outage',
    check: ({ components, incidents, maintenances }) => {
      expect(components.map(({ group, level }) => [group, level])).toEqual([
        ['Cloudflare Sites and Services', 'degraded'],
        ['Cloudflare Sites and Services', 'operational'],
        ['Africa', 'maintenance'],
        ['Africa', 'partial_outage'],
        ['Africa', 'operational'],
      ]);
      expect(incidents.map(({ phase }) => phase)).toEqual(['monitoring', 'identified']);
      const listed = components.map(({ id }) => id);
      expect(incidents.flatMap(({ componentIds }) => componentIds).some((id) => !listed.includes(id))).toBe(true);
      expect(maintenances).toMatchObject([{ phase: 'scheduled' }]);
    },
  },
  'Twilio, 2020-06-16: eight groups, times with offsets, and missing newer keys': {
    platform: 'statuspage',
    documents: () => ({ summary: readRecording('statuspage/twilio-summary-2020-06-16.json') }),
    level: 'degraded',
    check: ({ components, incidents, maintenances, sourceUpdatedAt }) => {
      expect(components).toHaveLength(73 - 8);
      expect(sourceUpdatedAt).toBe(Date.parse('2020-06-16T14:00:29.031-07:00'));
      expect(incidents.map(({ phase }) => phase)).toEqual(['investigating', 'monitoring']);
      expect(maintenances).toHaveLength(9);
    },
  },
  'CodaMetrix, 2026-08-02: a component and its group with the same name, the group listed last': {
    platform: 'statuspage',
    documents: () => ({ summary: readRecording('statuspage/codametrix-components-2026-08-02.json') }),
    coreIds: ['h58vrf2tn36g'],
    level: 'operational',
    check: ({ components }) => {
      expect(components).toHaveLength(3);
      expect(components).toContainEqual({
        id: 'h58vrf2tn36g',
        name: 'CMX-Amplify',
        group: 'CMX-Amplify',
        level: 'operational',
        word: 'operational',
      });
    },
  },
  'CodaMetrix, 2026-08-02: incidents with postmortems are closed and explained': {
    platform: 'statuspage',
    documents: () => ({ incidents: readRecording('statuspage/codametrix-incidents-2026-08-02.json') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents).toHaveLength(15);
      expect(incidents.filter(isOpen)).toEqual([]);
      expect(incidents.filter(({ isExplained }) => isExplained).length).toBeGreaterThanOrEqual(2);
      expect(incidents.filter(({ impact }) => impact === 'none')).toHaveLength(4);
    },
  },
  'Emma, 2019-02-21: incidents without a list of components or a start': {
    platform: 'statuspage',
    documents: () => ({ incidents: readRecording('statuspage/emma-incidents-2019-02-21.json') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents).toHaveLength(22);
      expect(incidents.filter(isOpen)).toEqual([]);
      // Some updates name components; the others name none.
      expect(incidents.filter(({ componentIds }) => componentIds.length > 0).length).toBeGreaterThan(0);
      expect(incidents[0]?.componentIds).toEqual([]);
    },
  },
  'Poe, 2026: two components named like hosts': {
    platform: 'incidentio',
    pageId: '01K8PEESJ24VJZFD1XXJ138MSF',
    documents: () => ({ components: readRecording('incidentio/poe-components-2026.json') }),
    coreIds: ['01K8PEESTJ47BQJEDKF3EFJ5T9'],
    level: 'operational',
    check: ({ components }) => {
      expect(components.map(({ name }) => name)).toEqual(['api.poe.com', 'poe.com']);
    },
  },
  'OpenAI, 2026-09-03: an entry with an open status line and its listed component': {
    platform: 'feed',
    pageId: 'OpenAI status',
    documents: () => ({ feed: readRecording('incidentio/openai-history-excerpt-2026-09-03.atom.xml') }),
    coreIds: ['Search'],
    level: 'degraded',
    check: ({ incidents }) => {
      expect(incidents).toMatchObject([
        { phase: 'investigating', impact: 'minor', componentIds: ['Search'], resolvedAt: null },
      ]);
    },
  },
  'Claude, 2026-10-07: a feed with one open entry, dated by its last update': {
    platform: 'feed',
    pageId: 'status.claude.com',
    documents: () => ({ feed: readRecording('statuspage/claude-history-2026-10-07.rss.xml') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      const open = incidents.filter(isOpen);
      expect(incidents).toHaveLength(4);
      expect(open).toMatchObject([{ phase: 'identified', startedAt: Date.parse('2026-10-07T16:36:00Z') }]);
      expect(open[0]?.updates.map(({ phase }) => phase)).toEqual(['identified', null]);
    },
  },
  'GitHub, 2026-07-09: the newest label of the open entry is "Update"': {
    platform: 'feed',
    pageId: 'www.githubstatus.com',
    documents: () => ({ feed: readRecording('statuspage/github-history-active-2026-07-09.atom.xml') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents).toHaveLength(25);
      expect(incidents.filter(isOpen)).toMatchObject([
        {
          title: 'Delays starting Actions runs',
          phase: 'investigating',
          startedAt: Date.parse('2026-07-09T04:34:00Z'),
        },
      ]);
    },
  },
  'GitHub, 2025-10-02: one open entry, about the model of another provider': {
    platform: 'feed',
    documents: () => ({ feed: readRecording('statuspage/github-history-active-copilot-2025-10-02.atom.xml') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents.filter(isOpen).map(({ title }) => title)).toEqual([
        'Degraded Gemini 2.5 Pro experience in Copilot',
      ]);
    },
  },
  'GitHub, 2025-05-28: maintenances among incidents without a marker': {
    platform: 'feed',
    documents: () => ({ feed: readRecording('statuspage/github-history-maintenance-2025-05-29.atom.xml') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents, maintenances }) => {
      expect(incidents).toHaveLength(22);
      expect(incidents.filter(isOpen)).toEqual([]);
      expect(maintenances.map(({ phase }) => phase)).toEqual(['in_progress', 'completed', 'completed']);
    },
  },
  'GitHub, 2024-06-10: two entries that look open and were closed weeks before': {
    platform: 'feed',
    documents: () => ({ feed: readRecording('statuspage/github-history-zombie-2024-06-11.atom.xml') }),
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents).toHaveLength(25);
      expect(incidents.filter(isOpen)).toEqual([]);
    },
  },
  'Microsoft 365, 2026-09-18: a single operational post without a title that mentions incidents': {
    platform: 'microsoft',
    documents: () => ({ posts: readRecording('custom/microsoft365-post-mac-2026-09-18.json') }),
    level: 'operational',
    check: ({ components, incidents, sourceUpdatedAt }) => {
      expect(components).toMatchObject([{ name: 'Microsoft 365', word: 'Available' }]);
      expect(incidents).toEqual([]);
      expect(sourceUpdatedAt).toBe(Date.parse('2026-09-16T18:30:21Z'));
    },
  },
  'DeepSeek, 2026-07-27: seven components without a state, and retired ones in past incidents': {
    platform: 'flashduty',
    pageId: '6410630422455',
    // The recording holds two responses without their wrappers.
    documents: () => {
      const answers = JSON.parse(readRecording('custom/deepseek-flashduty-excerpt-2026-07-27.json'));
      const wrapped = (data: unknown) => JSON.stringify({ data });
      return { active: wrapped(answers.active), changes: wrapped(answers.changeList) };
    },
    coreIds: ['01KY4ND2PNYT9FY5W4ZH80VGJ4', '01KY4ND2PN1CCNW2MFT5VW713H'],
    level: 'operational',
    check: ({ components, incidents }) => {
      expect(components).toHaveLength(7);
      expect(components.filter(({ group }) => group === '对话服务(Chat Service)')).toHaveLength(5);
      expect(incidents.map(({ impact, phase, componentIds }) => [impact, phase, componentIds])).toEqual([
        ['minor', 'resolved', ['01KY4MVS8BM3F9JSYWACGQVG7A', '01KY4MVS8BSBSVW6053QJ37RJE']],
        ['major', 'resolved', ['01KY4ND2PNYT9FY5W4ZH80VGJ4', '01KY4ND2PN1CCNW2MFT5VW713H']],
      ]);
      expect(incidents[1]?.resolvedAt).toBe(1_784_711_103_000);
      expect(incidents[1]?.updates.map(({ phase }) => phase)).toEqual(['resolved', 'monitoring', 'identified']);
    },
  },
};

describe.skipIf(!HAS_RECORDINGS)('recorded pages of every platform', () => {
  it.each(Object.entries(RECORDED))('are read correctly: %s', (_, recording) => {
    const { platform, pageId = null, origin = null, documents, coreIds, level, reason = null, check } = recording;
    const reading = ADAPTERS[platform].parse(documents(), { pageId, origin });
    if (!reading.ok) throw new Error(reading.failure.kind);
    const { report } = reading;
    const now = Math.max(report.sourceUpdatedAt ?? 0, ...report.incidents.map(({ updatedAt }) => updatedAt));
    const found = coreIds ? levelOf(report, { coreIds, name: null }, now) : levelOfAll(report, now);
    expect(found).toMatchObject({ level, reason });
    check(report);
  });

  it.each<[string, string, string, string, string | null]>([
    [
      'status.claude.com',
      '/api/v2/summary.json',
      'statuspage/claude-summary-active-2026-09-22.json',
      'statuspage',
      'tymt9n04zgry',
    ],
    [
      'status.openai.com',
      '/api/v2/summary.json',
      'incidentio/openai-summary-idle-2026-09-15.json',
      'incidentio',
      '01JMDK9XYNY6RXSED6SDWW50WY',
    ],
    ['status.wistia.com', '/summary.json', 'instatus/wistia-summary-healthy-2026-09-23.json', 'instatus', 'Wistia'],
    [
      'status.betterstack.com',
      '/index.json',
      'betterstack/betterstack-index-excerpt-2026-09-23.json',
      'betterstack',
      '133002',
    ],
    ['status.x.ai', '/feed.xml', 'rss/xai-feed-first7-2026-10-05.xml', 'xai', 'status.x.ai'],
    ['status.cloud.google.com', '/incidents.json', 'google/cloud-incidents-trimmed-2026-09-03.json', 'google', null],
    [
      'www.githubstatus.com',
      '/history.atom',
      'statuspage/github-history-active-2026-07-09.atom.xml',
      'feed',
      'www.githubstatus.com',
    ],
  ])('the platform of %s is detected by %s', (host, address, file, platform, pageId) => {
    expect(detectPlatform(host, { [address]: readRecording(file) })).toMatchObject({ platform, pageId });
  });

  it.each([
    ['status.io', 'statusio/gitlab-status-maintenance-2020-09-05.json'],
    ['Checkly', 'checkly/mistral-summary-active-2026-09-17.json'],
    ['AI Studio', 'google/aistudio-alkali-history-2026-09-03.json'],
    ['the widget of incident.io', 'incidentio/openai-widget-idle-2026.json'],
  ])('%s is not detected as a supported platform on any path', (_, file) => {
    const bodies = Object.fromEntries(
      [...HOST_PROBES.map(({ path: address }) => address), ...PROBE_PATHS].map((address) => [
        address,
        readRecording(file),
      ]),
    );
    expect(detectPlatform('status.example.com', bodies)).toBeNull();
  });
});
