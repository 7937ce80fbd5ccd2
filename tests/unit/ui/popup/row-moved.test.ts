import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { NOW } from '@/tests/gallery/moments';
import { CALM, GRANTED, page, verdict } from '@/tests/gallery/pieces';
import type { ReadFailure } from '@/utils/model/failure';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { DETECTED_PLATFORM_IDS, type Detected } from '@/utils/model/page-memory';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { popupView } from '@/utils/ui/popup/view';

function rowOf(failure: ReadFailure, detected: Detected | null, over: Partial<Verdict> = {}) {
  const status: Status = {
    ...CALM,
    pages: { ...CALM.pages, claude: { ...page('claude'), failure, detected } },
    verdicts: {
      ...CALM.verdicts,
      claude: verdict('claude', 'unknown', { reason: failure.kind, failure: failure.kind, ...over }),
    },
  };
  const [row] = popupView({ status, options: DEFAULT_OPTIONS, access: GRANTED, version: '1.2.3' }, englishAt(NOW)).rows;
  if (row === undefined) throw new Error('Nobody is watched');
  return row;
}

describe('popupView for a status page that moved or changed', () => {
  it('links to the page and offers a bug report with the detected platform', () => {
    const { moved, reason } = rowOf({ kind: 'wrong_page' }, { platform: 'incidentio' });
    expect(reason).toBe(english('reason_detected', 'incident.io'));
    expect(moved?.page).toMatchObject({
      url: 'https://status.claude.com',
      name: english('popup_moved_open_for', 'Claude'),
    });
    expect(JSON.parse(moved?.report.text ?? '').pages.claude).toMatchObject({
      failure: 'wrong_page',
      looksLike: 'incidentio',
    });
  });

  it('shows the plain reason if no platform was detected', () => {
    const { moved, reason } = rowOf({ kind: 'moved' }, null);
    expect(reason).toBe(english('reason_moved'));
    expect(moved).not.toBeNull();
  });

  it.each(DETECTED_PLATFORM_IDS)('has a text for the detected platform %s', (platform) => {
    const words = platform === 'feed' ? englishLike('reason_detected_feed') : englishLike('reason_detected', /\w.*/);
    expect(rowOf({ kind: 'html' }, { platform }).reason).toMatch(words);
  });
});

it.each<[string, ReadFailure, Partial<Verdict>]>([
  ['a timeout', { kind: 'timeout' }, {}],
  ['a sign-in', { kind: 'sign_in' }, {}],
  [
    'one failed try while the last reading is fresh',
    { kind: 'moved' },
    { kind: 'up', level: 'operational', reason: null },
  ],
])('popupView offers no search for the page after %s', (_, failure, over) => {
  expect(rowOf(failure, { platform: 'feed' }, over).moved).toBeNull();
});
