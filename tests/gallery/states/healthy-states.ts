import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, SHARED_PARTS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import { CALM, popup, verdict } from '../pieces';

const ALL = { ...DEFAULT_OPTIONS, watched: [...ASSISTANT_IDS] };

export const HEALTHY_STATES: Record<string, GalleryState> = {
  'healthy-managed': popup(CALM, {
    opened: ['claude', 'watched', 'banners'],
    preset: { parts: [...SHARED_PARTS], damaged: [] },
  }),
  'first-run': popup(EMPTY_STATUS, {
    access: { chats: { claude: false, chatgpt: false }, pages: { gemini: false }, evidence: false },
    opened: ['banners'],
  }),
  healthy: popup(CALM),
  'healthy-details': popup(CALM, { opened: ['claude'] }),
  'healthy-details-unknown-history': popup(CALM, { opened: ['chatgpt'] }),
  snoozed: popup({ ...CALM, snoozes: { claude: NOW + 227 * MINUTE } }, { opened: ['claude'] }),
  'none-watched': popup(EMPTY_STATUS, {
    options: { ...DEFAULT_OPTIONS, watched: [] },
    access: { chats: {}, pages: { gemini: false }, evidence: false },
    opened: ['watched'],
  }),
  'choose-assistants': popup(
    {
      ...CALM,
      verdicts: {
        ...CALM.verdicts,
        gemini: verdict('gemini', 'unknown', { reason: 'not_allowed', checkedAt: null }),
        copilot: verdict('copilot', 'operational'),
      },
    },
    {
      options: ALL,
      access: {
        chats: { claude: true, chatgpt: false, gemini: false, copilot: false },
        pages: { gemini: false },
        evidence: false,
      },
      opened: ['watched', 'banners'],
    },
  ),
};
