import type { LimitEnd } from '@/utils/model/limit';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { GalleryState } from '../gallery-state';
import { DAY, MINUTE, NOW } from '../moments';
import { CALM, popup, verdict } from '../pieces';

const limit = (forMs: number, isAwaited = false): LimitEnd => ({ until: NOW + forMs, saidAt: NOW, isAwaited });

export const HEALTHY_STATES: Record<string, GalleryState> = {
  'first-run': popup(EMPTY_STATUS, {
    access: { chats: { claude: false, chatgpt: false }, pages: { gemini: false } },
  }),
  healthy: popup(CALM),
  'healthy-conversation': popup(CALM, { front: 'claude', readable: ['claude'] }),
  'healthy-details': popup(CALM, { opened: ['claude'] }),
  'healthy-details-unknown-history': popup(CALM, { opened: ['chatgpt'] }),
  // 14:13 and 127 min are 16:20.
  limit: popup({ ...CALM, limits: { claude: limit(127 * MINUTE) } }),
  'limit-awaited': popup({ ...CALM, limits: { claude: limit(127 * MINUTE, true) } }),
  'limit-on-another-day': popup({ ...CALM, limits: { chatgpt: limit(3 * DAY) } }, { opened: ['chatgpt'] }),
  snoozed: popup({ ...CALM, snoozes: { claude: NOW + 227 * MINUTE } }, { opened: ['claude'] }),
  'none-watched': popup(EMPTY_STATUS, {
    options: { ...DEFAULT_OPTIONS, watched: [] },
    access: { chats: {}, pages: { gemini: false } },
  }),
  'banner-offer': popup(CALM, { access: { chats: { claude: false, chatgpt: false }, pages: {} } }),
  'banner-offer-wide': popup(
    { ...CALM, verdicts: { copilot: verdict('copilot', 'operational') } },
    { options: { ...DEFAULT_OPTIONS, watched: ['copilot'] }, access: { chats: { copilot: false }, pages: {} } },
  ),
};
