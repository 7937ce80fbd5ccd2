import { assistantOf } from '@/utils/assistants/everyone';
import { consolePatterns, openChatPatterns, patternOf } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { currentPageOf, isInTrouble, type Status } from '@/utils/model/status';
import { isAssistantWay } from '@/utils/model/way';
import { alternativesToRead } from '@/utils/rules/alternatives-to-read';
import { leaningOf } from '@/utils/rules/leaning';
import type { Attention, WatchedPage } from '@/utils/rules/plan-polls';
import { pollFloorsOf } from './poll-floors';
import type { Ports } from './ports';

/** Why a round is made, beyond that its time has come. */
export type Occasion =
  | 'alarm'
  /** The browser has started, is online again, or the person has chosen or granted something. */
  | 'woken'
  /** The person has opened our popup. */
  | 'glance'
  /** The person has pressed refresh. */
  | 'asked';

/** In trouble, or somebody waits for the end of one. */
function isTroubled(status: Status, id: AssistantId): boolean {
  return isInTrouble(status, id) || status.awaited[id] !== undefined;
}

const hasPage = (id: AssistantId): boolean => assistantOf(id).statusPages.length > 0;

/** Fallbacks are of interest while a watched assistant is in trouble, and when the user looks at them. */
function areAlternativesWanted(status: Status, { watched }: Options, occasion: Occasion): boolean {
  return occasion === 'glance' || occasion === 'asked' || watched.some((id) => isTroubled(status, id));
}

/** Whether a status page can be read at all: there is one, and it is open to everybody or its host was granted. */
async function isReadable(ports: Ports, status: Status, id: AssistantId): Promise<boolean> {
  const page = currentPageOf(status, assistantOf(id));
  if (page === null) return false;
  return page.isCorsOpen || (await ports.hasAccess(page.hosts.map(patternOf)).catch(() => false));
}

/** The fallbacks that are not watched and can be read, in the user's order. What depends on a failing one is no fallback. */
async function readableAlternatives(ports: Ports, status: Status, { watched, planB }: Options) {
  const isDependent = (id: AssistantId) => leaningOf(assistantOf(id), status, ports.now()) !== null;
  const candidates = planB.filter(isAssistantWay).filter((id) => !watched.includes(id) && !isDependent(id));
  const areReadable = await Promise.all(candidates.map((id) => isReadable(ports, status, id)));
  return candidates.filter((_, index) => areReadable[index]);
}

/** What the plan needs to know of each page that is of interest now. Never rejects. */
export async function watchedPages(
  ports: Ports,
  status: Status,
  options: Options,
  occasion: Occasion,
): Promise<WatchedPage[]> {
  const placesOf = (id: AssistantId) => {
    const assistant = assistantOf(id);
    return [...openChatPatterns(assistant), ...consolePatterns(assistant, options.parts[id] ?? [])];
  };
  // Where tabs can't be listed, none counts as open.
  const open = new Set(await ports.openPatterns(options.watched.flatMap(placesOf)).catch(() => []));
  const areWanted = areAlternativesWanted(status, options, occasion);
  const alternatives = areWanted ? await readableAlternatives(ports, status, options) : [];
  const attentionTo = (id: AssistantId): Attention => {
    if (occasion === 'asked') return 'asked';
    const isOpen = placesOf(id).some((pattern) => open.has(pattern));
    const episode = status.episodes[id];
    // A slow-down is told when a second reading shows it too.
    const isKnown = episode && (episode.isTold || episode.readings > 1);
    if (status.awaited[id] || (!isKnown && (isOpen || isInTrouble(status, id)))) return 'close';
    if (isOpen) return 'followed';
    if (occasion !== 'alarm') return 'glanced';
    if (isKnown) return 'troubled';
    // A watched fallback must be read as often as any other, or it cannot be suggested between two calm readings.
    return areWanted && options.planB.includes(id) ? 'alternative' : 'calm';
  };
  const page = (id: AssistantId, attention: Attention): WatchedPage => ({
    id,
    memory: status.pages[id],
    attention,
    floors: pollFloorsOf(assistantOf(id)),
  });
  return [
    ...options.watched.filter(hasPage).map((id) => page(id, attentionTo(id))),
    ...alternativesToRead(alternatives, status, ports.now()).map((id) => page(id, 'alternative')),
  ];
}
