import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { forgetGlance, readGlance, writeGlance } from '@/utils/browser/glance-store';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { type Glance, glanceAge } from '@/utils/model/views';
import { ACCESS_NOT_KNOWN } from '@/utils/ui/popup/access';
import { popupGlance } from '@/utils/ui/popup/glance';
import { popupView } from '@/utils/ui/popup/view';

const PLACE = { width: 380, above: 0, between: 0, rowHeights: [40, 40], height: 300 };

function glance(checkedAgoMs: number): Glance {
  const verdict = (assistantId: 'claude' | 'chatgpt', ago: number) =>
    aVerdict('operational', { assistantId, checkedAt: NOON - ago });
  const status: Status = {
    ...EMPTY_STATUS,
    verdicts: { claude: verdict('claude', checkedAgoMs), chatgpt: verdict('chatgpt', 0) },
  };
  const speech = englishAt(NOON);
  const view = popupView({ status, options: DEFAULT_OPTIONS, access: ACCESS_NOT_KNOWN, version: '0' }, speech);
  return popupGlance(view, { status, options: DEFAULT_OPTIONS }, PLACE, speech);
}

describe('popupGlance', () => {
  it('contains the text of the popup and its time', () => {
    expect(glance(0)).toMatchObject({
      saidAt: NOON,
      sign: 'up',
      text: english('popup_summary_up', 'Claude and ChatGPT'),
      pastText: english('popup_glance_past', '12:00', english('popup_summary_up', 'Claude and ChatGPT')),
      rows: [
        { name: 'Claude', sign: 'up', levelWords: english('level_operational') },
        { name: 'ChatGPT', sign: 'up', levelWords: english('level_operational') },
      ],
    });
  });

  it('is good no longer than its oldest reading is fresh', () => {
    const ago = (ms: number, later: number) => glanceAge(glance(ms), NOON + later);
    expect(ago(14.5 * MINUTE, 0.4 * MINUTE)).toBe('good');
    expect(ago(14.5 * MINUTE, 0.5 * MINUTE)).toBe('past');
  });

  it('is good for a minute because the icon may be newer', () => {
    expect(glanceAge(glance(0), NOON + MINUTE - 1)).toBe('good');
    expect(glanceAge(glance(0), NOON + MINUTE)).toBe('past');
  });

  it('is forgotten after seven hours and when the clock was set back', () => {
    expect(glanceAge(glance(0), NOON + 7 * HOUR)).toBe('forgotten');
    expect(glanceAge(glance(0), NOON - MINUTE)).toBe('forgotten');
  });
});

describe('the stored glance', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is read as written until it is deleted', () => {
    expect(readGlance(380)).toBeNull();
    writeGlance(glance(0));
    expect(readGlance(380)).toEqual(glance(0));
    forgetGlance();
    expect(readGlance(380)).toBeNull();
  });

  it.each([
    [380, true],
    [365, true],
    [340, false],
    [520, false],
  ])('in a page of %i pixels is used: %s', (width, isUsed) => {
    writeGlance(glance(0));
    expect(readGlance(width) !== null).toBe(isUsed);
  });

  it.each([
    '{',
    '{}',
    JSON.stringify({ ...glance(0), sign: 'green' }),
    JSON.stringify({ ...glance(0), goodUntil: 'ever' }),
  ])('is null if it is invalid: %s', (text) => {
    kept.set('glance', text);
    expect(readGlance(380)).toBeNull();
  });

  it('does not throw without localStorage', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(() => writeGlance(glance(0))).not.toThrow();
    expect(readGlance(380)).toBeNull();
  });
});
