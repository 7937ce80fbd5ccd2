import { describe, expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { anEpisode, aTransfer, aVerdict } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import type { SavedDraft } from '@/utils/model/drafts';
import { NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { badgeFor } from '@/utils/rules/notifying/surfaces';
import { assistantOf } from '@/utils/ui/page-registry';
import { accessOf, bannerOffer, missingHosts, type PopupAccess } from '@/utils/ui/popup/access';
import { fallbackChoices, NOTHING_FOUND } from '@/utils/ui/popup/fallbacks';
import {
  checkedOf,
  describedIssue,
  factsOf,
  otherPosts,
  reasonOf,
  recoveredOf,
  rowSentences,
  worstIssue,
} from '@/utils/ui/popup/row';
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

const MODELS = english('models_named', 'Opus 5.5', 'Claude');
const speech = englishAt(NOW);

function dataOf(verdicts: readonly Verdict[], changes: Partial<Status> = {}, options = BOTH): PopupData {
  const entries = Object.fromEntries(verdicts.map((one) => [one.assistantId, one]));
  return { ...NOTHING_LOADED, isLoaded: true, status: { ...EMPTY_STATUS, verdicts: entries, ...changes }, options };
}

/** What is computed of the data, for the summary and for each row. */
function shownOf(data: PopupData) {
  const { status, verdicts } = currentStatus(data, NOW);
  const badge = badgeFor(status, data.options.watched, NOW);
  const issue = describedIssue(status, verdicts);
  return {
    sign: badge.sign,
    summary: popupSummary(status, verdicts, speech),
    checked: lastCheck(badge.checkedAt, verdicts, speech),
    fallbacks: fallbackChoices(status, data.options, { ...NOTHING_FOUND, front: data.front }, speech),
    rows: verdicts.map((verdict) => ({
      kind: verdict.kind,
      level: verdict.level,
      reason: reasonOf(status, verdict, speech),
      facts: factsOf(status, verdict, speech),
      checked: checkedOf(status, verdict, speech),
      recovered: recoveredOf(status, verdict, speech),
      sentences: rowSentences(
        status,
        verdict,
        { isOpen: false, isReasonShown: false, isDescribed: verdict === issue },
        speech,
      ),
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
      english('title_partial_outage', 'Claude'),
      'partial_outage',
    ],
    [
      'shows the sign major_outage for several assistants with an outage',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', { ...PARTLY_DOWN, level: 'major_outage' })],
      english('popup_summary_named', 'Claude and ChatGPT'),
      'major_outage',
    ],
    [
      'shows the sign partial_outage for one with an outage, one unknown',
      [verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)],
      english('title_partial_outage', 'Claude'),
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
    [
      'shows the sign unknown for no reading yet',
      [],
      english('popup_summary_checking', 'Claude and ChatGPT'),
      'unknown',
    ],
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
  });

  test('gives the reason that all unknown assistants have, and their rows do not repeat it', () => {
    const { page, rows } = rendered(dataOf([verdict('claude'), verdict('chatgpt', UNREACHABLE)]));
    const words = (markup = '') => markup.replace(/<[^>]*>/g, ' ');
    expect(words(page).split(english('reason_unreachable'))).toHaveLength(2);
    expect(words(rows[1])).not.toContain(english('reason_unreachable'));
    const moved = { kind: 'unknown', level: 'unknown', reason: 'moved', failure: 'moved' } as const;
    const both = rendered(dataOf([verdict('claude', moved), verdict('chatgpt', UNREACHABLE)]));
    expect(both.rows[0]).toContain(english('reason_moved'));
    expect(both.rows[1]).toContain(english('reason_unreachable'));
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
    expect(shown.summary.text).toBe(english('popup_summary_checking', 'ChatGPT'));
    expect(shown.rows[1]).toMatchObject({ kind: 'unknown', checked: { text: english('checked_never'), full: null } });
    expect(shown.checked.text).toBe(english('checked', '15:13'));
    const { rows } = rendered(dataOf([verdict('claude')]));
    expect(rows[1]).toContain('data-verdict="unknown"');
    expect(rows[1]).toContain(english('verdict_not_read_yet'));
    expect(rows[1]).not.toContain(english('level_unknown'));
  });

  test('the first check in the headline, and no reason below the head of a row', () => {
    const { page } = rendered(dataOf([]));
    expect(page).toContain(english('popup_summary_checking', 'Claude and ChatGPT'));
    expect(page).not.toContain(english('checked_never'));
    const { rows } = rendered(dataOf([verdict('claude', PARTLY_DOWN)]));
    expect(rows[1]).toContain(english('verdict_not_read_yet'));
    expect(rows[1]).not.toContain(english('checked_never'));
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
    expect(rows[0]).not.toContain(SINCE);
    // The shorter row of a second outage states no length either, because it is unknown whether the outage continues.
    const two = dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt', PARTLY_DOWN)], { isOnline: false });
    for (const row of rendered(two).rows) expect(row).not.toContain(SINCE);
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

const SINCE = `${english('since', '14:26')} · ${english('duration_minutes', '47')}`;

describe('an outage', () => {
  const claude = verdict('claude', {
    ...PARTLY_DOWN,
    models: ['Opus 5.5'],
    otherIncidents: [{ ...INCIDENT, id: 'i2', title: 'Late bills', url: null }],
  });
  const data = dataOf([claude, verdict('chatgpt')]);
  const { page, rows } = rendered(data);
  const [row = ''] = rows;
  const head = page.slice(0, page.indexOf('class="scroll"'));

  test('has its level, start, length, phase and models in the header, and not in the row', () => {
    const { facts } = shownOf(data).rows[0] ?? {};
    expect(facts?.text).toBe(`${SINCE} · ${english('popup_phase_monitoring')}`);
    expect(facts?.full).toContain('5 October 2026');
    for (const text of [english('title_partial_outage', 'Claude'), facts?.text, MODELS]) {
      expect(head).toContain(text);
      expect(row).not.toContain(text);
    }
    expect(head).toContain(`aria-label="${english('popup_notify_for', 'Claude')}">${english('popup_notify')}</button>`);
    expect(row).not.toContain(english('popup_notify'));
  });

  test('shows the provider’s latest update in its row', () => {
    expect(row).toContain('data-assistant="claude" data-verdict="trouble" data-level="partial_outage"');
    expect(row).toContain(`<span class="level">${english('level_partial_outage')}</span>`);
    for (const text of ['Replies fail on claude.ai', 'A fix is in place.', 'Anthropic · 14:58']) {
      expect(row).toContain(text);
    }
    expect(row).toContain('href="https://status.claude.com/incidents/i1"');
  });

  test('lists other open incidents in its open row, linked to the status page if they have no address', () => {
    expect(otherPosts(claude).map(({ id }) => id)).toEqual(['i2']);
    const [open = ''] = rendered(data, { opened: new Set(['claude']) }).rows;
    expect(open).toMatch(/<a href="https:\/\/status\.claude\.com"[^>]*>Late bills</);
  });

  test('shows when the issue was first seen if the page states no start', () => {
    const unsure = verdict('claude', { ...PARTLY_DOWN, since: null, incidents: [] });
    expect(view([unsure]).rows[0]?.facts?.text).toBe(
      `${english('since_at_least', '15:13')} · ${english('duration_moment')}`,
    );
  });

  test('is described with advice where no fallback is available', () => {
    const advice = english('advice_monitoring');
    expect(page).not.toContain(advice);
    expect(rendered(dataOf([claude, verdict('chatgpt', UNREACHABLE)])).page).toContain(advice);
  });
});

test('what became of a draft that was to be kept is said of its assistant, and of no other', () => {
  const said = (front: 'claude' | 'chatgpt') => {
    const data = dataOf([verdict(front, PARTLY_DOWN)], {}, only(front));
    return rendered(data, { front, keepResult: { id: 'claude', outcome: 'empty', leavesFiles: false } }).page;
  };
  expect(said('claude')).toContain(english('waiting_empty'));
  expect(said('chatgpt')).toContain(english('waiting_keep', 'ChatGPT'));
  expect(said('chatgpt')).not.toContain(english('waiting_empty'));
});

test('what became of a draft that was to be kept says that its files stay', () => {
  const data = dataOf([verdict('claude', PARTLY_DOWN)], {}, only('claude'));
  const drafts = [{ state: 'waiting', assistantId: 'claude', tabId: 1, text: 'Hello', at: NOW } as const];
  const said = (leavesFiles: boolean) => {
    const keepResult = { id: 'claude', outcome: 'kept', leavesFiles } as const;
    return rendered(data, { front: 'claude', keepResult, kept: { drafts, events: {} } }).page;
  };
  expect(said(true)).toContain(`${english('waiting_kept', 'Claude')} ${english('transfer_files_stay', 'Claude')}`);
  expect(said(false)).not.toContain(english('transfer_files_stay', 'Claude'));
});

test('a draft is said to wait as long as it does', () => {
  const data = dataOf([verdict('claude', PARTLY_DOWN)], {}, only('claude'));
  const said = (...drafts: SavedDraft[]) => {
    const keepResult = { id: 'claude', outcome: 'kept', leavesFiles: false } as const;
    return rendered(data, { front: 'claude', keepResult, kept: { drafts, events: {} } }).page;
  };
  const draft = { state: 'waiting', assistantId: 'claude', tabId: 1, text: 'Hello', at: NOW } as const;
  expect(said(draft)).toContain(english('waiting_kept', 'Claude'));
  // The user has discarded it.
  expect(said()).not.toContain(english('waiting_kept', 'Claude'));
});

test('an outage of models that the user does not use leaves a row up, and is named in it', () => {
  const { rows } = rendered(dataOf([verdict('claude', { otherModels: ['Sonnet 5'] })]));
  expect(rows[0]).toContain('data-assistant="claude" data-verdict="up"');
  expect(rows[0]).toContain(english('models_others', 'Sonnet 5'));
});

describe('several outages', () => {
  const worse = { ...PARTLY_DOWN, level: 'major_outage' } as const;
  const data = dataOf(
    [verdict('claude', PARTLY_DOWN), verdict('chatgpt', worse), verdict('gemini')],
    {},
    {
      ...BOTH,
      watched: ['claude', 'chatgpt', 'gemini'],
    },
  );

  test('have their own line in each row, and only the worst shows the provider’s post', () => {
    const { page, rows } = rendered(data);
    expect(page.slice(0, page.indexOf('class="scroll"'))).not.toContain(SINCE);
    for (const row of rows.slice(0, 2)) expect(row).toContain(`${SINCE} · ${english('popup_phase_monitoring')}`);
    expect(rows.map((row) => row.includes('A fix is in place.'))).toEqual([false, true, false]);
    expect(rows.map((row) => row.includes(english('popup_notify')))).toEqual([false, true, false]);
    const opened = rendered(data, { opened: new Set(['claude']) }).rows;
    expect(opened[0]).toContain('A fix is in place.');
    expect(opened[0]).toContain(english('popup_notify'));
  });

  test('worstIssue returns the first of equal outages, and null without one', () => {
    const both = [verdict('claude', PARTLY_DOWN), verdict('chatgpt', PARTLY_DOWN)];
    expect(worstIssue(both)?.assistantId).toBe('claude');
    expect(worstIssue([verdict('claude')])).toBeNull();
  });

  test('are counted instead of named if there are many', () => {
    const ids = ['claude', 'chatgpt', 'gemini', 'copilot'] as const;
    const all = ids.map((id) => verdict(id, PARTLY_DOWN));
    expect(view(all, {}, only(...ids)).summary.text).toBe(english('popup_summary_trouble', '4', '4'));
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
      draftFrom: null,
    });
    expect(rendered(data).page).toContain(`>${english('popup_continue_in', 'ChatGPT')}</button>`);
  });

  test.each([
    ['a draft cannot be read', 'draft_unreadable', 'banner_cannot_read'],
    ['files stay', 'files_stay', 'banner_leaves_files'],
  ] as const)('say that %s, and that a second press goes on all the same', (_, why, said) => {
    const data = { ...dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]), front: 'claude' as const };
    const { page } = rendered({ ...data, transferState: { kind: 'refused', why } });
    expect(page).toContain(english('join_sentences', english(said), english('popup_press_again')));
    expect(page).not.toContain(english('popup_takes_draft', 'Claude'));
  });

  test.each<[string, AssistantId | null, AssistantId | null]>([
    ['mention a possible draft with the affected chat in the active tab', 'claude', 'claude'],
    ['do not mention a draft with no chat in the active tab', null, null],
    ['do not mention a draft with the only fallback in the active tab', 'chatgpt', null],
  ])('%s', (_, front, draftFrom) => {
    const data = { ...dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt')]), front };
    expect(shownOf(data).fallbacks?.draftFrom).toBe(draftFrom);
    const { page } = rendered(data);
    expect(page.includes(english('popup_takes_draft', 'Claude'))).toBe(draftFrom !== null);
    expect(page.includes(english('banner_files_may_come'))).toBe(draftFrom !== null);
    // It is not known whether there is a draft.
    expect(page).not.toContain(english('banner_takes_draft'));
  });

  test('say so when none is available', () => {
    const data = dataOf([verdict('claude', PARTLY_DOWN), verdict('chatgpt', UNREACHABLE)]);
    expect(shownOf(data).fallbacks).toEqual({ choices: [], draftFrom: null });
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

describe('the line that offers the banner', () => {
  const accessTo = (chats: PopupAccess['chats']): PopupAccess => ({ chats, pages: {} });
  const offered = (chats: PopupAccess['chats'], over: Partial<PopupData> = {}, options = BOTH) =>
    rendered(dataOf([], {}, options), { access: accessTo(chats), ...over }).page;
  const LINE = english('popup_setup', 'claude.ai');

  test('is not shown while granted access is unknown', () => {
    expect(bannerOffer(BOTH, accessTo({}))).toBeNull();
    expect(offered({})).not.toContain('class="setup"');
  });

  test('names one chat while none is allowed', () => {
    const page = offered({ claude: false, chatgpt: false });
    expect(page).toContain(LINE);
    expect(page).toContain(
      `aria-label="${english('popup_setup_allow_for', 'claude.ai')}">${english('popup_setup_allow')}</button>`,
    );
    expect(page).not.toContain('chatgpt.com');
  });

  test('is gone once any watched chat is allowed, and after it was dismissed', () => {
    expect(bannerOffer(BOTH, accessTo({ claude: false, chatgpt: true }))).toBeNull();
    expect(offered({ claude: false, chatgpt: true })).not.toContain('class="setup"');
    expect(offered({ claude: false, chatgpt: false }, { isOfferDismissed: true })).not.toContain('class="setup"');
  });

  test('is gone once one of the hosts of a chat is allowed: the banner is shown there', () => {
    const offerWith = (...origins: string[]) =>
      bannerOffer(only('notion_ai'), accessOf(only('notion_ai'), { origins, hasEvidence: false }));
    expect(offerWith()).toEqual({ assistantId: 'notion_ai', site: 'www.notion.so' });
    expect(offerWith('https://www.notion.so/*')).toBeNull();
  });

  test('warns when the access is wider than the chat', () => {
    const page = offered({ copilot: false }, {}, only('copilot'));
    expect(page).toContain(english('popup_setup', 'github.com/copilot'));
    expect(page).toContain(english('popup_banner_wide', 'github.com/copilot', 'github.com'));
  });
});

describe('drafts', () => {
  const saved = (at: number) => ({ state: 'typed', assistantId: 'claude', tabId: at, text: `Text ${at}`, at }) as const;
  const page = (count: number) =>
    rendered(dataOf([verdict('claude')]), {
      kept: { drafts: Array.from({ length: count }, (_, index) => saved(NOW - index * MINUTE)), events: {} },
    }).page;

  test('have a line each, and several are behind their number', () => {
    expect(page(0)).not.toContain('class="drafts"');
    expect(page(1)).toContain(english('kept_said', 'Claude', '15:13'));
    expect(page(1)).not.toContain('<details>');
    expect(page(4)).toContain(`<details><summary>${english('popup_drafts_other', '4')}</summary>`);
    expect(page(4)).not.toContain('Text ');
  });

  test('are told apart by the names of the buttons that discard them', () => {
    const transfers = [
      aTransfer({ startedAt: NOW - MINUTE }),
      aTransfer({ id: 2, to: 'gemini', text: 'Bye', startedAt: NOW }),
    ];
    const { page } = rendered(dataOf([verdict('claude')]), { transfers });
    expect(page).toContain(english('kept_discard_for', 'ChatGPT', '15:12'));
    expect(page).toContain(english('kept_discard_for', 'Gemini', '15:13'));
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

describe('a row', () => {
  const OPEN_PARTS = ['class="details"', english('popup_earlier_one'), 'class="cells"'];
  const EARLIER = { at: NOW - 40 * MINUTE, phase: 'investigating', text: 'We are looking.' } as const;
  const incident = { ...INCIDENT, updates: [...INCIDENT.updates, EARLIER] };
  const claude = verdict('claude', { ...PARTLY_DOWN, incidents: [incident] });
  const PAST = {
    claude: { ...NO_HISTORY_SUMMARY, days: [{ at: NOW - 15 * 60 * MINUTE, worst: 'operational' as const }] },
  };
  const OPEN: Partial<PopupData> = { opened: new Set(['claude']) };

  test('has no details while closed', () => {
    const { page } = rendered(dataOf([claude]));
    for (const content of OPEN_PARTS) expect(page).not.toContain(content);
  });

  test('has the latest update, the number of earlier ones and the strip while open', () => {
    const [row = ''] = rendered(dataOf([claude], { past: PAST }), OPEN).rows;
    for (const content of OPEN_PARTS) expect(row).toContain(content);
    expect(row.match(/A fix is in place\./g)).toHaveLength(1);
    expect(row).not.toContain(EARLIER.text);
    const cells = row.slice(row.indexOf('class="cells"'), row.indexOf('class="axis"'));
    expect(cells.match(/data-level=/g)).toHaveLength(90);
  });

  test('has a sentence in place of the strip while nothing is known of its days', () => {
    const [row = ''] = rendered(dataOf([claude]), OPEN).rows;
    expect(row).toContain(english('popup_strip_nothing'));
    expect(row).not.toContain('class="cells"');
  });

  test('has a strip in the side panel while closed, if its history is known', () => {
    const data = dataOf([verdict('claude'), verdict('chatgpt')], { past: PAST });
    const { rows } = rendered(data, { surface: 'panel' });
    expect(rows.map((row) => row.includes('class="cells"'))).toEqual([true, false]);
  });

  test('asks for the hosts of the access that its page needs', () => {
    const access: PopupAccess = { chats: {}, pages: { gemini: false } };
    const gemini = verdict('gemini', { kind: 'unknown', level: 'unknown', reason: 'not_allowed', checkedAt: null });
    const [row] = rendered(dataOf([gemini], {}, only('gemini')), { access }).rows;
    expect(row).toContain(english('popup_access_ask', 'www.google.com'));
    expect(row).toContain(english('popup_access_why', 'www.google.com'));
    expect(missingHosts(assistantOf('gemini'), access)).toBe('www.google.com');
    expect(missingHosts(assistantOf('claude'), access)).toBeNull();
  });
});

test('the popup without a watched assistant leads to their choice in Settings', () => {
  const { page } = rendered(dataOf([], {}, only()));
  expect(page).toContain(`>${english('popup_choose')}</button>`);
  expect(page).not.toContain(english('popup_refresh'));
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

test('the summary, and not the row again, names the affected component if only a selected one has an issue', () => {
  const apiDown = verdict('claude', { ...PARTLY_DOWN, incidents: [], onlyParts: ['Claude API'] });
  const { summary, rows } = view([apiDown, verdict('chatgpt')]);
  expect(summary.detail).toBe(english('only_parts', 'Claude API'));
  expect(rows[0]?.sentences).not.toContain(summary.detail);
  expect(summary.text).toBe(english('title_partial_outage', 'Claude API'));
});

describe('snoozes', () => {
  const untilMs = NOW + 165 * MINUTE;
  const rowWith = (until: number) =>
    rendered(dataOf([verdict('claude')], { snoozes: { claude: until } }), { opened: new Set(['claude']) }).rows[0];

  test('show their end instead of the choice of durations', () => {
    expect(rowWith(untilMs)).toContain(english('popup_snoozed', '17:58'));
    expect(rowWith(untilMs)).not.toContain('aria-haspopup="menu"');
  });

  test('are not shown after their end', () => {
    expect(rowWith(NOW)).not.toContain(english('popup_snooze_end'));
    expect(rowWith(NOW)).toContain('aria-haspopup="menu"');
  });
});
