import { describe, expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { anEpisode, aVerdict } from '@/tests/fakes/samples';
import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { ACCESS_NOT_KNOWN, type PopupAccess } from '@/utils/ui/popup/popup-access';
import type { PanelId } from '@/utils/ui/popup/popup-opened';
import { popupView } from '@/utils/ui/popup/popup-view';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 9, 5, 15, 13, 20);
const BOTH: Options = { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt'] };
const only = (...watched: AssistantId[]): Options => ({ ...DEFAULT_OPTIONS, watched });

function verdict(assistantId: AssistantId, changes: Partial<Verdict> = {}): Verdict {
  return aVerdict('operational', { assistantId, checkedAt: NOW - 20_000, ...changes });
}

const INCIDENT: Incident = {
  id: 'i1',
  kind: 'incident' as const,
  title: 'Replies fail on claude.ai',
  impact: 'major',
  level: null,
  isExplained: false,
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

function view(
  verdicts: readonly Verdict[],
  changes: Partial<Status> = {},
  options = BOTH,
  opened: PanelId[] = [],
  access: PopupAccess = ACCESS_NOT_KNOWN,
) {
  const entries = Object.fromEntries(verdicts.map((one) => [one.assistantId, one]));
  const status = { ...EMPTY_STATUS, verdicts: entries, ...changes };
  return popupView({ status, options, access, version: '1.2.3', opened: new Set(opened) }, englishAt(NOW));
}

describe('the sentence that comes first', () => {
  test.each([
    ['all up', [verdict('claude'), verdict('chatgpt')], 'Claude and ChatGPT are up.', 'up'],
    [
      'one in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt')],
      'Claude is partly down since 14:26 (47\u00a0min).',
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
      'Claude is partly down since 14:26 (47\u00a0min).',
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
    expect(view([verdict('claude')], {}, only('claude')).summary.text).toBe('Claude is up.');
  });

  test('unknown says why', () => {
    expect(view([verdict('claude'), verdict('chatgpt', UNREACHABLE)]).summary.detail).toBe(
      'The status page cannot be reached.',
    );
  });

  test('a sign-in page in the place of several is the network’s, and said once', () => {
    const behind = { kind: 'unknown', level: 'unknown', reason: 'sign_in', failure: 'sign_in' } as const;
    const shown = view([verdict('claude', behind), verdict('chatgpt', behind)]);
    expect(shown.summary).toEqual({
      text: 'A sign-in page answers in the place of the status pages of Claude and ChatGPT.',
      detail: 'Your network may want you to sign in first. Open any web page to see.',
    });
    expect(shown.rows.map((row) => [row.kind, row.reason])).toEqual([
      ['unknown', null],
      ['unknown', null],
    ]);
    const alone = view([verdict('claude', behind), verdict('chatgpt')]);
    expect(alone.rows[0]?.reason).toBe('A sign-in page answers in the place of the status page.');
  });

  test('nobody watched', () => {
    expect(view([], {}, only()).summary.text).toBe('You watch no assistant yet.');
  });
});

describe('never more than is known', () => {
  test('a remembered "up" that is too old is unknown, whatever the background judged when it last ran', () => {
    const shown = view([verdict('claude', { checkedAt: NOW - 8 * 60 * MINUTE }), verdict('chatgpt')]);
    expect(shown.sign).toBe('unknown');
    expect(shown.rows[0]).toMatchObject({ kind: 'unknown', level: 'unknown', sign: 'unknown' });
    expect(shown.rows[0]?.reason).toBe('The last reading is too old.');
    expect(shown.rows[0]?.checked?.text).toBe('Last read 07:13.');
  });

  test('one that was never read is unknown beside one that is up', () => {
    const shown = view([verdict('claude')]);
    expect(shown.summary.text).toBe('ChatGPT: unknown.');
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: 'Not checked yet.', full: null } });
    expect(shown.checked.text).toBe('Checked 15:13.');
  });

  test('offline, what was known is told as past, and nobody is offered', () => {
    const shown = view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')], { isOnline: false });
    expect(shown.sign).toBe('offline');
    expect(shown.summary.text).toBe('Your browser is offline, so nothing can be checked.');
    expect(shown.rows.map((row) => row.levelWords)).toEqual(['Last known: Partly down', 'Last known: Up']);
    expect(shown.rows.map((row) => row.since)).toEqual([null, null]);
    expect(shown.rows.map((row) => row.sign)).toEqual(['offline', 'offline']);
    expect(shown.ways).toBeNull();
  });

  test('a single failed try on a fresh reading is not worth a word', () => {
    expect(view([verdict('claude', { failure: 'timeout' })]).rows[0]?.reason).toBeNull();
  });

  test('a stale row says since when and why', () => {
    const stale = { checkedAt: NOW - 33 * MINUTE, isStale: true, failure: 'timeout' } as const;
    const [row] = view([verdict('claude', stale)]).rows;
    expect(row?.reason).toBe('The status page does not answer in time.');
    expect(row?.checked?.text).toBe('Last read 14:40.');
  });
});

describe('a row in trouble', () => {
  const [row] = view([
    verdict('claude', { ...PARTLY_DOWN, otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }] }),
    verdict('chatgpt'),
  ]).rows;

  test('says level, start and what the makers do', () => {
    expect(row?.levelWords).toBe('Partly down');
    expect(row?.since?.text).toBe('Since 14:26 (47\u00a0min)');
    expect(row?.since?.full).toContain('5 October 2026');
    expect(row?.post).toMatchObject({
      title: 'Replies fail on claude.ai',
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
      choices: [{ wayId: 'chatgpt', label: 'Continue in ChatGPT', note: null, canBeTaken: true }],
      takesDraft: null,
      nobody: null,
    });
  });

  test.each<[string, AssistantId | null, string | null]>([
    ['the one in trouble in front', 'claude', 'What you have typed goes along. Nothing is sent.'],
    ['no chat in front', null, null],
    ['the only way on in front', 'chatgpt', null],
  ])('what is typed goes along: %s', (_, front, said) => {
    const status = {
      ...EMPTY_STATUS,
      verdicts: { claude: verdict('claude', PARTLY_DOWN), chatgpt: verdict('chatgpt') },
    };
    const input = { status, options: BOTH, access: ACCESS_NOT_KNOWN, version: '1.2.3' };
    expect(popupView({ ...input, front }, englishAt(NOW)).ways?.takesDraft).toBe(said);
  });

  test('nobody, where nobody is', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)]).ways).toEqual({
      choices: [],
      takesDraft: null,
      nobody: 'None of your alternatives is known to be up right now.',
    });
  });
});

describe('a trouble that is over', () => {
  const episode = anEpisode({
    startedAt: NOW - 80 * MINUTE,
    level: 'operational',
    peak: 'major_outage',
    lastReadAt: NOW,
  });
  const recoveredAt = (endedAt: number) =>
    view([verdict('claude')], {
      recoveries: { claude: { endedAt, episode: { ...episode, lastReadAt: endedAt }, isEndKnown: true } },
    }).rows[0];

  test('is told for an hour', () => {
    expect(recoveredAt(NOW - 8 * MINUTE)?.recovered).toBe('Claude is back, after 1\u00a0h 12\u00a0min.');
    expect(recoveredAt(NOW - 61 * MINUTE)?.recovered).toBeNull();
  });
});

describe('banners', () => {
  const banners = (chats: PopupAccess['chats'], options = BOTH) =>
    view([], {}, options, [], { chats, pages: {}, evidence: false }).banners;

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
        console: null,
        text: 'Banners are on for claude.ai',
        off: 'Turn off',
        offFor: 'Turn off banners on claude.ai',
      },
    ]);
  });

  test('a grant that is wider than the chat says so', () => {
    const { offers } = banners({ copilot: false }, only('copilot'));
    expect(offers).toMatchObject([
      {
        ask: 'Show banners on github.com/copilot',
        wide: 'For github.com/copilot this grants all of github.com, because browsers ignore the rest of the address.',
      },
    ]);
  });
});

describe('trouble that can no longer be read', () => {
  const episode = anEpisode({ startedAt: NOW - 80 * MINUTE, lastReadAt: NOW });
  const shown = view([verdict('claude', UNREACHABLE), verdict('chatgpt')], { episodes: { claude: episode } });

  test('is unknown, with its reason and what was last known', () => {
    expect(shown.rows[0]).toMatchObject({
      levelWords: 'Unknown',
      lastKnown: 'Last known: Partly down.',
      reason: 'The status page cannot be reached.',
      help: null,
    });
  });

  test('still leads on', () => {
    expect(shown.ways?.choices.map((choice) => choice.wayId)).toEqual(['chatgpt']);
  });
});

describe('what is opened', () => {
  test('closed rows and parts are not reckoned', () => {
    const shown = view([verdict('claude', PARTLY_DOWN)]);
    expect(shown.rows[0]?.detail).toBeNull();
    expect(shown.rows[0]?.post?.updates).toEqual([]);
    expect(shown.watched.switches).toEqual([]);
    expect(shown.why).toBeNull();
  });

  test('an open row has every update and the strip', () => {
    const [row] = view([verdict('claude', PARTLY_DOWN)], {}, BOTH, ['claude']).rows;
    expect(row?.post?.updates.map(({ at, text }) => [at.text, text])).toEqual([
      ['Watching a fix, 14:58', 'A fix is in place.'],
    ]);
    expect(row?.detail?.strip.cells).toHaveLength(90);
  });

  test('everybody can be watched, and who needs a grant says how wide it is', () => {
    const access: PopupAccess = { chats: {}, pages: { gemini: false }, evidence: false };
    const { gist, switches, more } = view([], {}, BOTH, ['watched'], access).watched;
    expect(gist).toBe(`2 of ${ASSISTANT_IDS.length}`);
    expect(more).toMatchObject({ text: `${ASSISTANT_IDS.length - 8} more`, isOpen: false, switches: [] });
    expect(switches.map(({ assistantId, isOn, ask }) => [assistantId, isOn, ask?.ask ?? null])).toEqual([
      ['claude', true, null],
      ['chatgpt', true, null],
      ['gemini', false, 'Allow reading www.google.com'],
      ['copilot', false, null],
      ['microsoft_copilot', false, null],
      ['perplexity', false, null],
      ['grok', false, null],
      ['deepseek', false, null],
    ]);
    expect(switches[2]?.ask?.why).toContain('this grants all of www.google.com');
  });
});

test('of whom nobody tells stands behind the others, and alone it is unknown', () => {
  const untold = verdict('mistral', { kind: 'unknown', level: 'unknown', reason: 'closed_page', checkedAt: null });
  const { summary, rows } = view([verdict('claude'), untold], {}, only('claude', 'mistral'));
  expect(summary).toEqual({ text: 'Claude is up.', detail: 'Nobody tells us about Mistral.' });
  expect(rows[1]).toMatchObject({ kind: 'unknown', checked: null, source: { host: 'status.mistral.ai' } });
  expect(view([untold], {}, only('mistral')).summary.text).toBe('Mistral: unknown.');
});

test('of many that are up the number is told, not the names', () => {
  const ids = ['claude', 'chatgpt', 'gemini', 'copilot', 'grok', 'deepseek'] as const;
  expect(
    view(
      ids.map((id) => verdict(id)),
      {},
      only(...ids),
    ).summary.text,
  ).toBe('6 assistants are up.');
});

test('a part that counts is named, so that the chat is not called down for it', () => {
  const apiDown = verdict('claude', { ...PARTLY_DOWN, incidents: [], onlyParts: ['Claude API'] });
  const { summary, rows } = view([apiDown, verdict('chatgpt')]);
  expect(summary.detail).toBe('The chat itself is listed as up. In trouble: Claude API.');
  expect(rows[0]?.onlyParts).toBe(summary.detail);
});

test('the second rank waits behind "more", which says whom of it one watches', () => {
  const { switches, more } = view([], {}, only('claude', 'poe'), ['watched', 'more']).watched;
  expect(switches).toHaveLength(8);
  expect(more.text).toBe(`${ASSISTANT_IDS.length - 8} more, 1 of them watched`);
  expect(more.switches.map(({ assistantId, source }) => [assistantId, source])).toEqual(
    expect.arrayContaining([
      ['poe', 'status.poe.com'],
      ['mistral', 'status page not readable'],
      ['meta_ai', 'no public status page'],
    ]),
  );
});

describe('what a person says', () => {
  const untilMs = NOW + 165 * MINUTE;

  test('snoozed until when', () => {
    const [row] = view([verdict('claude')], { snoozes: { claude: untilMs } }, BOTH, ['claude']).rows;
    expect(row?.snoozed?.text).toBe('Snoozed until 17:58.');
    expect(row?.detail?.snooze).toBeNull();
  });

  test('a snooze that is over is none', () => {
    expect(view([verdict('claude')], { snoozes: { claude: NOW } }).rows[0]?.snoozed).toBeNull();
  });
});
