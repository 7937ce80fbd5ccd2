import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aTransfer, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { clearSnapshots, readSnapshot, writeSnapshot } from '@/utils/browser/snapshot-store';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { type MarkupElement, type PopupSnapshot, snapshotAge } from '@/utils/model/views';
import { popupSnapshot, saveSnapshot } from '@/utils/ui/popup/snapshot';
import { NOTHING_LOADED, type PopupData } from '@/utils/ui/popup/state';

const SIGN: MarkupElement = ['svg', [['data-sign', 'up']], [['path', [['d', 'M1 1']], []]]];
const MARKUP: MarkupElement = ['main', [['class', 'popup']], [SIGN, 'All is up']];

function rendered(checkedAgoMs: number): PopupData {
  const verdict = (assistantId: 'claude' | 'chatgpt', ago: number) =>
    aVerdict('operational', { assistantId, checkedAt: NOON - ago });
  const status: Status = {
    ...EMPTY_STATUS,
    verdicts: { claude: verdict('claude', checkedAgoMs), chatgpt: verdict('chatgpt', 0) },
  };
  return { ...NOTHING_LOADED, status };
}

const snapshot = (checkedAgoMs: number): PopupSnapshot =>
  popupSnapshot(rendered(checkedAgoMs), MARKUP, englishAt(NOON));

const TRANSFER = aTransfer({ text: 'secret' });

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('how long a snapshot is shown', () => {
  it('holds the rendered markup, and the heading with its time', () => {
    const pastHeading = english('popup_snapshot_past', '12:00', english('popup_summary_up', 'Claude and ChatGPT'));
    expect(snapshot(0)).toMatchObject({ savedAt: NOON, markup: MARKUP, pastHeading });
  });

  it('is good until its oldest reading is stale', () => {
    const ageOf = (checkedAgoMs: number, later: number) => snapshotAge(snapshot(checkedAgoMs), NOON + later);
    expect(ageOf(14.5 * MINUTE, 0.4 * MINUTE)).toBe('good');
    expect(ageOf(14.5 * MINUTE, 0.5 * MINUTE)).toBe('past');
  });

  it('is good for a minute at most, because the toolbar may have newer verdicts', () => {
    expect(snapshotAge(snapshot(0), NOON + MINUTE - 1)).toBe('good');
    expect(snapshotAge(snapshot(0), NOON + MINUTE)).toBe('past');
  });

  it('is past at once if nothing has been read', () => {
    const unread = popupSnapshot(NOTHING_LOADED, MARKUP, englishAt(NOON));
    expect(snapshotAge(unread, NOON)).toBe('past');
  });

  it('expires after some hours, and when the clock was set back', () => {
    expect(snapshotAge(snapshot(0), NOON + 7 * HOUR)).toBe('expired');
    expect(snapshotAge(snapshot(0), NOON - MINUTE)).toBe('expired');
  });
});

describe('storage of snapshots', () => {
  it('returns what was written, one for each surface, until it is cleared', () => {
    expect(readSnapshot('popup')).toBeNull();
    writeSnapshot('popup', snapshot(0));
    writeSnapshot('panel', snapshot(MINUTE));
    expect(readSnapshot('popup')).toEqual(snapshot(0));
    expect(readSnapshot('panel')).toEqual(snapshot(MINUTE));
    expect(readSnapshot('tab')).toBeNull();
    clearSnapshots();
    expect([...stored]).toEqual([]);
  });

  it('removes what versions before snapshots have stored', () => {
    stored.set('glance', '{}');
    writeSnapshot('popup', snapshot(0));
    expect([...stored.keys()]).toEqual(['snapshot.popup']);
    stored.set('glance', '{}');
    clearSnapshots();
    expect([...stored]).toEqual([]);
  });

  it.each([
    '{',
    '{}',
    '[]',
    JSON.stringify({ ...snapshot(0), goodUntil: 'ever' }),
    JSON.stringify({ ...snapshot(0), markup: null }),
    JSON.stringify({ ...snapshot(0), markup: ['script', [], ['alert(1)']] }),
  ])('has no snapshot if the stored one is damaged: %s', (text) => {
    stored.set('snapshot.popup', text);
    expect(readSnapshot('popup')).toBeNull();
  });

  it('drops elements and attributes that a snapshot does not need', () => {
    const attributes = [
      ['class', 'popup'],
      ['onclick', 'x()'],
      ['style', 'x'],
      ['data-assistant', 'claude'],
      ['id', 7],
    ];
    const children = [
      ['script', [], ['x()']],
      ['iframe', [], []],
      ['a', [['href', 'javascript:x()']], ['link']],
      7,
      SIGN,
    ];
    stored.set('snapshot.popup', JSON.stringify({ ...snapshot(0), markup: ['main', attributes, children] }));
    expect(readSnapshot('popup')?.markup).toEqual(['main', [['class', 'popup']], [['a', [], ['link']], SIGN]]);
  });

  it('saves nothing while a draft is shown, and deletes what was saved before', () => {
    const data = rendered(0);
    const save = (over: Partial<PopupData>) => saveSnapshot('popup', { ...data, ...over }, MARKUP, englishAt(NOON));
    save({});
    expect(readSnapshot('popup')).not.toBeNull();
    save({ transfers: [TRANSFER] });
    expect([...stored]).toEqual([]);
    save({});
    save({
      kept: { drafts: [{ assistantId: 'claude', tabId: 1, text: 'secret', at: NOON, state: 'typed' }], events: {} },
    });
    expect([...stored]).toEqual([]);
  });

  it('does without storage where the browser refuses it', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(() => writeSnapshot('popup', snapshot(0))).not.toThrow();
    expect(() => clearSnapshots()).not.toThrow();
    expect(readSnapshot('popup')).toBeNull();
  });
});
