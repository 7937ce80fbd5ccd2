import { describe, expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { anEpisode, aVerdict } from '@/tests/fakes/samples';
import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { ACCESS_NOT_KNOWN, type PopupAccess } from '@/utils/ui/popup/access';
import type { PanelId } from '@/utils/ui/popup/state';
import { popupView } from '@/utils/ui/popup/view';

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
    ['all up', [verdict('claude'), verdict('chatgpt')], english('popup_summary_up', 'Claude and ChatGPT'), 'up'],
    [
      'one in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt')],
      english('headline_partial_outage_since', 'Claude', '14:26', english('duration_minutes', '47')),
      'partial_outage',
    ],
    [
      'several in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', { ...PARTLY_DOWN, level: 'major_outage' })],
      english('popup_summary_trouble', '2', '2'),
      'major_outage',
    ],
    [
      'trouble outweighs what is unknown',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)],
      english('headline_partial_outage_since', 'Claude', '14:26', english('duration_minutes', '47')),
      'partial_outage',
    ],
    [
      'unknown outweighs up',
      [verdict('claude'), verdict('chatgpt', UNREACHABLE)],
      english('headline_unknown', 'ChatGPT'),
      'unknown',
    ],
    [
      'maintenance',
      [verdict('claude', { kind: 'maintenance', level: 'maintenance' }), verdict('chatgpt')],
      english('headline_maintenance', 'Claude'),
      'maintenance',
    ],
    [
      'up, but read long ago',
      [verdict('claude', { checkedAt: NOW - 33 * MINUTE, isStale: true }), verdict('chatgpt')],
      english('popup_summary_were_up', 'Claude and ChatGPT', '14:40'),
      'up',
    ],
    ['nothing read yet', [], english('checked_never'), 'unknown'],
  ])('%s', (_, verdicts, text, sign) => {
    const shown = view(verdicts);
    expect(shown.summary.text).toBe(text);
    expect(shown.sign).toBe(sign);
  });

  test('one alone is named in the singular', () => {
    expect(view([verdict('claude')], {}, only('claude')).summary.text).toBe(english('headline_operational', 'Claude'));
  });

  test('unknown says why', () => {
    expect(view([verdict('claude'), verdict('chatgpt', UNREACHABLE)]).summary.detail).toBe(
      english('reason_unreachable'),
    );
  });

  test('a sign-in page in the place of several is the network’s, and said once', () => {
    const behind = { kind: 'unknown', level: 'unknown', reason: 'sign_in', failure: 'sign_in' } as const;
    const shown = view([verdict('claude', behind), verdict('chatgpt', behind)]);
    expect(shown.summary).toEqual({
      text: english('sign_in_answers', 'Claude and ChatGPT'),
      detail: english('sign_in_answers_why'),
    });
    expect(shown.rows.map((row) => [row.kind, row.reason])).toEqual([
      ['unknown', null],
      ['unknown', null],
    ]);
    const alone = view([verdict('claude', behind), verdict('chatgpt')]);
    expect(alone.rows[0]?.reason).toBe(english('reason_sign_in'));
  });

  test('nobody watched', () => {
    expect(view([], {}, only()).summary.text).toBe(english('popup_summary_nobody'));
  });
});

describe('never more than is known', () => {
  test('a remembered "up" that is too old is unknown, whatever the background judged when it last ran', () => {
    const shown = view([verdict('claude', { checkedAt: NOW - 8 * 60 * MINUTE }), verdict('chatgpt')]);
    expect(shown.sign).toBe('unknown');
    expect(shown.rows[0]).toMatchObject({ kind: 'unknown', level: 'unknown', sign: 'unknown' });
    expect(shown.rows[0]?.reason).toBe(english('reason_too_old'));
    expect(shown.rows[0]?.checked?.text).toBe(english('checked_old', '07:13'));
  });

  test('one that was never read is unknown beside one that is up', () => {
    const shown = view([verdict('claude')]);
    expect(shown.summary.text).toBe(english('headline_unknown', 'ChatGPT'));
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: english('checked_never'), full: null } });
    expect(shown.checked.text).toBe(english('checked', '15:13'));
  });

  test('offline, what was known is told as past, and nobody is offered', () => {
    const shown = view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')], { isOnline: false });
    expect(shown.sign).toBe('offline');
    expect(shown.summary.text).toBe(english('offline'));
    expect(shown.rows.map((row) => row.levelWords)).toEqual([
      english('popup_last_known', english('level_partial_outage')),
      english('popup_last_known', english('level_operational')),
    ]);
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
    expect(row?.reason).toBe(english('reason_timeout'));
    expect(row?.checked?.text).toBe(english('checked_old', '14:40'));
  });
});

describe('a row in trouble', () => {
  const [row] = view([
    verdict('claude', { ...PARTLY_DOWN, otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }] }),
    verdict('chatgpt'),
  ]).rows;

  test('says level, start and what the makers do', () => {
    expect(row?.levelWords).toBe(english('level_partial_outage'));
    expect(row?.since?.text).toBe(english('popup_since_told', '14:26', '47 min'));
    expect(row?.since?.full).toContain('5 October 2026');
    expect(row?.post).toMatchObject({
      title: 'Replies fail on claude.ai',
      phase: english('phase_monitoring', 'Claude'),
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
    expect(view([unsure]).rows[0]?.since?.text).toBe(english('popup_since_seen', '15:13', english('duration_moment')));
  });
});

describe('ways to carry on', () => {
  test('none are offered while all is well', () => {
    expect(view([verdict('claude'), verdict('chatgpt')]).ways).toBeNull();
  });

  test('whoever is known to be up', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]).ways).toEqual({
      choices: [
        { fallbackId: 'chatgpt', label: english('popup_continue_in', 'ChatGPT'), note: null, isAvailable: true },
      ],
      takesDraft: null,
      nobody: null,
    });
  });

  test.each<[string, AssistantId | null, string | null]>([
    ['the one in trouble in front', 'claude', english('banner_takes_draft')],
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
      nobody: english('banner_nobody'),
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
    expect(recoveredAt(NOW - 8 * MINUTE)?.recovered).toBe(english('headline_recovered', 'Claude', '1 h 12 min'));
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
    expect(why).toBe(english('popup_banner_why', 'claude.ai or chatgpt.com'));
    expect(offers.map((offer) => offer.ask)).toEqual([
      english('popup_banner_ask', 'claude.ai'),
      english('popup_banner_ask', 'chatgpt.com'),
    ]);
  });

  test('what was granted can be taken back', () => {
    const { offers, grants } = banners({ claude: true, chatgpt: false });
    expect(offers).toHaveLength(1);
    expect(grants).toEqual([
      {
        assistantId: 'claude',
        console: null,
        text: english('popup_banner_on', 'claude.ai'),
        off: english('popup_banner_off'),
        offFor: english('popup_banner_off_for', 'claude.ai'),
      },
    ]);
  });

  test('a grant that is wider than the chat says so', () => {
    const { offers } = banners({ copilot: false }, only('copilot'));
    expect(offers).toMatchObject([
      {
        ask: english('popup_banner_ask', 'github.com/copilot'),
        wide: english('popup_banner_wide', 'github.com/copilot', 'github.com'),
      },
    ]);
  });
});

describe('trouble that can no longer be read', () => {
  const episode = anEpisode({ startedAt: NOW - 80 * MINUTE, lastReadAt: NOW });
  const shown = view([verdict('claude', UNREACHABLE), verdict('chatgpt')], { episodes: { claude: episode } });

  test('is unknown, with its reason and what was last known', () => {
    expect(shown.rows[0]).toMatchObject({
      levelWords: english('level_unknown'),
      lastKnown: english('last_known', english('level_partial_outage')),
      reason: english('reason_unreachable'),
      help: null,
    });
  });

  test('still leads on', () => {
    expect(shown.ways?.choices.map((choice) => choice.fallbackId)).toEqual(['chatgpt']);
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
      [english('popup_update_at', english('popup_phase_monitoring'), '14:58'), 'A fix is in place.'],
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
      ['gemini', false, english('popup_access_ask', 'www.google.com')],
      ['copilot', false, null],
      ['microsoft_copilot', false, null],
      ['perplexity', false, null],
      ['grok', false, null],
      ['deepseek', false, null],
    ]);
    expect(switches[2]?.ask?.why).toBe(english('popup_access_why', 'www.google.com'));
  });
});

test('of whom nobody tells stands behind the others, and alone it is unknown', () => {
  const untold = verdict('mistral', { kind: 'unknown', level: 'unknown', reason: 'closed_page', checkedAt: null });
  const { summary, rows } = view([verdict('claude'), untold], {}, only('claude', 'mistral'));
  expect(summary).toEqual({
    text: english('headline_operational', 'Claude'),
    detail: english('popup_summary_untold', 'Mistral'),
  });
  expect(rows[1]).toMatchObject({ kind: 'unknown', checked: null, source: { host: 'status.mistral.ai' } });
  expect(view([untold], {}, only('mistral')).summary.text).toBe(english('headline_unknown', 'Mistral'));
});

test('of many that are up the number is told, not the names', () => {
  const ids = ['claude', 'chatgpt', 'gemini', 'copilot', 'grok', 'deepseek'] as const;
  expect(
    view(
      ids.map((id) => verdict(id)),
      {},
      only(...ids),
    ).summary.text,
  ).toBe(english('popup_summary_many_up', '6'));
});

test('a part that counts is named, so that the chat is not called down for it', () => {
  const apiDown = verdict('claude', { ...PARTLY_DOWN, incidents: [], onlyParts: ['Claude API'] });
  const { summary, rows } = view([apiDown, verdict('chatgpt')]);
  expect(summary.detail).toBe(english('only_parts', 'Claude API'));
  expect(rows[0]?.onlyParts).toBe(summary.detail);
});

test('the second rank waits behind "more", which says whom of it one watches', () => {
  const { switches, more } = view([], {}, only('claude', 'poe'), ['watched', 'more']).watched;
  expect(switches).toHaveLength(8);
  expect(more.text).toBe(english('popup_watch_more_on', String(ASSISTANT_IDS.length - 8), '1'));
  expect(more.switches.map(({ assistantId, source }) => [assistantId, source])).toEqual(
    expect.arrayContaining([
      ['poe', 'status.poe.com'],
      ['mistral', english('popup_unread_page')],
      ['meta_ai', english('popup_no_page')],
    ]),
  );
});

describe('what a person says', () => {
  const untilMs = NOW + 165 * MINUTE;

  test('snoozed until when', () => {
    const [row] = view([verdict('claude')], { snoozes: { claude: untilMs } }, BOTH, ['claude']).rows;
    expect(row?.snoozed?.text).toBe(english('popup_snoozed', '17:58'));
    expect(row?.detail?.snooze).toBeNull();
  });

  test('a snooze that is over is none', () => {
    expect(view([verdict('claude')], { snoozes: { claude: NOW } }).rows[0]?.snoozed).toBeNull();
  });
});
