import { type Findings, NOTHING_FOUND } from '@/utils/model/diagnosis';
import type { EvidenceSuspicion } from '@/utils/model/evidence';
import type { CheckStageState, GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import { CALM, TROUBLE } from '../pieces';

const WELL: Findings = {
  browser: 'online',
  page: 'well',
  others: 'well',
  site: 'well',
  sends: { kind: 'well', suspicion: null },
  provider: { kind: 'well', level: 'operational', names: [] },
};
/** Four of the last five. */
const SEVERAL: EvidenceSuspicion = {
  source: 'evidence',
  what: 'send',
  failed: 4,
  of: 5,
  isSilent: false,
  since: NOW - 2 * MINUTE,
  until: NOW + 4 * MINUTE,
};
const SLOW = { kind: 'slow', suspicion: null, ms: 40_000, usualMs: 3_000 } as const;
const NOT_KNOWN: Findings['provider'] = { kind: 'unknown', level: 'unknown', names: [] };

function check(over: Partial<Findings>, state: Partial<CheckStageState> = {}): GalleryState {
  const findings = { ...WELL, ...over };
  return {
    surface: 'check',
    check: { running: null, findings },
    status: CALM,
    sees: null,
    text: '',
    actions: ['sign_in', 'reload'],
    ...state,
  };
}

const midway = { ...NOTHING_FOUND, browser: 'online', page: 'well', others: 'well' } as const;

export const CHECK_STATES: Record<string, GalleryState> = {
  'check-running': check(midway, { check: { running: 'site', findings: midway } }),
  'check-service': check(
    { provider: { kind: 'trouble', level: 'partial_outage', names: [] } },
    { status: TROUBLE, actions: ['sign_in', 'reload', 'await_recovery'] },
  ),
  'check-files-stay': check(
    { provider: { kind: 'trouble', level: 'partial_outage', names: [] } },
    { status: TROUBLE, actions: ['sign_in', 'reload', 'await_recovery'], refusal: 'files_stay' },
  ),
  'check-models': check({ provider: { kind: 'models', level: 'degraded', names: ['Opus 5.5'] } }, { status: TROUBLE }),
  'check-parts': check({ provider: { kind: 'parts', level: 'operational', names: ['Claude Cowork', 'Claude Code'] } }),
  'check-maintenance': check({ provider: { kind: 'maintenance', level: 'maintenance', names: [] } }),
  'check-service-possible': check(
    { site: 'error', sends: { kind: 'failed', suspicion: SEVERAL } },
    { actions: ['sign_in', 'reload', 'await_recovery'] },
  ),
  'check-connection': check({ page: 'none', others: 'none', site: 'none', sends: null, provider: NOT_KNOWN }),
  'check-offline': check({ ...NOTHING_FOUND, browser: 'offline', page: 'none', others: 'none' }),
  'check-network-between': check({ site: 'none' }),
  'check-limit': check({ sends: { kind: 'limited', suspicion: null } }),
  'check-limit-doubtful': check({ sends: { kind: 'limited_doubtful', suspicion: null } }),
  'check-conversation': check({ sends: { kind: 'conversation', suspicion: null } }),
  'check-conversation-only': check({ sends: { kind: 'conversation_only', suspicion: null } }),
  'check-tool': check({ sends: { kind: 'tool', suspicion: null } }),
  'check-answers-slow': check({ sends: SLOW }),
  'check-answers-slow-line-well': check({ sends: SLOW, line: { kind: 'well', ms: 300 } }),
  'check-answers-slow-maybe': check({ sends: { ...SLOW, kind: 'slow_maybe' } }),
  'check-line-slow': check({ sends: SLOW, line: { kind: 'slow', ms: 9_000 } }),
  'check-slow-everywhere': check({ sends: { ...SLOW, kind: 'slow_everywhere' } }),
  'check-cut-everywhere': check({ sends: { kind: 'cut_everywhere', suspicion: { ...SEVERAL, isSilent: true } } }),
  'check-signed-out': check({ sends: { kind: 'refused', suspicion: null } }),
  'check-nothing-found': check({}),
  'check-not-allowed': check(
    { site: 'not_allowed', sends: { kind: 'none', suspicion: null } },
    { actions: ['sign_in', 'allow_site'] },
  ),
  'check-unclear': check({ page: 'not_known', others: 'not_known', site: 'not_known', provider: NOT_KNOWN }),
  'check-error-text': check({}, { sees: 'error_text', text: 'API Error: 529 Overloaded' }),
  'check-error-text-limit': check({}, { sees: 'error_text', text: 'You’ve hit your limit. Try again at 4:20 PM' }),
  'check-error-text-unknown': check({}, { sees: 'error_text', text: 'Flux capacitor drained' }),
  'check-unsent-text': check({}, { sees: 'fails', actions: ['sign_in', 'reload', 'reload_anyway'] }),
  'check-awaited': check(
    { provider: { kind: 'trouble', level: 'major_outage', names: [] } },
    { status: { ...TROUBLE, awaited: { claude: { since: NOW, bringsForward: false } } } },
  ),
  'check-slow': check({}, { sees: 'slow' }),
  'check-slow-line-well': check({ line: { kind: 'well', ms: 300 } }, { sees: 'slow' }),
  'check-fails': check({}, { sees: 'fails' }),
  'check-sign-in': check({}, { sees: 'sign_in' }),
  'check-history': check({}, { sees: 'history' }),
  'check-choice': { surface: 'check-choice', watched: ['claude', 'chatgpt'] },
  'check-choice-nothing-watched': { surface: 'check-choice', watched: [] },
};
