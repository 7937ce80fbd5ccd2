import { createHash } from 'node:crypto';
import type { PageState } from './page-state';
import type { LoopbackPage } from './pages/loopback-page';
import { htmlReply, jsonReply, type Reply, xmlReply } from './reply';
import { statusHome } from './status-home';

/** The correct answer of a status page. `path` has no query. */
export function pageReply(page: LoopbackPage, state: PageState, path: string, ifNoneMatch: string | null): Reply {
  const { dialect } = page;
  const document = dialect.documents(page, state)[path];
  if (document === undefined) {
    const isForPeople = path === page.home || path.startsWith(`${page.home}incidents/`);
    if (!isForPeople) return htmlReply('<!doctype html><p>Not here.</p>', {}, 404);
    // A cookie that readings must not send back.
    return htmlReply(statusHome(page, state), { 'set-cookie': 'visitor=1; Path=/; Secure; SameSite=None' });
  }
  const reply =
    typeof document === 'string' ? xmlReply(document, dialect.headers) : jsonReply(document, dialect.headers);
  if (dialect.validators === 'none') return reply;
  if (dialect.validators === 'unheeded') {
    return { ...reply, headers: { ...reply.headers, 'last-modified': new Date(state.updatedAt).toUTCString() } };
  }
  const etag = `W/"${createHash('sha256').update(reply.body).digest('hex').slice(0, 32)}"`;
  if (ifNoneMatch === etag) return { status: 304, headers: { ...dialect.headers, etag }, body: '' };
  return { ...reply, headers: { ...reply.headers, etag } };
}
