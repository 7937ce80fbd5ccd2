import * as clock from '@/utils/browser/clock';
import { mayReadOpinion, readOpinion } from '@/utils/browser/page-requests';
import { requestAccess } from '@/utils/browser/permissions';
import { patternOf } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionAnswer, OpinionSourceId, OpinionState, SourceAnswer } from '@/utils/model/opinion';
import type { Options } from '@/utils/model/options';
import type { OpinionSource } from '@/utils/opinions/source';
import { OPINION_SOURCES, sourcesAbout } from '@/utils/opinions/sources';

/** The answer is shown within two seconds, whatever the sources do. */
const SOURCE_LIMIT_MS = 1_800;

/** What asking needs of the browser. Tests replace it. */
export interface OpinionBrowser {
  /** Epoch milliseconds. */
  now(): number;
  /** Asks the user for access. Resolves to whether all of it is granted now. */
  requestAccess(patterns: readonly string[]): Promise<boolean>;
  mayRead(host: string): Promise<boolean>;
  /** One document; null where there is none. Rejects when it is aborted. */
  read(url: string, signal: AbortSignal): Promise<string | null>;
}

const realBrowser: OpinionBrowser = { now: clock.now, requestAccess, mayRead: mayReadOpinion, read: readOpinion };

/** Reads one source. Its requests are aborted at the time limit; what has arrived by then counts. Never rejects. */
async function askOne(source: OpinionSource, id: AssistantId, browser: OpinionBrowser): Promise<OpinionAnswer> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), SOURCE_LIMIT_MS);
  const late = new Promise<null>((resolve) => limit.signal.addEventListener('abort', () => resolve(null)));
  // A request that ignores the abort is not waited for.
  const readIt = (url: string) => Promise.race([browser.read(url, limit.signal).catch(() => null), late]);
  try {
    const bodies = await Promise.all(source.addresses(id).map(readIt));
    const reading = source.parse(id, bodies);
    if (reading !== null) return { kind: 'said', ...reading, readAt: browser.now() };
    return { kind: 'silent', why: limit.signal.aborted ? 'too_late' : 'unreadable' };
  } catch {
    return { kind: 'silent', why: 'unreadable' };
  } finally {
    clearTimeout(timer);
  }
}

/** The sources that "Ask others" would read about an assistant: those that the user has not switched off. */
export function askableSources(id: AssistantId, { opinionSources }: Pick<Options, 'opinionSources'>): OpinionSource[] {
  return sourcesAbout(id, opinionSources);
}

/** What the pages show of a source. */
export type AskedSource = Pick<OpinionSource, 'id' | 'name'>;

/** Every source, to choose from. */
export const allSources = (): readonly AskedSource[] => Object.values(OPINION_SOURCES);

export const sourceName = (id: OpinionSourceId): string => OPINION_SOURCES[id].name;

/**
 * Asks the sources about an assistant, once. Calls back with each state. Must be called within a click, before anything
 * is awaited: browsers grant access only there. Nothing is requested of a source without access. Never rejects.
 */
export async function askOthers(
  id: AssistantId,
  sources: readonly OpinionSource[],
  onState: (state: OpinionState) => void,
  browser: OpinionBrowser = realBrowser,
): Promise<void> {
  // What was granted before stays granted when the user refuses the rest.
  const asked = browser.requestAccess(sources.map(({ host }) => patternOf(host))).catch(() => false);
  onState({ kind: 'asking' });
  await asked;
  const granted = await Promise.all(sources.map(({ host }) => browser.mayRead(host)));
  if (!granted.includes(true)) {
    onState({ kind: 'refused' });
    return;
  }
  const answers = await Promise.all(
    sources.map(async (source, index): Promise<SourceAnswer> => {
      const { id: sourceId, isIndependent } = source;
      const answer: OpinionAnswer = granted[index]
        ? await askOne(source, id, browser)
        : { kind: 'silent', why: 'not_allowed' };
      return { id: sourceId, isIndependent, answer };
    }),
  );
  onState({ kind: 'answered', answers });
}
