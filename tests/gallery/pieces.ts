import { anEpisode, aVerdict, CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { EvidenceSuspicion, SlowSuspicion } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { Incident, Maintenance, Report } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import type { PopupAccess } from '@/utils/ui/popup/access';
import type { GalleryState, PopupState } from './gallery-state';
import { HOUR, MINUTE, NOW } from './moments';
import { PAST } from './past';

export const GRANTED: PopupAccess = {
  chats: { claude: true, chatgpt: true, gemini: true, copilot: true },
  pages: { gemini: true },
};

export function popup(status: Status, over: Partial<PopupState> = {}): GalleryState {
  return { surface: 'popup', status, options: DEFAULT_OPTIONS, access: GRANTED, opened: [], ...over };
}

export function incident(over: Partial<Incident> = {}): Incident {
  return {
    id: 'w7m2k0f4z1xq',
    kind: 'incident',
    title: 'Elevated errors on Claude Opus 5.5',
    impact: 'major',
    level: null,
    phase: 'identified',
    startedAt: NOW - 47 * MINUTE,
    updatedAt: NOW - 15 * MINUTE,
    resolvedAt: null,
    componentIds: [CLAUDE_CORE],
    updates: [
      {
        at: NOW - 15 * MINUTE,
        phase: 'identified',
        text: 'The issue has been identified and a fix is being implemented.',
      },
      { at: NOW - 33 * MINUTE, phase: null, text: 'Requests to other models are not affected.' },
      { at: NOW - 44 * MINUTE, phase: 'investigating', text: 'We are investigating elevated errors on claude.ai.' },
    ],
    url: 'https://status.claude.com/incidents/w7m2k0f4z1xq',
    isExplained: false,
    ...over,
  };
}

export function maintenance(over: Partial<Maintenance> = {}): Maintenance {
  return {
    id: 'm1',
    title: 'Database upgrade',
    phase: 'in_progress',
    startsAt: NOW - 30 * MINUTE,
    endsAt: NOW + 30 * MINUTE,
    componentIds: [CLAUDE_CORE],
    updates: [{ at: NOW - 30 * MINUTE, phase: 'in_progress', text: 'Some users will need to sign in again.' }],
    url: 'https://status.claude.com/incidents/m1',
    ...over,
  };
}

export function verdict(assistantId: AssistantId, level: Level, over: Partial<Verdict> = {}): Verdict {
  return aVerdict(level, { assistantId, checkedAt: NOW - 20_000, ...over });
}

export function episode(over: Partial<Episode> = {}): Episode {
  return anEpisode({
    startedAt: NOW - 47 * MINUTE,
    phase: 'identified',
    incidentIds: ['w7m2k0f4z1xq'],
    lastReadAt: NOW - 20_000,
    readings: 12,
    ...over,
  });
}

/** A successful reading that lists every component of its assistant. */
export function page(id: AssistantId, coreLevel: Level = 'operational', over: Partial<PageMemory> = {}): PageMemory {
  const { core, features, platform } = firstPageOf(id);
  const part = ({ id: partId, name }: { id: string; name: string }, level: Level) => ({
    id: partId,
    name,
    group: null,
    level,
    word: level,
  });
  const report: Report = {
    platform,
    lists: 'components',
    hasHistory: true,
    sourceUpdatedAt: NOW - HOUR,
    components: [...core.map((one) => part(one, coreLevel)), ...features.map((one) => part(one, 'operational'))],
    incidents: [],
    maintenances: [],
  };
  const readAt = NOW - 20_000;
  return { ...NEVER_READ, report, readAt, triedAt: readAt, listTriedAt: readAt, ...over };
}

/** Claude and ChatGPT up, both pages read. */
export const CALM: Status = {
  ...EMPTY_STATUS,
  tickedAt: NOW - 20_000,
  pages: { claude: page('claude'), chatgpt: page('chatgpt') },
  verdicts: { claude: verdict('claude', 'operational'), chatgpt: verdict('chatgpt', 'operational') },
  past: { claude: PAST },
};

/** The same with a partial outage of Claude. */
export const TROUBLE: Status = {
  ...CALM,
  pages: { ...CALM.pages, claude: page('claude', 'partial_outage') },
  verdicts: {
    ...CALM.verdicts,
    claude: verdict('claude', 'partial_outage', {
      since: NOW - 47 * MINUTE,
      incidents: [incident()],
      models: ['Opus 5.5'],
    }),
  },
  episodes: { claude: episode() },
};

/** Four of the last five messages failed. */
export const SUSPICION: EvidenceSuspicion = {
  source: 'evidence',
  what: 'send',
  failed: 4,
  of: 5,
  isSilent: false,
  since: NOW - 2 * MINUTE,
  until: NOW + 4 * MINUTE,
};

/** The last three answers began late. */
export const SLOW: SlowSuspicion = {
  source: 'slow',
  ms: 14_200,
  usualMs: 3_100,
  since: NOW - 2 * MINUTE,
  until: NOW + 4 * MINUTE,
};

/** The same while the status page cannot be read. */
export const SUSPECTED: Partial<Verdict> = { kind: 'suspected', suspicion: SUSPICION };

/** The calm state with another verdict on Claude. */
export function withClaude(level: Level, over: Partial<Verdict> = {}, status: Status = CALM): Status {
  return { ...status, verdicts: { ...status.verdicts, claude: verdict('claude', level, over) } };
}
