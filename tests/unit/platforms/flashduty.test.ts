import { describe, expect, it } from 'vitest';
import {
  active,
  change,
  changeList,
  component,
  NOON_SECONDS,
  PAGE_ID,
  update,
} from '@/tests/fixtures/flashduty/documents';
import type { Report } from '@/utils/model/report';
import type { Documents } from '@/utils/platforms/adapters';
import { flashduty } from '@/utils/platforms/flashduty';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const NOON = NOON_SECONDS * 1_000;
const MINUTE = 60_000;

function read(documents: Documents): Report {
  const reading = flashduty.parse(documents, { pageId: PAGE_ID, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfChat = (components: readonly object[], changes: readonly object[] = []) =>
  levelOf(read({ active: active(components, changes) }), { coreIds: ['chat'], name: null }, NOON);
const readChange = (over: object) => read({ active: active([component('chat')], [change(over)]) }).incidents[0];

it('flashduty requests documents under the page id', () => {
  const urls = flashduty
    .requests('https://status.example.com', PAGE_ID)
    .map(({ name, url, need }) => [name, url, need]);
  expect(urls).toEqual([
    ['active', `https://status.example.com/api/status-page/${PAGE_ID}/summary/active`, undefined],
    ['changes', expect.stringContaining(`/api/status-page/${PAGE_ID}/change/list?start_at_seconds=`), 'history'],
  ]);
});

describe('flashduty components', () => {
  it.each([
    [undefined, 'operational'],
    ['operational', 'operational'],
    ['under_maintenance', 'maintenance'],
    ['degraded', 'degraded'],
    ['partial_outage', 'partial_outage'],
    ['full_outage', 'major_outage'],
    ['major_outage', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
  ])('map the state %j to %s (a healthy component has none)', (word, level) => {
    expect(levelOfChat([component('chat', word)]).level).toBe(level);
  });

  it('include the name of their section', () => {
    expect(read({ active: active([component('chat')]) }).components).toEqual([
      { id: 'chat', name: '部分 (Part chat)', group: '聊天 (Chats)', level: 'operational', word: '' },
    ]);
  });

  it('are unknown when no longer listed', () => {
    expect(levelOfChat([component('reorganised')])).toMatchObject({ level: 'unknown', reason: 'missing_component' });
    expect(levelOfChat([])).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it('without a state take it from the ongoing change', () => {
    const affected_components = [component('chat', 'full_outage')];
    expect(levelOfChat([component('chat')], [change({ affected_components })]).level).toBe('major_outage');
  });
});

describe('a flashduty component without a state', () => {
  const levelUnder = (over: object, readAt = NOON) => {
    const documents = { active: active([component('chat'), component('api', 'operational')], [change(over)]) };
    const reading = flashduty.parse(documents, { pageId: PAGE_ID, origin: null, readAt });
    if (!reading.ok) throw new Error(reading.failure.kind);
    return reading.report.components.map(({ level }) => level);
  };

  it.each<[string, unknown]>([
    ['updates that are not a list', 'none'],
    ['an update that is null', [null]],
    ['an update that is a text', ['down']],
    ['component changes that are not a list', [{ ...update('identified', 10), component_changes: 5 }]],
    ['a change that is null', [{ ...update('identified', 10), component_changes: [null] }]],
    ['a change without an id', [{ ...update('identified', 10), component_changes: [{ status: 'degraded' }] }]],
  ])('is unknown while an open incident without a component list has %s', (_, updates) => {
    expect(levelUnder({ affected_components: [], updates })).toEqual(['unknown', 'operational']);
    const retired = [component('retired', 'full_outage')];
    expect(levelUnder({ affected_components: retired, updates })).toEqual(['unknown', 'operational']);
    expect(levelUnder({ affected_components: [], updates, status: 'resolved' })).toEqual([
      'operational',
      'operational',
    ]);
  });

  it('takes the level of the updates when the list names only retired components', () => {
    const retired = { affected_components: [component('retired', 'full_outage')] };
    expect(levelUnder(retired)).toEqual(['partial_outage', 'operational']);
  });

  it('takes the worse of two updates with the same time', () => {
    const updates = [
      update('identified', 10, { chat: 'full_outage' }),
      update('monitoring', 10, { chat: 'operational' }),
    ];
    expect(levelUnder({ affected_components: [], updates })).toEqual(['major_outage', 'operational']);
    expect(levelUnder({ affected_components: [], updates: updates.toReversed() })).toEqual([
      'major_outage',
      'operational',
    ]);
  });

  it.each<[string, string | null, number, string]>([
    ['has begun', 'somehow', NOON_SECONDS - 60, 'unknown'],
    ['has begun', null, NOON_SECONDS - 60, 'unknown'],
    ['is in the future', 'somehow', NOON_SECONDS + 86_400, 'operational'],
    ['has begun', 'ongoing', NOON_SECONDS - 60, 'maintenance'],
    ['has begun', 'completed', NOON_SECONDS - 60, 'operational'],
  ])('in a maintenance that %s with the status %j gets the right level (%#)', (_, status, start_at_seconds, level) => {
    const affected_components = [component('chat', 'full_outage')];
    const over = { type: 'maintenance', status, start_at_seconds, affected_components, updates: [] };
    expect(levelUnder(over)).toEqual([level, 'operational']);
  });
});

describe('flashduty scheduled maintenance', () => {
  it('does not change the current level', () => {
    const affected_components = [component('chat', 'under_maintenance')];
    const planned = change({ type: 'maintenance', status: 'scheduled', affected_components });
    expect(levelOfChat([component('chat')], [planned]).level).toBe('operational');
  });
});

describe('flashduty changes', () => {
  it('are parsed completely, with the newest update first', () => {
    expect(readChange({})).toEqual({
      id: '6750000000001',
      title: '回答很慢 (Answers are slow)',
      impact: 'major',
      level: null,
      phase: 'identified',
      startedAt: NOON - 20 * MINUTE,
      updatedAt: NOON - 10 * MINUTE,
      resolvedAt: null,
      kind: 'incident',
      isExplained: false,
      componentIds: ['chat'],
      updates: [
        { at: NOON - 10 * MINUTE, phase: 'identified', text: 'It is identified.' },
        { at: NOON - 20 * MINUTE, phase: 'investigating', text: 'It is investigating.' },
      ],
      url: null,
    });
  });

  it('with two updates of the same time take the one listed later as newer', () => {
    const updates = [update('investigating', 5), update('identified', 5)];
    expect(readChange({ updates })?.updates.map(({ phase }) => phase)).toEqual(['identified', 'investigating']);
  });

  it('that are resolved do not change the current level, although they still list components', () => {
    expect(levelOfChat([component('chat')], [change({ status: 'resolved' })]).level).toBe('operational');
  });

  it('may return from monitoring to identified: their own status counts', () => {
    const updates = [update('monitoring', 15), update('identified', 10)];
    expect(readChange({ status: 'identified', updates })).toMatchObject({ phase: 'identified', resolvedAt: null });
  });

  it('stay open under an unknown status, even with an end time', () => {
    expect(readChange({ status: 'pondering', close_at_seconds: NOON_SECONDS })).toMatchObject({
      phase: 'investigating',
      resolvedAt: null,
    });
  });

  it('exclude retired components that their updates still name', () => {
    expect(readChange({})?.componentIds).toEqual(['chat']);
  });

  it('without a component list take the components of the last update', () => {
    const updates = [update('investigating', 20, { chat: 'degraded' }), update('identified', 10)];
    expect(readChange({ affected_components: null, updates })?.componentIds).toEqual(['chat']);
  });

  it('exclude a recovered component unless it is the only one', () => {
    const half = [component('chat', 'operational'), component('api', 'degraded')];
    expect(readChange({ affected_components: half })?.componentIds).toEqual(['api']);
    expect(readChange({ affected_components: half.slice(0, 1) })?.componentIds).toEqual(['chat']);
  });

  it('that are maintenances are listed separately from incidents', () => {
    const planned = change({ type: 'maintenance', status: 'in_progress', close_at_seconds: NOON_SECONDS + 600 });
    expect(read({ active: active([component('chat', 'under_maintenance')], [planned]) })).toMatchObject({
      incidents: [],
      maintenances: [{ phase: 'in_progress', endsAt: NOON + 10 * MINUTE, componentIds: ['chat'] }],
    });
  });

  it.each([
    ['scheduled', 'scheduled'],
    ['ongoing', 'in_progress'],
    ['completed', 'completed'],
    ['somewhere', 'scheduled'],
    ['resolved', 'completed'],
    ['verifying', 'verifying'],
  ])('map the maintenance status %j to %s', (status, phase) => {
    const planned = change({ type: 'maintenance', status, updates: [] });
    expect(read({ active: active([component('chat')], [planned]) }).maintenances[0]?.phase).toBe(phase);
  });

  it('from the history have an end and do not replace ongoing changes', () => {
    const closed = change({ change_id: 1, status: 'resolved', close_at_seconds: NOON_SECONDS - 300 });
    const stale = change({ status: 'resolved' });
    const report = read({ active: active([component('chat')], [change()]), changes: changeList([stale, closed]) });
    expect(report.hasHistory).toBe(true);
    expect(report.incidents.map(({ id, phase, resolvedAt }) => [id, phase, resolvedAt])).toEqual([
      ['6750000000001', 'identified', null],
      ['1', 'resolved', NOON - 5 * MINUTE],
    ]);
  });
});

it.each<[string, Documents, string]>([
  ['HTML', { active: '<!doctype html>' }, 'html'],
  ['a missing document', {}, 'not_json'],
  ['an error', { active: '{"error":{"code":"InvalidParameter"}}' }, 'wrong_shape'],
  ['a page without a list of active changes', { active: active([component('chat')], null) }, 'wrong_shape'],
  [
    'a page that omits the list of active changes',
    { active: active([component('chat')]).replace('active_changes', 'changes') },
    'wrong_shape',
  ],
  ['a broken history', { active: active([]), changes: '{}' }, 'wrong_shape'],
  ['a page without an id', { active: active([component('chat')], [], null) }, 'wrong_page'],
  ['a change of another page', { active: active([component('chat')], [change({ page_id: 1 })]) }, 'wrong_page'],
  [
    'the history of another page',
    { active: active([component('chat')]), changes: changeList([change({ page_id: 1 })]) },
    'wrong_page',
  ],
  ['another page', { active: active([component('chat')], [], 1) }, 'wrong_page'],
])('flashduty rejects %s', (_, documents, kind) => {
  expect(flashduty.parse(documents, { pageId: PAGE_ID, origin: null })).toEqual({ ok: false, failure: { kind } });
});

describe('flashduty updates are deltas', () => {
  const of = (updates: readonly object[], over: object = {}) =>
    levelOf(
      (() => {
        const body = active([component('chat')], [change({ affected_components: undefined, updates, ...over })]);
        const reading = flashduty.parse({ active: body }, { pageId: PAGE_ID, origin: null, readAt: NOON });
        if (!reading.ok) throw new Error(reading.failure.kind);
        return reading.report;
      })(),
      { coreIds: ['chat'], name: null },
      NOON,
    ).level;
  const down = update('investigating', 20, { chat: 'full_outage' });
  const others = update('identified', 10, { api: 'degraded' });

  it.each<[string, readonly object[], string]>([
    ['give major_outage with a later update about other components', [down, others], 'major_outage'],
    ['give major_outage with a later update about other components, newest first', [others, down], 'major_outage'],
    [
      'give partial_outage with a later, milder update',
      [down, others, update('identified', 5, { chat: 'partial_outage' })],
      'partial_outage',
    ],
    [
      'give partial_outage with a later, milder update listed first',
      [update('identified', 5, { chat: 'partial_outage' }), down],
      'partial_outage',
    ],
    [
      'give major_outage with a milder update dated in the future',
      [down, update('identified', -600, { chat: 'operational' })],
      'major_outage',
    ],
    [
      'give major_outage with a milder update without a time',
      [down, { ...update('identified', 0, { chat: 'operational' }), at_seconds: null }],
      'major_outage',
    ],
    [
      'give major_outage with a worse update without a time',
      [{ ...down, at_seconds: 'x' }, update('identified', 5, { chat: 'degraded' })],
      'major_outage',
    ],
    ['give major_outage with an invalid update', [down, 'x' as unknown as object], 'major_outage'],
  ])('%s', (_, updates, level) => {
    expect(of(updates)).toBe(level);
  });

  it('and count in addition to a partly invalid component list', () => {
    expect(of([down], { affected_components: [{ component_id: null }, component('api', 'degraded')] })).toBe(
      'major_outage',
    );
  });
});

describe('flashduty maintenance in progress', () => {
  const of = (over: object, more: readonly object[] = [], word?: string) =>
    levelOfChat([component('chat', word)], [change({ type: 'maintenance', ...over }), ...more]).level;
  const down = [component('chat', 'full_outage')];

  it.each<[string, object, string]>([
    ['puts its components under maintenance', { status: 'in_progress', affected_components: down }, 'maintenance'],
    ['includes the status "ongoing"', { status: 'ongoing', affected_components: down }, 'maintenance'],
    ['includes the status "verifying"', { status: 'verifying', affected_components: down }, 'maintenance'],
    [
      'counts when only its updates name the components',
      {
        status: 'in_progress',
        affected_components: null,
        updates: [update('in_progress', 5, { chat: 'full_outage' })],
      },
      'maintenance',
    ],
    [
      'counts when only its newest update has the status',
      { status: '?', affected_components: down, updates: [update('in_progress', 5)] },
      'maintenance',
    ],
    [
      'leaves a component operational that it lists as operational',
      { status: 'in_progress', affected_components: [component('chat', 'operational')] },
      'operational',
    ],
    ['is over when it is completed', { status: 'completed', affected_components: down }, 'operational'],
    [
      'makes a component unknown under an unknown state',
      { status: 'in_progress', affected_components: [component('chat', '?')] },
      'unknown',
    ],
  ])('%s', (_, over, level) => {
    expect(of(over)).toBe(level);
  });

  it('does not hide an outage', () => {
    const outage = change({ change_id: 2, affected_components: down });
    expect(of({ status: 'in_progress', affected_components: down }, [outage])).toBe('major_outage');
    expect(of({ status: 'in_progress', affected_components: down }, [], 'full_outage')).toBe('major_outage');
  });
});

describe('a malformed flashduty entry', () => {
  const open = change({ affected_components: [component('chat', 'full_outage')] });

  it.each<[string, unknown]>([
    ['a string', 'x'],
    ['null', null],
    ['a change without an id', change({ change_id: null })],
    ['a change whose components are not a list', change({ affected_components: 'chat', updates: [] })],
    [
      'a change of a component without an id',
      change({ affected_components: [{ status: 'full_outage' }], updates: [] }),
    ],
  ])('makes components without a state unknown and does not hide an outage: %s', (_, entry) => {
    expect(levelOfChat([component('chat')], [entry as object]).level).toBe('unknown');
    expect(levelOfChat([component('chat')], [entry as object, open]).level).toBe('major_outage');
  });

  it.each<[string, object]>([
    ['no start', change({ start_at_seconds: 0, updates: [] })],
    ['texts as times', change({ start_at_seconds: 'noon', close_at_seconds: [], updates: 'none' })],
    ['numbers as texts', change({ title: 5, status: 7, type: 9 })],
  ])('still counts as an open incident: a change with %s', (_, entry) => {
    expect(read({ active: active([component('chat')], [entry]) }).incidents).toMatchObject([{ resolvedAt: null }]);
    expect(levelOfChat([component('chat')], [entry]).level).toBe('degraded');
  });

  it.each<[string, unknown]>([
    ['null as state', component('chat', null)],
    ['a number as state', component('chat', 5)],
    ['no id', { name: 'Chat', status: 'operational' }],
    ['a number', 7],
  ])('in the component list is never operational: %s', (_, entry) => {
    const components = [component('api'), entry as object];
    expect(levelOfChat(components).level).toBe('unknown');
    expect(levelOfAll(read({ active: active(components) }), NOON).level).toBe('unknown');
  });
});

it('flashduty ends an incident with the update that closes it, not with a later one', () => {
  const updates = [update('investigating', 20), update('resolved', 15), update('postmortem', 5)];
  expect(readChange({ status: 'resolved', updates })?.resolvedAt).toBe(NOON - 15 * MINUTE);
});

describe('flashduty on a host that serves the pages of many customers', () => {
  const hosts = ['status.example.com', 'statuspage.flashduty.com'];
  const expected = { pageId: PAGE_ID, origin: 'https://status.example.com', hosts };
  const parse = (page: object) => {
    const document = JSON.parse(active([component('chat')]));
    Object.assign(document.data.page, page);
    return flashduty.parse({ active: JSON.stringify(document) }, expected);
  };

  it.each([[{ custom_domain: 'status.example.com' }], [{ custom_domain: null }], [{}]])(
    'accepts the expected page with %j',
    (page) => {
      expect(parse(page).ok).toBe(true);
    },
  );

  it.each([[{ custom_domain: 'status.example.org' }], [{ page_id: 6400000000002 }], [{ page_id: null }]])(
    'rejects a page with %j',
    (page) => {
      expect(parse(page)).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
    },
  );

  it('accepts a first page without a recorded id by its domain only', () => {
    const document = JSON.parse(active([component('chat')]));
    document.data.page.custom_domain = 'status.example.org';
    const body = { active: JSON.stringify(document) };
    expect(flashduty.parse(body, { ...expected, pageId: null }).ok).toBe(false);
  });
});
