import type { Assistant } from '@/utils/model/assistant';
import { isOnPath, type SendPath } from '@/utils/model/chat-site';
import type { EvidenceKind, SeenRequest } from '@/utils/model/evidence';
import { parseUrl } from '@/utils/model/parse-url';

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame'>;

/** What a request was for, and the pattern of ours that says so; null for the chat itself, which needs none. */
export interface Purpose {
  what: EvidenceKind;
  pattern: string | null;
}

const patternIn = (paths: readonly SendPath[], { host, pathname }: URL): string | undefined =>
  paths.find((path) => path.host === host && new RegExp(path.pattern).test(pathname))?.pattern;

/** Null where a request cannot be evidence on this assistant. */
export function purposeOf(assistant: Assistant, { url, method, isMainFrame }: Asked): Purpose | null {
  const address = parseUrl(url);
  if (address === null) return null;
  const { host, pathname } = address;
  if (method === 'POST') {
    const sent = patternIn(assistant.sendPaths, address);
    if (sent !== undefined) return { what: 'send', pattern: sent };
    const signedIn = patternIn(assistant.signInPaths, address);
    if (signedIn !== undefined) return { what: 'sign_in', pattern: signedIn };
  }
  const isChat = assistant.chatSites.some((site) => site.host === host && isOnPath(pathname, site.path));
  return isMainFrame && isChat ? { what: 'page', pattern: null } : null;
}
