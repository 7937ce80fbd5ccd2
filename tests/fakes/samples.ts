import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId, StatusPage } from '@/utils/model/assistant';
import type { DraftTransfer } from '@/utils/model/drafts';
import type { Episode } from '@/utils/model/episode';
import type { Level } from '@/utils/model/level';
import type { Incident, Report, StatusComponent } from '@/utils/model/report';
import { NEVER_READ, type OwnPage, type PageMemory } from '@/utils/model/status-page';
import { nothingFound, type Verdict } from '@/utils/model/verdict';

/** Noon, UTC, on an arbitrary day. */
export const NOON = Date.UTC(2026, 4, 20, 12);
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The first candidate of an assistant that has one. */
export function firstPageOf(id: AssistantId, registry = BUILT_IN): StatusPage {
  const [page] = registry.get(id).statusPages;
  if (page === undefined) throw new Error(`${id} has no status page`);
  return page;
}

/** The id of the first core component. */
export function firstCoreOf(id: AssistantId, registry = BUILT_IN): string {
  const [part] = firstPageOf(id, registry).core;
  if (part === undefined) throw new Error(`The core of ${id} is not known`);
  return part.id;
}

export const CLAUDE_CORE = firstCoreOf('claude');

export function aComponent(level: Level = 'operational', over: Partial<StatusComponent> = {}): StatusComponent {
  return { id: CLAUDE_CORE, name: 'claude.ai', group: null, level, word: level, ...over };
}

/** Open for 20 minutes, naming Claude's chat. */
export function anIncident(over: Partial<Incident> = {}): Incident {
  return {
    id: 'incident-1',
    kind: 'incident',
    title: 'Replies fail for many people',
    impact: 'major',
    level: null,
    phase: 'investigating',
    startedAt: NOON - 20 * MINUTE,
    updatedAt: NOON - 5 * MINUTE,
    resolvedAt: null,
    isExplained: false,
    componentIds: [CLAUDE_CORE],
    updates: [{ at: NOON - 5 * MINUTE, phase: 'investigating', text: 'We are looking into it.' }],
    url: null,
    ...over,
  };
}

export function aReport(over: Partial<Report> = {}): Report {
  return {
    platform: 'statuspage',
    lists: 'components',
    sourceUpdatedAt: NOON,
    hasHistory: false,
    components: [aComponent()],
    incidents: [],
    maintenances: [],
    ...over,
  };
}

/** A custom page of the user. */
export const HOUSE_BOT: OwnPage = {
  id: 'page:1',
  name: 'House bot',
  platform: 'statuspage',
  address: 'https://status.house.example/',
  pageId: null,
  isCorsOpen: true,
  core: [{ id: 'c1', name: 'Bot' }],
  features: [],
  chatUrl: 'https://chat.house.example/bot',
};

/** Read a minute before noon. */
export function aMemory(over: Partial<PageMemory> = {}): PageMemory {
  const readAt = NOON - MINUTE;
  return { ...NEVER_READ, report: aReport(), readAt, triedAt: readAt, listTriedAt: readAt, ...over };
}

export function aVerdict(level: Level = 'operational', over: Partial<Verdict> = {}): Verdict {
  const kinds = { operational: 'up', maintenance: 'maintenance', unknown: 'unknown' } as const;
  return {
    assistantId: 'claude',
    kind: kinds[level as keyof typeof kinds] ?? 'trouble',
    level,
    reason: level === 'unknown' ? 'unreachable' : null,
    checkedAt: NOON,
    failure: null,
    ...nothingFound(),
    ...over,
  };
}

export function anEpisode(over: Partial<Episode> = {}): Episode {
  return {
    id: 'claude-1',
    seenAt: NOON - 15 * MINUTE,
    startedAt: NOON - 20 * MINUTE,
    isStartKnown: true,
    sensedAt: null,
    level: 'partial_outage',
    peak: 'partial_outage',
    phase: 'investigating',
    incidentIds: ['incident-1'],
    onlyParts: [],
    lastReadAt: NOON - MINUTE,
    readings: 1,
    reopened: 0,
    toldLevel: 'partial_outage',
    isTold: true,
    ...over,
  };
}

/** A draft on its way from Claude to ChatGPT, which no tab has yet. */
export function aTransfer(over: Partial<DraftTransfer> = {}): DraftTransfer {
  return {
    state: 'in_transit',
    id: 1,
    from: 'claude',
    to: 'chatgpt',
    text: 'Hello',
    startedAt: NOON,
    tabId: null,
    originTabId: null,
    isPrivate: false,
    ...over,
  };
}
