import type { ServerResponse } from 'node:http';
import type { PageBehavior } from './behavior';
import { incidentioFormat } from './incidentio-documents';
import { misbehave } from './misbehave';
import { pageReply } from './page-reply';
import type { ComponentState, PageState } from './page-state';
import type { LoopbackPage } from './pages/loopback-page';
import { sendReply } from './reply';
import type { LoggedRequest } from './request-log';

/** Behaviors that leave the answer intact, so a conditional request may get 304. */
const WHOLE: ReadonlySet<PageBehavior['kind']> = new Set(['well', 'slow', 'empty', 'wrong-page', 'older-copy']);

export function answerPage(
  page: LoopbackPage,
  state: PageState,
  behavior: PageBehavior,
  { headers, host, method, path }: LoggedRequest,
  response: ServerResponse,
): void {
  if (host !== page.host) {
    const location = `https://${page.host}${path}`;
    sendReply({ status: 301, headers: { ...page.format.headers, location }, body: '' }, response);
  } else if (method !== 'GET' && method !== 'HEAD') {
    // Status pages must be read with simple requests only. A preflight request fails here.
    sendReply({ status: 405, headers: {}, body: '' }, response);
  } else {
    const document = path.replace(/\?.*$/, '');
    const known = WHOLE.has(behavior.kind) ? headers.ifNoneMatch : null;
    const reply = pageReply(breakPageReply(page, behavior), brokenState(page, state, behavior), document, known);
    misbehave(behavior, reply, response);
  }
}

function breakPageReply(page: LoopbackPage, { kind }: PageBehavior): LoopbackPage {
  if (kind === 'incidentio') return { ...page, id: '01K0M0VED0T0AN0THERMAKER00', format: incidentioFormat };
  return kind === 'wrong-page' ? { ...page, id: 'another-page', name: 'Another page' } : page;
}

function brokenState({ format }: LoopbackPage, state: PageState, { kind }: PageBehavior): PageState {
  if (kind === 'empty') return { ...state, components: [] };
  return kind === 'wrong-page' && format.isAnonymous ? withOtherIds(state) : state;
}

/** The document of another page of the same provider: its components have other ids. */
function withOtherIds(state: PageState): PageState {
  const rename = ({ component, ...rest }: ComponentState) => ({
    ...rest,
    component: { ...component, id: `another-${component.id}` },
  });
  const incidents = state.incidents.map((incident) => ({ ...incident, components: incident.components.map(rename) }));
  return { ...state, components: state.components.map(rename), incidents };
}
