import { createHash } from 'node:crypto';
import type { PageState } from './page-state';
import type { LoopbackPage } from './pages/loopback-page';
import { htmlReply, jsonReply, type Reply, xmlReply } from './reply';
import { statusHome } from './status-home';

/** The correct answer of a status page. `path` has no query. */
export function pageReply(page: LoopbackPage, state: PageState, path: string, ifNoneMatch: string | null): Reply {
  const { format } = page;
  const document = format.documents(page, state)[path];
  if (document === undefined) {
    const isForPeople = path === page.home || path.startsWith(`${page.home}incidents/`);
    if (!isForPeople) return htmlReply('<!doctype html><p>Not here.</p>', {}, 404);
    // A cookie that readings must not send back.
    return htmlReply(statusHome(page, state), { 'set-cookie': 'visitor=1; Path=/; Secure; SameSite=None' });
  }
  const reply = typeof document === 'string' ? xmlReply(document, format.headers) : jsonReply(document, format.headers);
  if (format.validators === 'none') return reply;
  if (format.validators === 'ignored') {
    return { ...reply, headers: { ...reply.headers, 'last-modified': new Date(state.updatedAt).toUTCString() } };
  }
  const etag = `W/"${createHash('sha256').update(reply.body).digest('hex').slice(0, 32)}"`;
  if (ifNoneMatch === etag) return { status: 304, headers: { ...format.headers, etag }, body: '' };
  return { ...reply, headers: { ...reply.headers, etag } };
}
