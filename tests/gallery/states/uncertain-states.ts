import { UNKNOWN_REASONS } from '@/utils/model/failure';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import { CALM, page, popup, SLOW, SUSPECTED, SUSPICION, TROUBLE, verdict, withClaude } from '../pieces';

const old = NOW - 33 * MINUTE;

export const UNCERTAIN_STATES: Record<string, GalleryState> = {
  stale: popup(
    withClaude('operational', { checkedAt: old, isStale: true, failure: 'timeout' }, { ...CALM, tickedAt: NOW }),
  ),
  'disk-full': popup({ ...TROUBLE, storageTrouble: 'failing' }),
  'status-of-newer-version': popup({ ...CALM, storageTrouble: 'later_status' }),
  'options-of-newer-version': popup({ ...CALM, storageTrouble: 'later_options' }),
  suspected: popup(withClaude('operational', SUSPECTED)),
  'suspected-page-unreadable': popup(withClaude('unknown', { ...SUSPECTED, reason: 'timeout', failure: 'timeout' })),
  'suspected-no-answer': popup(
    withClaude('operational', { ...SUSPECTED, suspicion: { ...SUSPICION, isSilent: true } }),
  ),
  'suspected-ended-at-once': popup(
    withClaude('operational', { ...SUSPECTED, suspicion: { ...SUSPICION, failed: 3, of: 3, isAtOnce: true } }),
  ),
  slow: popup(withClaude('operational', { kind: 'suspected', suspicion: SLOW })),
  'suspected-sign-in': popup(
    withClaude('operational', { ...SUSPECTED, suspicion: { ...SUSPICION, what: 'sign_in', failed: 2, of: 2 } }),
  ),
  'site-unreachable': popup(withClaude('operational', { ...SUSPECTED, suspicion: { ...SUSPICION, what: 'page' } })),
  'outage-page-unreadable': popup(
    withClaude('unknown', { reason: 'unreachable', failure: 'unreachable', checkedAt: NOW - 64 * MINUTE }, TROUBLE),
  ),
  'unknown-reasons': {
    surface: 'sheet',
    title: 'Every reason for an unknown status',
    statuses: UNKNOWN_REASONS.map((reason) =>
      withClaude('unknown', { reason, checkedAt: reason === 'not_read_yet' ? null : NOW - 64 * MINUTE }),
    ),
  },
  'moved-page': popup({
    ...withClaude('unknown', { reason: 'wrong_page', failure: 'wrong_page', checkedAt: NOW - 64 * MINUTE }),
    pages: {
      claude: { ...page('claude'), failure: { kind: 'wrong_page' }, failures: 9, detected: { platform: 'incidentio' } },
    },
  }),
  'page-behind-sign-in': popup({
    ...CALM,
    verdicts: {
      claude: verdict('claude', 'unknown', { reason: 'sign_in', failure: 'sign_in', checkedAt: NOW - 64 * MINUTE }),
      chatgpt: verdict('chatgpt', 'unknown', { reason: 'sign_in', failure: 'sign_in', checkedAt: NOW - 64 * MINUTE }),
    },
  }),
  'unknown-details': popup(
    {
      ...withClaude('unknown', { reason: 'missing_component' }),
      pages: { claude: { ...page('claude'), report: withoutCore(page('claude').report) } },
    },
    { opened: ['claude'] },
  ),
  'needs-permission': popup(
    {
      ...CALM,
      verdicts: { ...CALM.verdicts, gemini: verdict('gemini', 'unknown', { reason: 'not_allowed', checkedAt: null }) },
    },
    {
      options: { ...DEFAULT_OPTIONS, watched: ['claude', 'gemini'] },
      access: { chats: { claude: true, gemini: true }, pages: { gemini: false } },
    },
  ),
  offline: popup({ ...TROUBLE, isOnline: false }),
};

function withoutCore(report: ReturnType<typeof page>['report']) {
  return report === null ? null : { ...report, components: report.components.slice(1) };
}
