import type { EvidenceMemory, RequestTiming, SeenRequest } from '@/utils/model/evidence';
import type { Source } from './classify';
import { reduceRequestEvent } from './requests';

/** The stages that a request went through, as the browser would have reported them, at these epoch milliseconds. */
interface Stages {
  sent: SeenRequest;
  answered: SeenRequest;
  ended: SeenRequest;
}

const stampOf = ({ stamp = 0 }: SeenRequest): number => stamp;

/**
 * A request of a page's own Resource Timing that ended at `endedAt`, epoch milliseconds. Its method is not listed: what is
 * no load of a page counts as a message.
 */
export function stagesOfTiming(
  { path, isPage, status, firstByteMs, lengthMs }: RequestTiming,
  host: string,
  tabId: number,
  endedAt: number,
): Stages {
  const method = isPage ? 'GET' : 'POST';
  const request = {
    id: `timing-${tabId}-${endedAt}`,
    url: `https://${host}${path}`,
    method,
    isMainFrame: isPage,
    tabId,
  };
  const answeredAt = endedAt - lengthMs;
  return {
    sent: { ...request, stage: 'sent', stamp: answeredAt - firstByteMs },
    answered: { ...request, stage: 'answered', status, stamp: answeredAt },
    ended: { ...request, stage: 'ended', status, error: null, stamp: endedAt },
  };
}

/** The evidence after a request that is known from a page's Resource Timing. */
export function reduceTiming(
  memory: EvidenceMemory,
  source: Source,
  { tabPath, ...stages }: Stages & { tabPath?: string | undefined },
): EvidenceMemory {
  const all: SeenRequest[] = [{ ...stages.sent, tabPath }, stages.answered, stages.ended];
  return all.reduce((before, request) => reduceRequestEvent(before, source, request, stampOf(request)), memory);
}
