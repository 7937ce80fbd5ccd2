import type { Assistant } from '@/utils/model/assistant';
import type { EvidenceEvent, SeenRequest } from '@/utils/model/evidence';

/** Words of Chromium and Firefox for "somebody here ended it": the person, the page, or a blocker. */
const ENDED_HERE = /ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** And for "this machine has no way out": the person's own line. */
const OWN_LINE = /INTERNET_DISCONNECTED|NETWORK_CHANGED|NAME_NOT_RESOLVED|UNKNOWN_HOST|PROXY|OFFLINE/;

function outcomeOf({ status, error }: SeenRequest): EvidenceEvent['outcome'] | null {
  if (error !== null) return ENDED_HERE.test(error) || OWN_LINE.test(error) ? null : 'failed';
  if (status === null) return null;
  if (status === 429) return 'limited';
  if (status >= 500) return 'failed';
  // A sign-in or a challenge says nothing of an outage, but it helps whoever asks what is wrong.
  if (status === 401 || status === 403) return 'refused';
  // 404 is a changed address.
  return status < 400 ? 'ok' : null;
}

/** What a request says of an assistant; null when it says nothing. `at` is when it ended. */
export function classifyRequest(assistant: Assistant, request: SeenRequest, at: number): EvidenceEvent | null {
  if (!URL.canParse(request.url)) return null;
  const { host, pathname } = new URL(request.url);
  const isPage =
    request.isMainFrame && assistant.chatSites.some((site) => site.host === host && pathname.startsWith(site.path));
  const isSend =
    request.method === 'POST' &&
    assistant.sendPaths.some((path) => path.host === host && new RegExp(path.pattern).test(pathname));
  if (!isPage && !isSend) return null;
  const outcome = outcomeOf(request);
  if (outcome === null) return null;
  const how = outcome !== 'failed' ? null : request.status === null ? 'cut' : 'answered';
  return { at, what: isSend ? 'send' : 'page', outcome, status: request.status, how };
}
