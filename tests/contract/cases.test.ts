import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '@/scripts/read';
import { fetchLive } from '@/scripts/read/fetch-place';
import { parseArguments } from '@/scripts/read/parse-arguments';
import { CLAUDE_CORE } from '@/tests/fakes/samples';
import { ROOT } from './source-files';

/**
 * Documents that were once read incorrectly, with the correct results. They are stored next to the checkout, like the
 * recordings; without them the tests are skipped.
 */
const CASES = path.join(ROOT, '../shared/cases');
const isThere = existsSync(CASES);
if (!isThere) console.info('Skipped: no folder of cases beside this checkout.');

interface Case {
  platform: string;
  /** Null: judges the page itself. */
  assistant: string | null;
  /** Files by document name. */
  documents: Record<string, string>;
  right: object;
}

const claude = (right: object, summary: string, more: Record<string, string> = {}): Case => ({
  platform: 'statuspage',
  assistant: 'claude',
  documents: { summary, ...more },
  right,
});

const chatgpt = (right: object, name: string): Case => ({
  platform: 'incidentio',
  assistant: 'chatgpt',
  documents: { summary: `truth/${name}.summary.json`, native: `truth/${name}.native.json` },
  right,
});

const one = (platform: string, assistant: string | null, document: string, file: string, right: object): Case => ({
  platform,
  assistant,
  documents: { [document]: file },
  right,
});

const WRONG_PAGE = { level: 'unknown', reason: 'wrong_page' };
const UP = { level: 'operational', verdict: 'up' };
const SUSPECTED = { verdict: 'suspected' };
const MAINTENANCE = { level: 'maintenance', verdict: 'maintenance' };

const TABLE: Record<string, Case> = {
  '01: a minor incident that links every component explains the degraded one only': claude(
    { ...UP, incidents: [{ id: 'aaaaaaaaaaa1' }] },
    '01-bulk-linked-incident.json',
  ),
  '02: a monitored incident over operational components leaves the assistant up': claude(
    { ...UP, incidents: [{ phase: 'monitoring' }] },
    '02-monitoring-all-operational.json',
  ),
  '03: an incident of impact maintenance is maintenance': claude(
    { ...MAINTENANCE, maintenances: [{ phase: 'in_progress' }] },
    '03-incident-of-impact-maintenance.json',
  ),
  '05: entities are decoded, and angle brackets in prose are kept': claude(
    {
      incidents: [
        {
          title: 'Elevated errors – we’re on it',
          updates: [
            { text: expect.stringMatching(/^We're seeing errors – some users can’t sign in… if a<b and c>d /) },
          ],
        },
      ],
    },
    '05-entities-in-words.json',
  ),
  '08: a critical incident without components over operational components is suspected': claude(
    SUSPECTED,
    '08-critical-names-nothing.json',
  ),
  '09: a maintenance in progress of an operational component leaves the assistant up': claude(
    { ...UP, maintenances: [{ phase: 'in_progress', componentIds: [CLAUDE_CORE] }] },
    '09-maintenance-in-progress-component-operational.json',
  ),
  '10: a maintenance without components is listed': claude(
    { ...UP, maintenances: [{ phase: 'in_progress', componentIds: [] }] },
    '10-maintenance-names-nothing.json',
  ),
  '13: an incident of another component leaves the assistant up': claude(
    { ...UP, incidents: [{ id: 'aaaaaaaaaa13' }] },
    '13-incident-names-another-part.json',
  ),
  '14: an incident with a postmortem is closed': claude(
    { ...UP, incidents: [{ phase: 'resolved' }] },
    '14-postmortem-incident.json',
  ),
  '15: a maintenance that is verified is maintenance': claude(
    { ...MAINTENANCE, maintenances: [{ phase: 'verifying' }] },
    '15-maintenance-verifying.json',
  ),
  '20: incident.io’s state for a maintenance in progress is understood': {
    platform: 'incidentio',
    assistant: 'chatgpt',
    documents: { summary: '20-incidentio-maintenance-word.summary.json', components: '20-incidentio.components.json' },
    right: { ...MAINTENANCE, maintenances: [{ phase: 'in_progress' }] },
  },
  '22: a service information that names Gemini is suspected': one(
    'google',
    'gemini',
    'incidents',
    '22-google-service-information.json',
    SUSPECTED,
  ),
  '23: an issue of a component that is not in the registry leaves Grok up': one(
    'xai',
    'grok',
    'feed',
    '23-xai-other-region.xml',
    { ...UP, incidents: expect.arrayContaining([expect.objectContaining({ resolvedAt: null })]) },
  ),
  '25: a feed of resolved incidents is up': one('xai', 'grok', 'feed', '25-xai-only-resolved.xml', UP),
  '27: a state of another platform is unknown': one(
    'flashduty',
    'deepseek',
    'active',
    '27-flashduty-degraded-performance-word.json',
    { level: 'unknown', verdict: 'unknown', reason: 'unknown_word' },
  ),
  '29: updates are listed newest first, whatever their order in the feed': one(
    'xai',
    'grok',
    'feed',
    '29-xai-updates-oldest-first.xml',
    { ...UP, incidents: [{ updates: [{ text: 'Over.' }, { text: 'Found.' }, { text: 'Begun.' }] }] },
  ),
  '30: the state of a group is not the state of its component': {
    platform: 'instatus',
    assistant: null,
    documents: { summary: '30-instatus-group.summary.json', components: '30-instatus-group.components.json' },
    right: { components: [{ id: 'c1', group: 'Chat', level: 'operational' }] },
  },
  '31: an empty list of components is unknown': {
    platform: 'instatus',
    assistant: null,
    documents: { summary: '31-instatus.summary.json', components: '31-instatus-empty-components.json' },
    right: { level: 'unknown', reason: 'empty_list' },
  },
  'P1: a summary without a page is rejected': claude(WRONG_PAGE, 'truth/P1.summary.json'),
  'P2: a critical incident without components is suspected regardless of the page’s state': claude(
    SUSPECTED,
    'truth/P2.summary.json',
  ),
  'P3: a critical incident whose components are null is suspected': claude(SUSPECTED, 'truth/P3.summary.json'),
  'A14: a page dated a year ahead does not end its incident': claude({ level: 'degraded' }, 'truth/A14.summary.json'),
  'A16: the end of an incident may be backdated': claude(
    { incidents: [{ resolvedAt: '2026-09-15T10:40:00.000Z' }] },
    'truth/A16.summary.json',
    { incidents: 'truth/A16.incidents.json' },
  ),
  'A18: a core component that only the updates name counts': claude(
    { level: 'degraded', incidents: [{ componentIds: expect.arrayContaining([CLAUDE_CORE]) }] },
    'truth/A18.summary.json',
  ),
  'A19: an update with only updated_at is listed': claude(
    { incidents: [{ updates: [{ at: '2026-09-15T09:52:34.428Z' }, { at: '2026-09-15T09:48:23.229Z' }] }] },
    'truth/A19.summary.json',
  ),
  'A22: a byte order mark changes nothing': claude(UP, 'truth/A22.summary.json'),
  'A30: a maintenance without a window has no known start': claude(
    { maintenances: [{ startsAt: null, endsAt: null }] },
    'truth/A30.summary.json',
  ),
  'A34: a native incident without an update does not hide an outage': chatgpt({ level: 'major_outage' }, 'A34'),
  'A37: an open outage without an update for four days stays an outage': one(
    'google',
    'gemini',
    'incidents',
    'truth/A37.incidents.json',
    { level: 'major_outage', verdict: 'trouble' },
  ),
  'A42: a newer update counts before an older "most recent" one': one(
    'google',
    'gemini',
    'incidents',
    'truth/A42.incidents.json',
    { level: 'major_outage', incidents: expect.arrayContaining([expect.objectContaining({ phase: 'investigating' })]) },
  ),
  'A47: an incident that was reopened in one item has its newest update': one(
    'xai',
    'grok',
    'feed',
    'truth/A47.feed.xml',
    { incidents: expect.arrayContaining([expect.objectContaining({ updatedAt: '2026-10-05T10:00:00.000Z' })]) },
  ),
  'A49: updates of a change are deltas': one('flashduty', 'deepseek', 'active', 'truth/A49.active.json', {
    level: 'partial_outage',
  }),
  'A57: an edit after the end does not move the end': one('feed', null, 'feed', 'truth/A57.feed.xml', {
    incidents: [{ resolvedAt: '2026-05-01T04:15:09.000Z' }],
  }),
  'B01: an open outage of a product of Gemini’s name under another id is unknown': one(
    'google',
    'gemini',
    'incidents',
    'truth/B01.incidents.json',
    { level: 'unknown', reason: expect.any(String) },
  ),
  'B06: a maintenance in progress takes its components down': one(
    'flashduty',
    'deepseek',
    'active',
    'truth/B06.active.json',
    { level: expect.stringMatching(/^(?:maintenance|major_outage)$/) },
  ),
  'B16: a native maintenance in progress is listed once': chatgpt({ maintenances: [{ phase: 'in_progress' }] }, 'B16'),
  'B19: a second document’s maintenance of another page is not believed': claude(WRONG_PAGE, 'truth/B19.summary.json', {
    incidents: 'truth/B19.incidents.json',
  }),
  'B26: an incident without a readable time does not hide an outage': {
    platform: 'instatus',
    assistant: 'perplexity',
    documents: { summary: 'truth/B26.summary.json', components: 'truth/B26.components.json' },
    right: { level: 'major_outage' },
  },
  'B29: a maintenance whose window and last update are past is completed': one(
    'betterstack',
    null,
    'index',
    'truth/B29.index.json',
    { maintenances: [{ phase: 'completed' }] },
  ),
  'C01: another page’s summary beside own components is not believed': {
    platform: 'instatus',
    assistant: 'perplexity',
    documents: { summary: 'truth/C01.summary.json', components: 'truth/C01.components.json' },
    right: WRONG_PAGE,
  },
  'C03: another page’s id is not believed': one(
    'statuspage',
    'cursor',
    'summary',
    'truth/C03.summary.json',
    WRONG_PAGE,
  ),
};

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Replaces `{{-30m}}` by the time 30 minutes ago. */
function filled(template: string, now: number): string {
  return template.replace(/\{\{([+-]\d+)([mhd])\}\}/g, (_, count: string, unit: keyof typeof UNITS) =>
    new Date(now + Number(count) * UNITS[unit]).toISOString().replace(/\.\d+Z$/, 'Z'),
  );
}

describe.skipIf(!isThere)('documents that were once read incorrectly', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(TABLE))('case %s', async (_, { platform, assistant, documents, right }) => {
    const places = Object.entries(documents).map(([name, file]) => {
      const place = path.join(folder, path.basename(file));
      writeFileSync(place, filled(readFileSync(path.join(CASES, file), 'utf8'), Date.now()));
      return `${name}=${place}`;
    });
    const about = assistant === null ? [] : ['--assistant', assistant];
    const command = parseArguments(['--platform', platform, ...places, ...about]);
    if (command.kind !== 'read') throw new Error(command.kind);
    expect(await read(command, fetchLive)).toMatchObject(right);
  });
});
