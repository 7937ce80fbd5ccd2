import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SendBehaviour, SiteBehaviour } from '@/tests/world/behaviour';
import { htmlReply, jsonReply, sendReply } from '@/tests/world/reply';
import { chatPage } from './chat-page';
import { streamAnswer } from './stream-answer';
import type { WorldSite } from './world-site';

const NOT_A_PAGE = /^\/(api|backend-)|\.\w+$/;

export function answerSite(
  site: WorldSite,
  { load, send }: { load: SiteBehaviour; send: SendBehaviour },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  // What was typed is of no interest here and is not kept.
  request.resume();
  if (site.sendPattern.test(path) && request.method === 'POST') answerSend(site, send, response);
  else if (request.method === 'GET' && !NOT_A_PAGE.test(path)) answerLoad(site, load, path, response);
  else sendReply(jsonReply({ error: 'not here' }, {}, 404), response);
}

function answerLoad(site: WorldSite, load: SiteBehaviour, path: string, response: ServerResponse): void {
  switch (load.kind) {
    case 'dropped':
      response.socket?.destroy();
      break;
    case 'status':
      sendReply(htmlReply(`<!doctype html><p>This site answers ${load.status}.</p>`, {}, load.status), response);
      break;
    case 'well': {
      const nonce = randomBytes(16).toString('base64');
      sendReply(htmlReply(chatPage(site, path, nonce), pageHeaders(nonce)), response);
    }
  }
}

function answerSend(site: WorldSite, behaviour: SendBehaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'hang':
      break;
    case 'dropped':
      response.socket?.destroy();
      break;
    case 'status':
      sendReply(jsonReply({ error: `status ${behaviour.status}` }, {}, behaviour.status), response);
      break;
    case 'well':
      streamAnswer(site.answer, response);
  }
}

/** As strict as the strictest real site, so that whatever works here works there. */
function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cache-control': 'no-cache',
    'set-cookie': 'session=stand-in; Path=/; Secure; HttpOnly; SameSite=Lax',
  };
}
