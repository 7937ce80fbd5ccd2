import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { NOW } from '@/tests/gallery/moments';
import { CALM, GRANTED, page, verdict } from '@/tests/gallery/pieces';
import type { ReadFailure } from '@/utils/model/failure';
import type { Status } from '@/utils/model/status';
import { DETECTED_PLATFORM_IDS, type Detected } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { movedPage, reasonOf } from '@/utils/ui/popup/row';

function rowOf(failure: ReadFailure, detected: Detected | null, over: Partial<Verdict> = {}) {
  const verdictOfClaude = verdict('claude', 'unknown', { reason: failure.kind, failure: failure.kind, ...over });
  const status: Status = {
    ...CALM,
    pages: { ...CALM.pages, claude: { ...page('claude'), failure, detected } },
    verdicts: { ...CALM.verdicts, claude: verdictOfClaude },
  };
  return {
    page: movedPage(status, verdictOfClaude),
    reason: reasonOf(status, verdictOfClaude, englishAt(NOW)),
    whole: popupMarkup({ status, access: GRANTED }, NOW),
    markup: rowMarkup(popupMarkup({ status, access: GRANTED }, NOW), 'claude'),
  };
}

describe('the row of a status page that moved or changed', () => {
  it('links to the page and offers a bug report, with the detected platform', () => {
    const { page: address, reason, markup } = rowOf({ kind: 'wrong_page' }, { platform: 'incidentio' });
    expect(reason).toBe(english('reason_detected', 'incident.io'));
    expect(address).toBe('https://status.claude.com');
    expect(markup).toContain('href="https://status.claude.com"');
    expect(markup).toContain(`aria-label="${english('popup_moved_open_for', 'Claude')}"`);
    expect(markup).toContain(`>${english('report_problem')}</button>`);
  });

  it('shows the plain reason if no platform was detected', () => {
    const { page: address, reason, whole } = rowOf({ kind: 'moved' }, null);
    expect(reason).toBe(english('reason_moved'));
    expect(whole).toContain(reason);
    expect(address).not.toBeNull();
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
])('the row does not say that the page moved after %s', (_, failure, over) => {
  const { page: address, markup } = rowOf(failure, { platform: 'feed' }, over);
  expect(address).toBeNull();
  expect(markup).not.toContain(english('popup_moved_open'));
});
