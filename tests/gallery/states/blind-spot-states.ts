import { NO_SIGHTINGS, type Sightings } from '@/utils/model/blind-spot';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { NOTHING_LOADED, type OptionsData, optionsPlace } from '@/utils/ui/options/state';
import type { GalleryState } from '../gallery-state';
import { DAY, HOUR, MINUTE, NOW } from '../moments';
import { CALM, page, popup, verdict, withClaude } from '../pieces';

const seen = (over: Partial<Sightings>): Sightings => ({ ...NO_SIGHTINGS, ...over });
const withSeen = (status: Status, over: Partial<Sightings>): Status => ({
  ...status,
  sightings: { claude: seen(over) },
});

const MOVED: Status = {
  ...withSeen(withClaude('unknown', { reason: 'moved', failure: 'moved', checkedAt: NOW - 9 * HOUR }), {
    fault: { kind: 'moved', since: NOW - 9 * HOUR, tries: 30 },
  }),
  pages: { claude: { ...page('claude'), failure: { kind: 'moved' }, failures: 30 }, chatgpt: page('chatgpt') },
};

const WATCHED: Options = {
  ...DEFAULT_OPTIONS,
  watched: ['claude', 'chatgpt', 'copilot', 'gemini'],
  planB: ['mistral'],
};

const WORKING = seen({
  sentAt: NOW - 12 * MINUTE,
  composer: { foundAt: NOW - 2 * DAY, missedAt: null },
  content: { hash: 1, changedAt: NOW - DAY },
});

const HEALTHY: OptionsData['status'] = {
  ...CALM,
  pages: { claude: page('claude'), chatgpt: page('chatgpt'), copilot: page('copilot'), gemini: page('gemini') },
  sightings: { claude: WORKING, chatgpt: WORKING, copilot: seen({}), gemini: seen({}), mistral: seen({}) },
};

const BLIND: OptionsData['status'] = {
  ...HEALTHY,
  missedAlarm: { firstAt: NOW - 3 * HOUR, lastAt: NOW - 20 * MINUTE },
  verdicts: { ...CALM.verdicts, claude: verdict('claude', 'operational', { isMatchedByName: true }) },
  pages: {
    ...HEALTHY.pages,
    chatgpt: { ...page('chatgpt'), failure: { kind: 'challenge' }, failures: 70, readAt: NOW - 2 * DAY },
    gemini: { ...page('gemini'), failure: { kind: 'not_allowed' }, readAt: NOW - 5 * HOUR },
  },
  sightings: {
    claude: { ...WORKING, fault: { kind: 'by_name', since: NOW - 5 * HOUR, tries: 60 } },
    chatgpt: seen({
      fault: { kind: 'guarded', since: NOW - 2 * DAY, tries: 70 },
      chat: { isHeld: false, since: NOW - 4 * HOUR },
      visits: { days: 3, lastDay: NOW },
    }),
    copilot: seen({ content: { hash: 2, changedAt: NOW - 41 * DAY } }),
    gemini: seen({ page: { isHeld: false, since: NOW - 5 * HOUR } }),
    mistral: seen({ composer: { foundAt: null, missedAt: NOW - 26 * HOUR } }),
  },
};

function whatWorks(hash: string, status: OptionsData['status']): GalleryState {
  const grants = {
    origins: ['https://claude.ai/*', 'https://github.com/*', 'https://www.google.com/*', 'https://gemini.google.com/*'],
    hasEvidence: true,
  };
  const place = optionsPlace(hash);
  return {
    surface: 'options',
    data: { ...NOTHING_LOADED, isLoaded: true, place, granted: [], grants, options: WATCHED, status },
  };
}

export const BLIND_SPOT_STATES: Record<string, GalleryState> = {
  'blind-page-moved': popup(MOVED),
  'blind-chat-access-lost': popup(withSeen(CALM, { chat: { isHeld: false, since: NOW - 4 * HOUR } })),
  'blind-page-frozen': popup(
    {
      ...CALM,
      pages: { ...CALM.pages, claude: page('claude', 'operational', { readAt: NOW - 20_000 }) },
      sightings: {
        claude: seen({ content: { hash: 1, changedAt: NOW - 41 * DAY } }),
        chatgpt: seen({ content: { hash: 2, changedAt: NOW - DAY } }),
      },
    },
    { options: { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt'] } },
  ),
  'blind-alarm-missing': popup({ ...CALM, missedAlarm: { firstAt: NOW - 3 * HOUR, lastAt: NOW - 20 * MINUTE } }),
  'options-what-works': whatWorks('#what-works', HEALTHY),
  'options-what-works-blind': whatWorks('#what-works', BLIND),
  'options-report': whatWorks('#report', HEALTHY),
};
