import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SendBehavior, SiteBehavior } from '@/tests/loopback/behavior';
import { htmlReply, jsonReply, sendReply } from '@/tests/loopback/reply';
import { hostOf } from '@/tests/loopback/request-log';
import { chatPage } from './chat-page';
import { chatgptAnswer, claudeAnswer, type LongConversation, longTurns } from './long-conversation';
import type { LoopbackSite } from './loopback-site';
import { sendUrl } from './send-url';
import { streamAnswer } from './stream-answer';

/** Some words have arrived by then. */
const CUT_AFTER_MS = 60;
const NOT_A_PAGE = /^\/(api|backend-)|\.\w+$/;

export function answerSite(
  site: LoopbackSite,
  { load, send }: { load: SiteBehavior; send: SendBehavior },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  const host = hostOf(request);
  const isSend = host === sendUrl(site).host && site.sendPattern.test(path);
  // The message text is not needed and not stored.
  request.resume();
  if (isSend && request.method === 'POST') answerSend(site, send, response);
  // Preflight requests are answered even while the site is down.
  else if (isSend && request.method === 'OPTIONS')
    sendReply({ status: 204, headers: crossOrigin(site), body: '' }, response);
  else if (host === site.host && path === site.read?.path && load.kind === 'well' && load.conversation !== undefined)
    answerRead(site.read, load.conversation, response);
  else if (host === site.host && request.method === 'GET' && !NOT_A_PAGE.test(path))
    answerLoad(site, load, path, response);
  // A site that is down also fails for other requests of its pages, such as sign-ins.
  else if (host === site.host && load.kind === 'status')
    sendReply(jsonReply({ error: `status ${load.status}` }, {}, load.status), response);
  else sendReply(jsonReply({ error: 'not here' }, {}, 404), response);
}

/** Answers the endpoint from which a page reads its conversation. */
function answerRead(
  read: NonNullable<LoopbackSite['read']>,
  conversation: LongConversation,
  response: ServerResponse,
): void {
  const turns = longTurns(conversation);
  switch (conversation.endpoint) {
    case 'well':
      sendReply(jsonReply(read.answer(turns), {}), response);
      break;
    case 'down':
      sendReply(jsonReply({ error: 'overloaded' }, {}, 503), response);
      break;
    case 'foreign': {
      // The shape of the other site, and the conversation of somebody else.
      const foreign = read.path.startsWith('/api/') ? chatgptAnswer : claudeAnswer;
      sendReply(jsonReply(foreign('someone-else', turns), {}), response);
      break;
    }
    case 'silent':
      break;
  }
}

function answerLoad(site: LoopbackSite, load: SiteBehavior, path: string, response: ServerResponse): void {
  switch (load.kind) {
    case 'dropped':
      response.socket?.destroy();
      break;
    case 'status':
      sendReply(htmlReply(`<!doctype html><p>This site answers ${load.status}.</p>`, {}, load.status), response);
      break;
    case 'stalled':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write('<!doctype html><p>This page');
      break;
    case 'redirect':
      sendReply({ status: 302, headers: { location: load.to }, body: '' }, response);
      break;
    case 'well': {
      const nonce = randomBytes(16).toString('base64');
      const runsInline = load.conversation?.hostility === 'scripts';
      sendReply(htmlReply(chatPage(site, path, nonce, load), pageHeaders(site, nonce, runsInline)), response);
    }
  }
}

function answerSend(site: LoopbackSite, behavior: SendBehavior, response: ServerResponse): void {
  switch (behavior.kind) {
    case 'hang':
      break;
    case 'dropped':
      response.socket?.destroy();
      break;
    case 'status':
      sendReply(jsonReply({ error: `status ${behavior.status}` }, refusal(site, behavior), behavior.status), response);
      break;
    case 'cut':
      streamAnswer(site.answer, crossOrigin(site), response);
      setTimeout(() => response.socket?.destroy(), CUT_AFTER_MS);
      break;
    case 'error-event':
      response.writeHead(200, { ...crossOrigin(site), 'content-type': 'text/event-stream' });
      response.end('event: error\ndata: {"type":"error"}\n\n');
      break;
    case 'empty':
      response.writeHead(200, { ...crossOrigin(site), 'content-type': 'text/event-stream' }).end();
      break;
    case 'slow': {
      const { delayMs, wordMs } = behavior;
      const timer = setTimeout(() => streamAnswer(site.answer, crossOrigin(site), response, wordMs), delayMs);
      response.once('close', () => clearTimeout(timer));
      break;
    }
    case 'well':
      streamAnswer(site.answer, crossOrigin(site), response, behavior.wordMs);
  }
}

/** RFC 6455, section 1.3. */
const HANDSHAKE_SALT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Answers the handshake of a WebSocket. An opened socket sends no frame. */
export function answerHandshake(behavior: SendBehavior, request: IncomingMessage, socket: Duplex): void {
  switch (behavior.kind) {
    case 'hang':
      break;
    case 'status':
      socket.end(`HTTP/1.1 ${behavior.status} Refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      break;
    case 'well': {
      const key = `${request.headers['sec-websocket-key'] ?? ''}${HANDSHAKE_SALT}`;
      const accept = createHash('sha1').update(key).digest('base64');
      const lines = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: Upgrade'];
      socket.write([...lines, `sec-websocket-accept: ${accept}`, '', ''].join('\r\n'));
      break;
    }
    default:
      socket.destroy();
  }
}

/** The headers of a refused message. */
function refusal(site: LoopbackSite, { retryAfterSeconds }: Extract<SendBehavior, { kind: 'status' }>) {
  const later = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { ...crossOrigin(site), ...later };
}

/** CORS headers of a separate API host, for the site's own pages only. */
function crossOrigin({ host, sendHost }: LoopbackSite): Record<string, string> {
  if (sendHost === undefined) return {};
  return {
    'access-control-allow-origin': `https://${host}`,
    'access-control-allow-headers': 'authorization, content-type',
    vary: 'origin',
  };
}

/** As strict as the strictest real site, unless scripts in its messages are to run. */
function pageHeaders(site: LoopbackSite, nonce: string, runsInline: boolean): Record<string, string> {
  const scripts = runsInline
    ? ["script-src 'unsafe-inline'"]
    : [`script-src 'nonce-${nonce}'`, "require-trusted-types-for 'script'", "trusted-types 'none'"];
  return {
    'content-security-policy': [
      "default-src 'none'",
      ...scripts,
      `style-src 'nonce-${nonce}'`,
      `connect-src 'self' ${sendUrl(site).origin} wss://${site.host}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-cache',
    'set-cookie': 'session=stand-in; Path=/; Secure; HttpOnly; SameSite=Lax',
  };
}
