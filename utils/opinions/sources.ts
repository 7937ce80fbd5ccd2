import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionSourceId } from '@/utils/model/opinion';
import { aiwatch } from './aiwatch';
import { isitdownstatus } from './isitdownstatus';
import { openrouter } from './openrouter';
import type { OpinionSource } from './source';

/** Every source. A new one is a file and a line here, and its id in `OPINION_SOURCE_IDS`. */
export const OPINION_SOURCES: Readonly<Record<OpinionSourceId, OpinionSource>> = {
  openrouter,
  isitdownstatus,
  aiwatch,
};

/**
 * The chosen sources that know an assistant. Empty if none of them is independent: one that repeats the status page is no
 * second opinion.
 */
export function sourcesAbout(id: AssistantId, chosen: readonly OpinionSourceId[]): OpinionSource[] {
  const sources = Object.values(OPINION_SOURCES).filter(
    (source) => chosen.includes(source.id) && source.addresses(id).length > 0,
  );
  return sources.some(({ isIndependent }) => isIndependent) ? sources : [];
}
