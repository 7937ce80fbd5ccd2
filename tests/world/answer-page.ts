import type { ServerResponse } from 'node:http';
import type { PageBehaviour } from './behaviour';
import { misbehave } from './misbehave';
import { pageReply } from './page-reply';
import type { PageState } from './page-state';
import type { WorldPage } from './pages/world-page';
import { sendReply } from './reply';
import type { LoggedRequest } from './request-log';

export function answerPage(
  page: WorldPage,
  state: PageState,
  behaviour: PageBehaviour,
  { headers, host, method, path }: LoggedRequest,
  response: ServerResponse,
): void {
  if (host !== page.host) {
    const location = `https://${page.host}${path}`;
    sendReply({ status: 301, headers: { ...page.dialect.headers, location }, body: '' }, response);
  } else if (method !== 'GET' && method !== 'HEAD') {
    // Status pages are read with simple requests only; one that a browser has to ask for first fails here.
    sendReply({ status: 405, headers: {}, body: '' }, response);
  } else {
    const document = path.replace(/\?.*$/, '');
    const isWhole = behaviour.kind !== 'truncated' && behaviour.kind !== 'wrong-type';
    const known = isWhole ? headers.ifNoneMatch : null;
    const reply = pageReply(spoilt(page, behaviour), spoiltState(state, behaviour), document, known);
    misbehave(behaviour, reply, response);
  }
}

function spoilt(page: WorldPage, { kind }: PageBehaviour): WorldPage {
  return kind === 'wrong-page' ? { ...page, id: 'another-page', name: 'Another page' } : page;
}

function spoiltState(state: PageState, { kind }: PageBehaviour): PageState {
  return kind === 'empty' ? { ...state, components: [] } : state;
}
