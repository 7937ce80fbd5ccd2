import type { Assistant, SendPath } from '@/utils/model/assistant';
import type { EvidenceKind, SeenRequest } from '@/utils/model/evidence';

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame'>;

const lies = (paths: readonly SendPath[], host: string, pathname: string): boolean =>
  paths.some((path) => path.host === host && new RegExp(path.pattern).test(pathname));

/** What a request was for, where it can be evidence on this assistant; null where it cannot. */
export function purposeOf(assistant: Assistant, { url, method, isMainFrame }: Asked): EvidenceKind | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  if (method === 'POST' && lies(assistant.sendPaths, host, pathname)) return 'send';
  if (method === 'POST' && lies(assistant.signInPaths, host, pathname)) return 'sign_in';
  const isChat = assistant.chatSites.some((site) => site.host === host && pathname.startsWith(site.path));
  return isMainFrame && isChat ? 'page' : null;
}
