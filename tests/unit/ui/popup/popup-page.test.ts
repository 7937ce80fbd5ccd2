import { describe, expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { anEpisode, aVerdict } from '@/tests/fakes/samples';
import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { badgeFor } from '@/utils/rules/notifying/badge';
import { assistantOf } from '@/utils/ui/page-registry';
import { bannerSites, missingHosts, type PopupAccess } from '@/utils/ui/popup/access';
import { fallbackChoices, NOTHING_FOUND } from '@/utils/ui/popup/fallbacks';
import { checkedOf, otherPosts, reasonOf, recoveredOf, rowSentences, sinceOf } from '@/utils/ui/popup/row';
import { currentStatus, NOTHING_LOADED, type PopupData } from '@/utils/ui/popup/state';
import { lastCheck, popupSummary } from '@/utils/ui/popup/summary';

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

const speech = englishAt(NOW);

function dataOf(verdicts: readonly Verdict[], changes: Partial<Status> = {}, options = BOTH): PopupData {
  const entries = Object.fromEntries(verdicts.map((one) => [one.assistantId, one]));
  return { ...NOTHING_LOADED, isLoaded: true, status: { ...EMPTY_STATUS, verdicts: entries, ...changes }, options };
}

/** What is computed of the data, for the summary and for each row. */
function shownOf(data: PopupData) {
  const { status, verdicts } = currentStatus(data, NOW);
  const badge = badgeFor(status, data.options.watched, NOW);
  return {
    sign: badge.sign,
    summary: popupSummary(status, verdicts, speech),
    checked: lastCheck(badge.checkedAt, verdicts, speech),
    fallbacks: fallbackChoices(status, data.options, { ...NOTHING_FOUND, front: data.front }, speech),
    rows: verdicts.map((verdict) => ({
      kind: verdict.kind,
      level: verdict.level,
      reason: reasonOf(status, verdict, speech),
      since: sinceOf(status, verdict, speech),
      checked: checkedOf(status, verdict, speech),
      recovered: recoveredOf(status, verdict, speech),
      sentences: rowSentences(status, verdict, { isOpen: false, isReasonShown: false }, speech),
    })),
  };
}

const view = (...input: Parameters<typeof dataOf>) => shownOf(dataOf(...input));

/** The markup of the popup, and of the row of each watched assistant. */
function rendered(data: PopupData, over: Partial<PopupData> = {}) {
  const page = popupMarkup({ ...data, ...over }, NOW);
  return { page, rows: data.options.watched.map((id) => rowMarkup(page, id)) };
}

describe('the summary', () => {
  test.each([
    [
      'shows the sign up for all assistants up',
      [verdict('claude'), verdict('chatgpt')],
      english('popup_summary_up', 'Claude and ChatGPT'),
      'up',
    ],
    [
      'shows the sign partial_outage for one assistant with an outage',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt')],
      english('headline_partial_outage_since', 'Claude', '14:26', english('duration_minutes', '47')),
      'partial_outage',
    ],
    [
      'shows the sign major_outage for several assistants with an outage',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', { ...PARTLY_DOWN, level: 'major_outage' })],
      english('popup_summary_trouble', '2', '2'),
      'major_outage',
    ],
    [
      'shows the sign partial_outage for one with an outage, one unknown',
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
    const { rows } = rendered(dataOf([verdict('claude', behind), verdict('chatgpt', behind)]));
    for (const row of rows) {
      expect(row).toContain('data-verdict="unknown"');
      expect(row).not.toContain(english('reason_sign_in'));
    }
    const alone = rendered(dataOf([verdict('claude', behind), verdict('chatgpt')]));
    expect(alone.rows[0]).toContain(english('reason_sign_in'));
  });

  test('says that no assistant is watched', () => {
    expect(view([], {}, only()).summary.text).toBe(english('popup_summary_nobody'));
  });
});

describe('the popup shows no more than is known:', () => {
  test('unknown for an expired "up", regardless of the stored verdict', () => {
    const shown = view([verdict('claude', { checkedAt: NOW - 8 * 60 * MINUTE }), verdict('chatgpt')]);
    expect(shown.sign).toBe('unknown');
    expect(shown.rows[0]).toMatchObject({ kind: 'unknown', level: 'unknown' });
    expect(shown.rows[0]?.reason).toBe(english('reason_too_old'));
    expect(shown.rows[0]?.checked?.text).toBe(english('checked_old', '07:13'));
  });

  test('unknown for an assistant that was never read', () => {
    const shown = view([verdict('claude')]);
    expect(shown.summary.text).toBe(english('headline_unknown', 'ChatGPT'));
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: english('checked_never'), full: null } });
    expect(shown.checked.text).toBe(english('checked', '15:13'));
  });

  test('known levels as past and no fallbacks while offline', () => {
    const data = dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt')], { isOnline: false });
    const shown = shownOf(data);
    expect(shown.sign).toBe('offline');
    expect(shown.summary.text).toBe(english('offline'));
    expect(shown.fallbacks).toBeNull();
    const { rows } = rendered(data);
    for (const [index, level] of (['partial_outage', 'operational'] as const).entries()) {
      expect(rows[index]).toContain(english('popup_last_known', english(`level_${level}`)));
      expect(rows[index]).toContain('data-past="true"');
      expect(rows[index]).toContain('data-sign="offline"');
    }
    expect(rows[0]).not.toContain(english('popup_since_told', '14:26', english('duration_minutes', '47')));
  });

  test('no reason for one failed try after a fresh reading', () => {
    expect(view([verdict('claude', { failure: 'timeout' })]).rows[0]?.reason).toBeNull();
  });

  test('age and reason of a stale reading', () => {
    const stale = { checkedAt: NOW - 33 * MINUTE, isStale: true, failure: 'timeout' } as const;
    const [row] = view([verdict('claude', stale)]).rows;
    expect(row?.reason).toBe(english('reason_timeout'));
    expect(row?.checked?.text).toBe(english('checked_old', '14:40'));
  });
});

describe('the row of an assistant with an outage', () => {
  const claude = verdict('claude', {
    ...PARTLY_DOWN,
    otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }],
  });
  const data = dataOf([claude, verdict('chatgpt')]);
  const [row = ''] = rendered(data).rows;

  test('shows level, start and the provider’s latest update', () => {
    expect(row).toContain('data-assistant="claude" data-verdict="trouble" data-level="partial_outage"');
    expect(row).toContain(`<span class="level">${english('level_partial_outage')}</span>`);
    const since = shownOf(data).rows[0]?.since;
    expect(since?.text).toBe(english('popup_since_told', '14:26', english('duration_minutes', '47')));
    expect(since?.full).toContain('5 October 2026');
    expect(row).toContain(since?.text);
    for (const text of ['Replies fail on claude.ai', english('phase_monitoring', 'Claude'), 'A fix is in place.'])
      expect(row).toContain(text);
    expect(row).toContain('Anthropic, 14:58');
    expect(row).toContain('href="https://status.claude.com/incidents/i1"');
  });

  test('lists other open incidents, linked to the status page if they have no address', () => {
    expect(otherPosts(claude).map(({ id }) => id)).toEqual(['i2']);
    expect(row).toMatch(/<a href="https:\/\/status\.claude\.com"[^>]*>Late bills</);
  });

  test('shows when the issue was first seen if the page states no start', () => {
    const unsure = verdict('claude', { ...PARTLY_DOWN, since: null, incidents: [] });
    expect(view([unsure]).rows[0]?.since?.text).toBe(english('popup_since_seen', '15:13', english('duration_moment')));
  });
});

describe('fallbacks', () => {
  test('are not offered while all is well', () => {
    expect(view([verdict('claude'), verdict('chatgpt')]).fallbacks).toBeNull();
  });

  test('are offered when they are up', () => {
    const data = dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]);
    expect(shownOf(data).fallbacks).toEqual({
      choices: [{ id: 'chatgpt', name: 'ChatGPT', kind: 'assistant', note: null, isAvailable: true }],
      takesDraft: false,
    });
    expect(rendered(data).page).toContain(`>${english('popup_continue_in', 'ChatGPT')}</button>`);
  });

  test.each<[string, AssistantId | null, boolean]>([
    ['mention a draft with the affected chat in the active tab', 'claude', true],
    ['do not mention a draft with no chat in the active tab', null, false],
    ['do not mention a draft with the only fallback in the active tab', 'chatgpt', false],
  ])('%s', (_, front, takesDraft) => {
    const data = { ...dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]), front };
    expect(shownOf(data).fallbacks?.takesDraft).toBe(takesDraft);
    expect(rendered(data).page.includes(english('banner_takes_draft'))).toBe(takesDraft);
  });

  test('say so when none is available', () => {
    const data = dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)]);
    expect(shownOf(data).fallbacks).toEqual({ choices: [], takesDraft: false });
    expect(rendered(data).page).toContain(english('banner_nobody'));
  });
});

describe('the row after a recovery', () => {
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

  test('shows the recovery for an hour', () => {
    expect(recoveredAt(NOW - 8 * MINUTE)?.recovered).toBe(english('headline_recovered', 'Claude', '1 h 12 min'));
    expect(recoveredAt(NOW - 61 * MINUTE)?.recovered).toBeNull();
  });
});

describe('banners', () => {
  const accessTo = (chats: PopupAccess['chats']): PopupAccess => ({ chats, pages: {}, evidence: false });
  const markup = (chats: PopupAccess['chats'], options = BOTH) =>
    rendered(dataOf([], {}, options), { access: accessTo(chats), opened: new Set(['banners']) }).page;

  test('are not offered while granted access is unknown', () => {
    expect(bannerSites(BOTH, accessTo({}))).toEqual({ granted: [], offered: [] });
    expect(markup({})).not.toContain(english('popup_banners'));
  });

  test('are offered with one common reason', () => {
    const page = markup({ claude: false, chatgpt: false });
    expect(page).toContain(english('popup_banner_why', 'claude.ai or chatgpt.com'));
    expect(page).toContain(`>${english('popup_banner_ask', 'claude.ai')}</button>`);
    expect(page).toContain(`>${english('popup_banner_ask', 'chatgpt.com')}</button>`);
  });

  test('can be turned off when granted', () => {
    const { offered, granted } = bannerSites(BOTH, accessTo({ claude: true, chatgpt: false }));
    expect(offered).toHaveLength(1);
    expect(granted).toEqual([{ assistantId: 'claude', console: null, site: 'claude.ai' }]);
    const page = markup({ claude: true, chatgpt: false });
    expect(page).toContain(english('popup_banner_on', 'claude.ai'));
    expect(page).toContain(
      `aria-label="${english('popup_banner_off_for', 'claude.ai')}">${english('popup_banner_off')}</button>`,
    );
  });

  test('warn when the access is wider than the chat', () => {
    const page = markup({ copilot: false }, only('copilot'));
    expect(page).toContain(english('popup_banner_ask', 'github.com/copilot'));
    expect(page).toContain(english('popup_banner_wide', 'github.com/copilot', 'github.com'));
  });
});

describe('an outage that can no longer be read', () => {
  const episode = anEpisode({ startedAt: NOW - 80 * MINUTE, lastReadAt: NOW });
  const data = dataOf([verdict('claude', UNREACHABLE), verdict('chatgpt')], { episodes: { claude: episode } });

  test('is shown as unknown, with its reason and the last known level, and without advice', () => {
    expect(shownOf(data).rows[0]?.sentences).toEqual([
      english('reason_unreachable'),
      english('last_known', english('level_partial_outage')),
    ]);
    const [row] = rendered(data).rows;
    expect(row).toContain(`<span class="level">${english('level_unknown')}</span>`);
    expect(row).not.toContain(english('popup_copy_team'));
  });

  test('still needs fallbacks', () => {
    expect(shownOf(data).fallbacks?.choices.map(({ id }) => id)).toEqual(['chatgpt']);
  });
});

describe('parts of the popup', () => {
  const OPEN_PARTS = ['class="details"', 'class="updates"', 'class="switches"'];

  test('have no content while closed', () => {
    const { page } = rendered(dataOf([verdict('claude', PARTLY_DOWN)]));
    for (const content of OPEN_PARTS) expect(page).not.toContain(content);
    expect(page).toContain(`>2 of ${ASSISTANT_IDS.length}</span>`);
  });

  test('have content while open', () => {
    const { page } = rendered(dataOf([verdict('claude', PARTLY_DOWN)]), {
      opened: new Set(['claude', 'watched']),
    });
    for (const content of OPEN_PARTS) expect(page).toContain(content);
  });

  test('show every update and the strip in an open row', () => {
    const opened = new Set(['claude'] as const);
    const [row = ''] = rendered(dataOf([verdict('claude', PARTLY_DOWN)]), { opened }).rows;
    expect(row).toContain(english('popup_update_at', english('popup_phase_monitoring'), '14:58'));
    expect(row.match(/A fix is in place\./g)).toHaveLength(1);
    const cells = row.slice(row.indexOf('class="cells"'), row.indexOf('class="axis"'));
    expect(cells.match(/data-level=/g)).toHaveLength(90);
  });

  test('list featured assistants to watch, with the hosts of any access they need', () => {
    const access: PopupAccess = { chats: {}, pages: { gemini: false }, evidence: false };
    const { page } = rendered(dataOf([]), { access, opened: new Set(['watched']) });
    const list = page.slice(page.indexOf('class="switches"'));
    expect(list.match(/(?<=<span class="name">)[^<]*(?=<\/span><span class="quiet source">)/g)).toEqual(
      ['claude', 'chatgpt', 'gemini', 'copilot', 'microsoft_copilot', 'perplexity', 'grok', 'deepseek'].map(
        (id) => assistantOf(id as AssistantId).name,
      ),
    );
    expect(list.match(/class="request"/g)).toHaveLength(1);
    expect(list).toContain(english('popup_access_ask', 'www.google.com'));
    expect(list).toContain(english('popup_access_why', 'www.google.com'));
    expect(missingHosts(assistantOf('gemini'), access)).toBe('www.google.com');
    expect(missingHosts(assistantOf('claude'), access)).toBeNull();
    expect(list).toContain(`aria-expanded="false">${english('popup_watch_more', String(ASSISTANT_IDS.length - 8))}<`);
  });

  test('put other assistants behind "more" with the number of watched ones', () => {
    const { page } = rendered(dataOf([], {}, only('claude', 'poe')), { opened: new Set(['watched', 'more']) });
    expect(page).toContain(english('popup_watch_more_on', String(ASSISTANT_IDS.length - 8), '1'));
    for (const [id, source] of [
      ['poe', 'status.poe.com'],
      ['mistral', english('popup_unread_page')],
      ['meta_ai', english('popup_no_page')],
    ] as const)
      expect(page).toContain(`>${assistantOf(id).name}</span><span class="quiet source">${source}<`);
  });
});

test('popupSummary names an assistant without a readable page after the others, and as unknown if it is alone', () => {
  const noSource = verdict('mistral', { kind: 'unknown', level: 'unknown', reason: 'closed_page', checkedAt: null });
  const data = dataOf([verdict('claude'), noSource], {}, only('claude', 'mistral'));
  const { summary, rows } = shownOf(data);
  expect(summary).toEqual({
    text: english('headline_operational', 'Claude'),
    detail: english('popup_summary_no_status', 'Mistral'),
  });
  expect(rows[1]?.kind).toBe('unknown');
  const open = rendered(data, { opened: new Set(['mistral']) }).rows[1];
  expect(open).toContain('>status.mistral.ai</a>');
  expect(open).not.toContain(english('checked_never'));
  expect(view([noSource], {}, only('mistral')).summary.text).toBe(english('headline_unknown', 'Mistral'));
});

test('popupSummary shows a count instead of names when many assistants are up', () => {
  const ids = ['claude', 'chatgpt', 'gemini', 'copilot', 'grok', 'deepseek'] as const;
  expect(
    view(
      ids.map((id) => verdict(id)),
      {},
      only(...ids),
    ).summary.text,
  ).toBe(english('popup_summary_many_up', '6'));
});

test('summary and row name the affected component if only a selected component has an issue', () => {
  const apiDown = verdict('claude', { ...PARTLY_DOWN, incidents: [], onlyParts: ['Claude API'] });
  const { summary, rows } = view([apiDown, verdict('chatgpt')]);
  expect(summary.detail).toBe(english('only_parts', 'Claude API'));
  expect(rows[0]?.sentences).toContain(summary.detail);
});

describe('snoozes', () => {
  const untilMs = NOW + 165 * MINUTE;
  const rowWith = (until: number) =>
    rendered(dataOf([verdict('claude')], { snoozes: { claude: until } }), { opened: new Set(['claude']) }).rows[0];

  test('show their end instead of the choice of durations', () => {
    expect(rowWith(untilMs)).toContain(english('popup_snoozed', '17:58'));
    expect(rowWith(untilMs)).not.toContain(english('popup_snooze_why'));
  });

  test('are not shown after their end', () => {
    expect(rowWith(NOW)).not.toContain(english('popup_snooze_end'));
    expect(rowWith(NOW)).toContain(english('popup_snooze_why'));
  });
});
