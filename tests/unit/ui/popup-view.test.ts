import { describe, expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import type { AssistantId } from '@/utils/model/assistant';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { popupView } from '@/utils/ui/popup-view';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 9, 5, 15, 13, 20);
const BOTH = { watched: ['claude', 'chatgpt'] satisfies AssistantId[] };

function verdict(assistantId: AssistantId, changes: Partial<Verdict> = {}): Verdict {
  return {
    assistantId,
    kind: 'up',
    level: 'operational',
    reason: null,
    since: null,
    checkedAt: NOW - 20_000,
    isStale: false,
    failure: null,
    incidents: [],
    otherIncidents: [],
    maintenances: [],
    ...changes,
  };
}

const INCIDENT: Incident = {
  id: 'i1',
  title: 'Elevated errors on claude.ai',
  impact: 'major',
  phase: 'monitoring',
  startedAt: NOW - 47 * MINUTE,
  updatedAt: NOW - 15 * MINUTE,
  resolvedAt: null,
  componentIds: [],
  updates: [{ at: NOW - 15 * MINUTE, phase: 'monitoring', text: 'A fix is in place.' }],
  url: 'https://status.claude.com/incidents/i1',
};

const PARTLY_DOWN = {
  kind: 'trouble',
  level: 'partial_outage',
  since: NOW - 47 * MINUTE,
  incidents: [INCIDENT],
} as const satisfies Partial<Verdict>;
const UNREACHABLE = {
  kind: 'unknown',
  level: 'unknown',
  reason: 'unreachable',
  failure: 'unreachable',
} as const;

function view(verdicts: readonly Verdict[], changes: Partial<Status> = {}, options = BOTH) {
  const entries = Object.fromEntries(verdicts.map((one) => [one.assistantId, one]));
  return popupView({ ...EMPTY_STATUS, verdicts: entries, ...changes }, options, {}, englishAt(NOW));
}

describe('the sentence that comes first', () => {
  test.each([
    ['all up', [verdict('claude'), verdict('chatgpt')], 'Claude and ChatGPT are up.', 'up'],
    [
      'one in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt')],
      'Claude is partly down since 14:26 (47 min).',
      'partial_outage',
    ],
    [
      'several in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', { ...PARTLY_DOWN, level: 'major_outage' })],
      '2 of 2 are in trouble.',
      'major_outage',
    ],
    [
      'trouble outweighs what is unknown',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)],
      'Claude is partly down since 14:26 (47 min).',
      'partial_outage',
    ],
    ['unknown outweighs up', [verdict('claude'), verdict('chatgpt', UNREACHABLE)], 'ChatGPT: unknown.', 'unknown'],
    [
      'maintenance',
      [verdict('claude', { kind: 'maintenance', level: 'maintenance' }), verdict('chatgpt')],
      'Claude is under maintenance.',
      'maintenance',
    ],
    [
      'up, but read long ago',
      [verdict('claude', { checkedAt: NOW - 33 * MINUTE, isStale: true }), verdict('chatgpt')],
      'Claude and ChatGPT were up when last read, at 14:40.',
      'up',
    ],
    ['nothing read yet', [], 'Not checked yet.', 'unknown'],
  ])('%s', (_, verdicts, text, sign) => {
    const shown = view(verdicts);
    expect(shown.summary.text).toBe(text);
    expect(shown.sign).toBe(sign);
  });

  test('one alone is named in the singular', () => {
    expect(view([verdict('claude')], {}, { watched: ['claude'] }).summary.text).toBe('Claude is up.');
  });

  test('unknown says why', () => {
    expect(view([verdict('claude'), verdict('chatgpt', UNREACHABLE)]).summary.detail).toBe(
      'The status page cannot be reached.',
    );
  });

  test('nobody watched', () => {
    expect(view([], {}, { watched: [] }).summary.text).toBe('You watch no assistant yet.');
  });
});

describe('never more than is known', () => {
  test('a remembered "up" that is too old is unknown, whatever the background judged when it last ran', () => {
    const shown = view([verdict('claude', { checkedAt: NOW - 8 * 60 * MINUTE }), verdict('chatgpt')]);
    expect(shown.sign).toBe('unknown');
    expect(shown.rows[0]).toMatchObject({ kind: 'unknown', level: 'unknown', sign: 'unknown' });
    expect(shown.rows[0]?.reason).toBe('The last reading is too old.');
    expect(shown.rows[0]?.checked.text).toBe('Last read 7:13.');
  });

  test('one that was never read is unknown beside one that is up', () => {
    const shown = view([verdict('claude')]);
    expect(shown.summary.text).toBe('ChatGPT: unknown.');
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: 'Not checked yet.', full: null } });
    expect(shown.checked.text).toBe('Not checked yet.');
  });

  test('offline, what was known is told as past, and nobody is offered', () => {
    const shown = view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')], { isOnline: false });
    expect(shown.sign).toBe('offline');
    expect(shown.summary.text).toBe('Your browser is offline, so nothing can be checked.');
    expect(shown.rows.map((row) => row.levelWords)).toEqual(['Last known: Partly down', 'Last known: Up']);
    expect(shown.rows.map((row) => row.since)).toEqual([null, null]);
    expect(shown.ways).toBeNull();
  });

  test('a single failed try on a fresh reading is not worth a word', () => {
    expect(view([verdict('claude', { failure: 'timeout' })]).rows[0]?.reason).toBeNull();
  });

  test('a stale row says since when and why', () => {
    const stale = { checkedAt: NOW - 33 * MINUTE, isStale: true, failure: 'timeout' } as const;
    const [row] = view([verdict('claude', stale)]).rows;
    expect(row?.reason).toBe('The status page does not answer in time.');
    expect(row?.checked.text).toBe('Last read 14:40.');
  });
});

describe('a row in trouble', () => {
  const [row] = view([
    verdict('claude', { ...PARTLY_DOWN, otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }] }),
    verdict('chatgpt'),
  ]).rows;

  test('says level, start and what the makers do', () => {
    expect(row?.levelWords).toBe('Partly down');
    expect(row?.since?.text).toBe('Since 14:26 (47 min)');
    expect(row?.since?.full).toContain('5 October 2026');
    expect(row?.post).toMatchObject({
      title: 'Elevated errors on claude.ai',
      phase: 'A fix is in; Claude’s makers are watching it.',
      text: 'A fix is in place.',
      by: { text: 'Anthropic, 14:58' },
      link: { url: 'https://status.claude.com/incidents/i1' },
    });
  });

  test('lists what else is open, with the status page where an incident has no address', () => {
    expect(row?.also).toEqual([{ id: 'i2', title: 'Late bills', url: 'https://status.claude.com' }]);
  });

  test('does not claim a start that the page does not tell', () => {
    const unsure = verdict('claude', { ...PARTLY_DOWN, since: null, incidents: [] });
    expect(view([unsure]).rows[0]?.since?.text).toMatch(/^At least since /);
  });
});

describe('ways to carry on', () => {
  test('none are offered while all is well', () => {
    expect(view([verdict('claude'), verdict('chatgpt')]).ways).toBeNull();
  });

  test('whoever is known to be up', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]).ways).toEqual({
      links: [{ assistantId: 'chatgpt', label: 'Continue in ChatGPT', url: 'https://chatgpt.com/' }],
      nobody: null,
    });
  });

  test('nobody, where nobody is', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)]).ways).toEqual({
      links: [],
      nobody: 'Nobody else you watch is known to be up right now.',
    });
  });
});

describe('a trouble that is over', () => {
  const episode = {
    id: 'claude-1',
    startedAt: NOW - 80 * MINUTE,
    isStartKnown: true,
    level: 'operational',
    peak: 'major_outage',
    phase: null,
    incidentIds: [],
    lastReadAt: NOW,
    readings: 3,
    isTold: true,
  } as const;
  const recoveredAt = (endedAt: number) =>
    view([verdict('claude')], { recoveries: { claude: { endedAt, episode: { ...episode, incidentIds: [] } } } })
      .rows[0];

  test('is told for an hour', () => {
    expect(recoveredAt(NOW - 8 * MINUTE)?.recovered).toBe('Claude is back, after 1 h 12 min.');
    expect(recoveredAt(NOW - 61 * MINUTE)?.recovered).toBeNull();
  });
});

describe('banners', () => {
  const banners = (access: Partial<Record<AssistantId, boolean>>) =>
    popupView(EMPTY_STATUS, BOTH, access, englishAt(NOW)).banners;

  test('nothing is offered before it is known what was granted', () => {
    expect(banners({})).toMatchObject({ why: null, offers: [], grants: [] });
  });

  test('one reason for all that are asked for', () => {
    const { why, offers } = banners({ claude: false, chatgpt: false });
    expect(why).toContain('a warning appears on claude.ai or chatgpt.com itself');
    expect(offers.map((offer) => offer.ask)).toEqual(['Show banners on claude.ai', 'Show banners on chatgpt.com']);
  });

  test('what was granted can be taken back', () => {
    const { offers, grants } = banners({ claude: true, chatgpt: false });
    expect(offers).toHaveLength(1);
    expect(grants).toEqual([
      {
        assistantId: 'claude',
        text: 'Banners are on for claude.ai',
        off: 'Turn off',
        offFor: 'Turn off banners on claude.ai',
      },
    ]);
  });
});
