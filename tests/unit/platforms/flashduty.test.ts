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
import type { Documents } from '@/utils/platforms/adapter';
import { flashduty } from '@/utils/platforms/flashduty';
import { levelOf } from '@/utils/rules/level-of';

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

it('asks below the id of the page', () => {
  const urls = flashduty
    .requests('https://status.example.com', PAGE_ID)
    .map(({ name, url, need }) => [name, url, need]);
  expect(urls).toEqual([
    ['active', `https://status.example.com/api/status-page/${PAGE_ID}/summary/active`, undefined],
    ['changes', expect.stringContaining(`/api/status-page/${PAGE_ID}/change/list?start_at_seconds=`), 'history'],
  ]);
});

describe('components', () => {
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
  ])('the word %j is %s: where all is well there is none', (word, level) => {
    expect(levelOfChat([component('chat', word)]).level).toBe(level);
  });

  it('bear the name of their section', () => {
    expect(read({ active: active([component('chat')]) }).components).toEqual([
      { id: 'chat', name: '部分 (Part chat)', group: '聊天 (Chats)', level: 'operational', word: '' },
    ]);
  });

  it('that are no longer listed are unknown, not well', () => {
    expect(levelOfChat([component('reorganised')])).toMatchObject({ level: 'unknown', reason: 'missing_component' });
    expect(levelOfChat([])).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it('without a word are as bad as what goes on says of them', () => {
    const affected_components = [component('chat', 'full_outage')];
    expect(levelOfChat([component('chat')], [change({ affected_components })]).level).toBe('major_outage');
  });
});

describe('what is planned', () => {
  it('says nothing of now', () => {
    const affected_components = [component('chat', 'under_maintenance')];
    const planned = change({ type: 'maintenance', status: 'scheduled', affected_components });
    expect(levelOfChat([component('chat')], [planned]).level).toBe('operational');
  });
});

describe('changes', () => {
  it('are read whole, with updates newest first', () => {
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

  it('of one moment: the one listed later is newer', () => {
    const updates = [update('investigating', 5), update('identified', 5)];
    expect(readChange({ updates })?.updates.map(({ phase }) => phase)).toEqual(['identified', 'investigating']);
  });

  it('that are resolved say nothing of now, though they may go on listing what they met', () => {
    expect(levelOfChat([component('chat')], [change({ status: 'resolved' })]).level).toBe('operational');
  });

  it('may go back from monitoring to identified: their own word counts', () => {
    const updates = [update('monitoring', 15), update('identified', 10)];
    expect(readChange({ status: 'identified', updates })).toMatchObject({ phase: 'identified', resolvedAt: null });
  });

  it('stay open under a word that nobody knows, and when they carry an end', () => {
    expect(readChange({ status: 'pondering', close_at_seconds: NOON_SECONDS })).toMatchObject({
      phase: 'investigating',
      resolvedAt: null,
    });
  });

  it('do not name the retired components that their updates go on naming', () => {
    expect(readChange({})?.componentIds).toEqual(['chat']);
  });

  it('without a list of their own name what their last update names', () => {
    const updates = [update('investigating', 20, { chat: 'degraded' }), update('identified', 10)];
    expect(readChange({ affected_components: null, updates })?.componentIds).toEqual(['chat']);
  });

  it('no longer name a part that is well again, unless it is the only one', () => {
    const half = [component('chat', 'operational'), component('api', 'degraded')];
    expect(readChange({ affected_components: half })?.componentIds).toEqual(['api']);
    expect(readChange({ affected_components: half.slice(0, 1) })?.componentIds).toEqual(['chat']);
  });

  it('that are maintenances are told apart', () => {
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
  ])('a maintenance under the word %j is %s', (status, phase) => {
    const planned = change({ type: 'maintenance', status });
    expect(read({ active: active([component('chat')], [planned]) }).maintenances[0]?.phase).toBe(phase);
  });

  it('of the past come with their end; what goes on now is not taken from there', () => {
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
  ['nothing', {}, 'not_json'],
  ['an error', { active: '{"error":{"code":"InvalidParameter"}}' }, 'wrong_shape'],
  ['a status of another kind', { active: active([component('chat', null)]) }, 'wrong_shape'],
  ['a page that does not list what goes on', { active: active([component('chat')], null) }, 'wrong_shape'],
  [
    'a page that leaves that list out',
    { active: active([component('chat')]).replace('active_changes', 'changes') },
    'wrong_shape',
  ],
  ['a change without a start', { active: active([], [change({ start_at_seconds: 0 })]) }, 'wrong_shape'],
  ['a broken history', { active: active([]), changes: '{}' }, 'wrong_shape'],
  ['another page', { active: active([component('chat')], [], 1) }, 'wrong_page'],
])('does not believe %s', (_, documents, kind) => {
  expect(flashduty.parse(documents, { pageId: PAGE_ID, origin: null })).toEqual({ ok: false, failure: { kind } });
});
