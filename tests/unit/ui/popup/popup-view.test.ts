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

describe('popupView summary', () => {
  test.each([
    [
      'shows the sign up for all assistants up',
      [verdict('claude'), verdict('chatgpt')],
      english('popup_summary_up', 'Claude and ChatGPT'),
      'up',
    ],
    [
      'shows the sign partial_outage for one assistant in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt')],
      english('headline_partial_outage_since', 'Claude', '14:26', english('duration_minutes', '47')),
      'partial_outage',
    ],
    [
      'shows the sign major_outage for several assistants in trouble',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', { ...PARTLY_DOWN, level: 'major_outage' })],
      english('popup_summary_trouble', '2', '2'),
      'major_outage',
    ],
    [
      'shows the sign partial_outage for one in trouble, one unknown',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)],
      english('headline_partial_outage_since', 'Claude', '14:26', english('duration_minutes', '47')),
      'partial_outage',
    ],
    [
      'shows the sign unknown for one up, one unknown',
      [verdict('claude'), verdict('chatgpt', UNREACHABLE)],
      english('headline_unknown', 'ChatGPT'),
      'unknown',
    ],
    [
      'shows the sign maintenance for maintenance',
      [verdict('claude', { kind: 'maintenance', level: 'maintenance' }), verdict('chatgpt')],
      english('headline_maintenance', 'Claude'),
      'maintenance',
    ],
    [
      'shows the sign up for a stale reading',
      [verdict('claude', { checkedAt: NOW - 33 * MINUTE, isStale: true }), verdict('chatgpt')],
      english('popup_summary_were_up', 'Claude and ChatGPT', '14:40'),
      'up',
    ],
    ['shows the sign unknown for no reading yet', [], english('checked_never'), 'unknown'],
  ])('%s', (_, verdicts, text, sign) => {
    const shown = view(verdicts);
    expect(shown.summary.text).toBe(text);
    expect(shown.sign).toBe(sign);
  });

  test('names a single watched assistant', () => {
    expect(view([verdict('claude')], {}, only('claude')).summary.text).toBe(english('headline_operational', 'Claude'));
  });

  test('explains unknown', () => {
    expect(view([verdict('claude'), verdict('chatgpt', UNREACHABLE)]).summary.detail).toBe(
      english('reason_unreachable'),
    );
  });

  test('reports a sign-in page in front of several status pages once', () => {
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

  test('says that no assistant is watched', () => {
    expect(view([], {}, only()).summary.text).toBe(english('popup_summary_nobody'));
  });
});

describe('popupView shows no more than is known', () => {
  test('shows unknown for an expired "up", regardless of the stored verdict', () => {
    const shown = view([verdict('claude', { checkedAt: NOW - 8 * 60 * MINUTE }), verdict('chatgpt')]);
    expect(shown.sign).toBe('unknown');
    expect(shown.rows[0]).toMatchObject({ kind: 'unknown', level: 'unknown', sign: 'unknown' });
    expect(shown.rows[0]?.reason).toBe(english('reason_too_old'));
    expect(shown.rows[0]?.checked?.text).toBe(english('checked_old', '07:13'));
  });

  test('shows unknown for an assistant that was never read', () => {
    const shown = view([verdict('claude')]);
    expect(shown.summary.text).toBe(english('headline_unknown', 'ChatGPT'));
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: english('checked_never'), full: null } });
    expect(shown.checked.text).toBe(english('checked', '15:13'));
  });

  test('shows known levels as past and no fallbacks while offline', () => {
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

  test('shows no reason for one failed try after a fresh reading', () => {
    expect(view([verdict('claude', { failure: 'timeout' })]).rows[0]?.reason).toBeNull();
  });

  test('shows age and reason of a stale reading', () => {
    const stale = { checkedAt: NOW - 33 * MINUTE, isStale: true, failure: 'timeout' } as const;
    const [row] = view([verdict('claude', stale)]).rows;
    expect(row?.reason).toBe(english('reason_timeout'));
    expect(row?.checked?.text).toBe(english('checked_old', '14:40'));
  });
});

describe('popupView row of an assistant in trouble', () => {
  const [row] = view([
    verdict('claude', { ...PARTLY_DOWN, otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }] }),
    verdict('chatgpt'),
  ]).rows;

  test('shows level, start and the provider’s latest update', () => {
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

  test('lists other open incidents, linked to the status page if they have no address', () => {
    expect(row?.also).toEqual([{ id: 'i2', title: 'Late bills', url: 'https://status.claude.com' }]);
  });

  test('shows when the issue was first seen if the page states no start', () => {
    const unsure = verdict('claude', { ...PARTLY_DOWN, since: null, incidents: [] });
    expect(view([unsure]).rows[0]?.since?.text).toBe(english('popup_since_seen', '15:13', english('duration_moment')));
  });
});

describe('popupView fallbacks', () => {
  test('are not offered while all is well', () => {
    expect(view([verdict('claude'), verdict('chatgpt')]).ways).toBeNull();
  });

  test('are offered when they are up', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]).ways).toEqual({
      choices: [
        { fallbackId: 'chatgpt', label: english('popup_continue_in', 'ChatGPT'), note: null, isAvailable: true },
      ],
      takesDraft: null,
      nobody: null,
    });
  });

  test.each<[string, AssistantId | null, string | null]>([
    ['mention a draft with the affected chat in the active tab', 'claude', english('banner_takes_draft')],
    ['do not mention a draft with no chat in the active tab', null, null],
    ['do not mention a draft with the only fallback in the active tab', 'chatgpt', null],
  ])('%s', (_, front, said) => {
    const status = {
      ...EMPTY_STATUS,
      verdicts: { claude: verdict('claude', PARTLY_DOWN), chatgpt: verdict('chatgpt') },
    };
    const input = { status, options: BOTH, access: ACCESS_NOT_KNOWN, version: '1.2.3' };
    expect(popupView({ ...input, front }, englishAt(NOW)).ways?.takesDraft).toBe(said);
  });

  test('say so when none is available', () => {
    expect(view([verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)]).ways).toEqual({
      choices: [],
      takesDraft: null,
      nobody: english('banner_nobody'),
    });
  });
});

describe('popupView after a recovery', () => {
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

  test('shows it for an hour', () => {
    expect(recoveredAt(NOW - 8 * MINUTE)?.recovered).toBe(english('headline_recovered', 'Claude', '1 h 12 min'));
    expect(recoveredAt(NOW - 61 * MINUTE)?.recovered).toBeNull();
  });
});

describe('popupView banners', () => {
  const banners = (chats: PopupAccess['chats'], options = BOTH) =>
    view([], {}, options, [], { chats, pages: {}, evidence: false }).banners;

  test('are not offered while granted access is unknown', () => {
    expect(banners({})).toMatchObject({ why: null, offers: [], grants: [] });
  });

  test('are offered with one common reason', () => {
    const { why, offers } = banners({ claude: false, chatgpt: false });
    expect(why).toBe(english('popup_banner_why', 'claude.ai or chatgpt.com'));
    expect(offers.map((offer) => offer.ask)).toEqual([
      english('popup_banner_ask', 'claude.ai'),
      english('popup_banner_ask', 'chatgpt.com'),
    ]);
  });

  test('can be turned off when granted', () => {
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

  test('warn when the access is wider than the chat', () => {
    const { offers } = banners({ copilot: false }, only('copilot'));
    expect(offers).toMatchObject([
      {
        ask: english('popup_banner_ask', 'github.com/copilot'),
        wide: english('popup_banner_wide', 'github.com/copilot', 'github.com'),
      },
    ]);
  });
});

describe('popupView for an outage that can no longer be read', () => {
  const episode = anEpisode({ startedAt: NOW - 80 * MINUTE, lastReadAt: NOW });
  const shown = view([verdict('claude', UNREACHABLE), verdict('chatgpt')], { episodes: { claude: episode } });

  test('shows unknown with its reason and the last known level', () => {
    expect(shown.rows[0]).toMatchObject({
      levelWords: english('level_unknown'),
      lastKnown: english('last_known', english('level_partial_outage')),
      reason: english('reason_unreachable'),
      help: null,
    });
  });

  test('still offers fallbacks', () => {
    expect(shown.ways?.choices.map((choice) => choice.fallbackId)).toEqual(['chatgpt']);
  });
});

describe('popupView panels', () => {
  test('have no content while closed', () => {
    const shown = view([verdict('claude', PARTLY_DOWN)]);
    expect(shown.rows[0]?.detail).toBeNull();
    expect(shown.rows[0]?.post?.updates).toEqual([]);
    expect(shown.watched.switches).toEqual([]);
    expect(shown.why).toBeNull();
  });

  test('of an open row contain every update and the strip', () => {
    const [row] = view([verdict('claude', PARTLY_DOWN)], {}, BOTH, ['claude']).rows;
    expect(row?.post?.updates.map(({ at, text }) => [at.text, text])).toEqual([
      [english('popup_update_at', english('popup_phase_monitoring'), '14:58'), 'A fix is in place.'],
    ]);
    expect(row?.detail?.strip.cells).toHaveLength(90);
  });

  test('list all assistants to watch, with the host of any access they need', () => {
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

test('popupView names an assistant without a readable page after the others, and as unknown if it is alone', () => {
  const noSource = verdict('mistral', { kind: 'unknown', level: 'unknown', reason: 'closed_page', checkedAt: null });
  const { summary, rows } = view([verdict('claude'), noSource], {}, only('claude', 'mistral'));
  expect(summary).toEqual({
    text: english('headline_operational', 'Claude'),
    detail: english('popup_summary_untold', 'Mistral'),
  });
  expect(rows[1]).toMatchObject({ kind: 'unknown', checked: null, source: { host: 'status.mistral.ai' } });
  expect(view([noSource], {}, only('mistral')).summary.text).toBe(english('headline_unknown', 'Mistral'));
});

test('popupView shows a count instead of names when many assistants are up', () => {
  const ids = ['claude', 'chatgpt', 'gemini', 'copilot', 'grok', 'deepseek'] as const;
  expect(
    view(
      ids.map((id) => verdict(id)),
      {},
      only(...ids),
    ).summary.text,
  ).toBe(english('popup_summary_many_up', '6'));
});

test('popupView names the affected component if only a selected component has an issue', () => {
  const apiDown = verdict('claude', { ...PARTLY_DOWN, incidents: [], onlyParts: ['Claude API'] });
  const { summary, rows } = view([apiDown, verdict('chatgpt')]);
  expect(summary.detail).toBe(english('only_parts', 'Claude API'));
  expect(rows[0]?.onlyParts).toBe(summary.detail);
});

test('popupView puts other assistants behind "more" with the number of watched ones', () => {
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

describe('popupView snoozes', () => {
  const untilMs = NOW + 165 * MINUTE;

  test('show their end', () => {
    const [row] = view([verdict('claude')], { snoozes: { claude: untilMs } }, BOTH, ['claude']).rows;
    expect(row?.snoozed?.text).toBe(english('popup_snoozed', '17:58'));
    expect(row?.detail?.snooze).toBeNull();
  });

  test('are not shown after their end', () => {
    expect(view([verdict('claude')], { snoozes: { claude: NOW } }).rows[0]?.snoozed).toBeNull();
  });
});
