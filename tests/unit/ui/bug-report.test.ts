import { expect, test } from 'vitest';
import { NOW } from '@/tests/gallery/moments';
import { incident, maintenance, page, TROUBLE, verdict } from '@/tests/gallery/pieces';
import { DECISIONS } from '@/tests/gallery/states/decisions';
import type { LogEntry } from '@/utils/model/failure';
import type { Decision } from '@/utils/model/notification';
import { browserOf, bugReport } from '@/utils/ui/bug-report';

const SECRET = 'SECRET';
const secretIncident = incident({
  title: SECRET,
  url: `https://${SECRET}.example.com/`,
  updates: [{ at: NOW, phase: null, text: SECRET }],
});
const memory = page('claude');
const status = {
  ...TROUBLE,
  decisions: DECISIONS.map((one, index): Decision => (index === 0 ? { ...one, assistantId: 'gemini' } : one)),
  verdicts: {
    claude: verdict('claude', 'partial_outage', {
      incidents: [secretIncident],
      otherIncidents: [secretIncident],
      models: [SECRET],
    }),
    gemini: verdict('gemini', 'unknown'),
  },
  pages: {
    claude: { ...memory, report: memory.report && { ...memory.report, incidents: [secretIncident] } },
    chatgpt: page('chatgpt', 'operational', {
      failure: { kind: 'http_error', status: 503 },
      failures: 3,
      detected: { platform: 'feed' },
    }),
  },
};
const log: LogEntry[] = [
  { kind: 'call_failed', at: NOW, call: 'writeStatus', error: 'QuotaExceededError' },
  { kind: 'read_failed', at: NOW, assistantId: 'chatgpt', failure: 'http_error', status: 503 },
  { kind: 'read_failed', at: NOW, assistantId: 'gemini', failure: 'timeout', status: null },
  { kind: 'decision', at: NOW, assistantId: 'claude', about: 'started', isTold: true, reason: 'loud' },
];
const text = bugReport({ ...status, storageTrouble: 'failing' }, ['claude', 'chatgpt'], { version: '1.2.3', log }, NOW);

test('bugReport contains times, kinds, levels and reasons', () => {
  expect(JSON.parse(text)).toMatchObject({
    understudy: '1.2.3',
    at: '2026-09-03T14:13:20.000Z',
    watched: ['claude', 'chatgpt'],
    storageTrouble: 'failing',
    log: [
      { at: '2026-09-03T14:13:20.000Z', kind: 'call_failed', call: 'writeStatus', error: 'QuotaExceededError' },
      { kind: 'read_failed', assistantId: 'chatgpt', failure: 'http_error', httpStatus: 503 },
      { kind: 'decision', assistantId: 'claude', about: 'started', isTold: true, reason: 'loud' },
    ],
    pages: { chatgpt: { failure: 'http_error', httpStatus: 503, failures: 3, looksLike: 'feed' } },
    verdicts: {
      claude: { kind: 'trouble', incidents: [{ id: secretIncident.id, impact: 'major', phase: 'identified' }] },
    },
    episodes: { claude: { peak: 'partial_outage', isTold: true } },
  });
  expect(JSON.parse(text).decisions).toHaveLength(DECISIONS.length - 1);
});

test('bugReport contains no text, title or address from a page and no unwatched assistants', () => {
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/https?:/);
  expect(Object.keys(JSON.parse(text).verdicts)).toEqual(['claude']);
  expect(text).not.toContain('gemini');
});

test('bugReport replaces ids that are addresses or titles, as those of feeds', () => {
  const ids = ['https://status.house.example/incident/7', 'tag:status.house.example,2005:Incident/7', 'Chat is down'];
  const incidents = ids.map((id) => incident({ id }));
  const maintenances = ids.map((id) => maintenance({ id }));
  const verdicts = { claude: verdict('claude', 'partial_outage', { incidents, maintenances }) };
  const made = bugReport({ ...TROUBLE, verdicts }, ['claude'], { version: '1.2.3', log: [] }, NOW);
  expect(made).not.toMatch(/house|down/);
  const { claude } = JSON.parse(made).verdicts;
  expect(new Set(claude.incidents.map(({ id }: { id: string }) => id)).size).toBe(ids.length);
  expect(claude.maintenances).toHaveLength(ids.length);
});

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome/156',
  ],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edg/156'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox/153'],
  ['something else', null],
])('a bug report names the browser of %s', (userAgent, name) => {
  expect(browserOf(userAgent)).toBe(name);
});
