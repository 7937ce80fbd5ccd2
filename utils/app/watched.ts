import { assistantOf } from '@/utils/assistants/everyone';
import { consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { isInTrouble, type Status } from '@/utils/model/status';
import { isAssistantWay } from '@/utils/model/way';
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

/** Of the person's alternatives only these many are ever read, and only when someone is down or looked for. */
const ALTERNATIVES_READ = 3;

/** In trouble, or somebody waits for the end of one. */
function isTroubled(status: Status, id: AssistantId): boolean {
  return isInTrouble(status, id) || status.awaited[id] !== undefined;
}

const hasPage = (id: AssistantId): boolean => assistantOf(id).statusPages.length > 0;

/** Those who are not watched, but whose page is read so that what is suggested is known to be up. */
function alternativesToRead(status: Status, { watched, planB }: Options, occasion: Occasion): AssistantId[] {
  const isLooking = occasion === 'glance' || occasion === 'asked';
  const isWanted = isLooking || watched.some((id) => isTroubled(status, id));
  if (!isWanted) return [];
  return planB
    .filter(isAssistantWay)
    .slice(0, ALTERNATIVES_READ)
    .filter((id) => !watched.includes(id) && hasPage(id));
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
  // Where tabs cannot be seen, none counts as open.
  const open = new Set(await ports.openPatterns(options.watched.flatMap(placesOf)).catch(() => []));
  const attentionTo = (id: AssistantId): Attention => {
    if (occasion === 'asked') return 'asked';
    const isOpen = placesOf(id).some((pattern) => open.has(pattern));
    const episode = status.episodes[id];
    // A slow-down is told when a second reading shows it too.
    const isKnown = episode && (episode.isTold || episode.readings > 1);
    if (status.awaited[id] || (!isKnown && (isOpen || isInTrouble(status, id)))) return 'close';
    if (isOpen) return 'followed';
    if (occasion !== 'alarm') return 'glanced';
    return isKnown ? 'troubled' : 'calm';
  };
  const page = (id: AssistantId, attention: Attention): WatchedPage => ({
    id,
    memory: status.pages[id],
    attention,
    floors: pollFloorsOf(assistantOf(id)),
  });
  return [
    ...options.watched.filter(hasPage).map((id) => page(id, attentionTo(id))),
    ...alternativesToRead(status, options, occasion).map((id) => page(id, 'alternative')),
  ];
}
