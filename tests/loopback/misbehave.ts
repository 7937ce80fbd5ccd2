import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { PageBehavior } from './behavior';
import { htmlReply, type Reply, sendReply } from './reply';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const WRONG_PAGE = '<!doctype html><title>One moment</title><p>We are busy with something. Come back soon.</p>';
const CHALLENGE_PAGE = '<!doctype html><title>Just a moment...</title><p>Show us that you are a person.</p>';
const SIGN_IN_PAGE =
  '<!doctype html><title>Welcome</title><form><input name="room"><input name="password" type="password"></form>';

/**
 * Sends the correct `reply` with this misbehavior. Broken answers have no ETag, because a browser would cache them and
 * later get 304 for them. Their CORS headers are those of the correct one.
 */
export function misbehave(behavior: PageBehavior, reply: Reply, response: ServerResponse): void {
  const origins = reply.headers['access-control-allow-origin'];
  const open: Record<string, string> = origins === undefined ? {} : { 'access-control-allow-origin': origins };
  switch (behavior.kind) {
    case 'well':
    // These kinds were already applied to the document.
    case 'empty':
    case 'wrong-page':
    case 'older-copy':
    case 'incidentio':
      sendReply(reply, response);
      break;
    case 'html':
      sendReply(htmlReply(WRONG_PAGE, open), response);
      break;
    case 'dropped':
      response.socket?.destroy();
      break;
    case 'stalled':
      response.writeHead(200, { ...open, ...JSON_TYPE }).write('{');
      break;
    case 'slow': {
      const timer = setTimeout(() => sendReply(reply, response), behavior.delayMs);
      response.once('close', () => clearTimeout(timer));
      break;
    }
    case 'truncated': {
      const body = reply.body.slice(0, reply.body.length / 2);
      sendReply({ status: 200, headers: { ...open, ...JSON_TYPE }, body }, response);
      break;
    }
    case 'status':
      sendReply(statusReply(behavior.status, behavior.retryAfterSeconds, open), response);
      break;
    case 'redirect':
      sendReply({ status: 302, headers: { ...open, location: behavior.to }, body: '' }, response);
      break;
    case 'challenge':
      sendReply(htmlReply(CHALLENGE_PAGE, { 'cf-mitigated': 'challenge' }, 403), response);
      break;
    case 'open-challenge':
      sendReply(htmlReply(CHALLENGE_PAGE, open), response);
      break;
    case 'sign-in':
      sendReply(htmlReply(SIGN_IN_PAGE, open), response);
      break;
    case 'wide': {
      const body = Buffer.from(`${behavior.isMarked ? '\uFEFF' : ''}${reply.body}`, 'utf16le');
      response.writeHead(200, { ...open, 'content-type': 'application/json' }).end(body);
      break;
    }
    case 'wrong-type':
      sendReply({ ...reply, headers: { ...open, 'content-type': 'text/plain' } }, response);
      break;
    case 'huge':
      response.writeHead(200, { ...open, ...JSON_TYPE, 'content-length': String(behavior.bytes) });
      send(blanks(behavior.bytes), response);
      break;
    case 'trickle': {
      response.writeHead(200, { ...open, ...JSON_TYPE });
      let sent = 0;
      const timer = setInterval(() => response.write(reply.body.charAt(sent++)), 1_000);
      response.once('close', () => clearInterval(timer));
      break;
    }
    case 'endless-headers':
      sendHeadersForever(response);
      break;
    case 'redirect-loop':
      sendReply({ status: 302, headers: { ...open, location: `?${Math.random()}` }, body: '' }, response);
      break;
    case 'bomb':
      response.writeHead(200, { ...open, ...JSON_TYPE, 'content-encoding': 'gzip' });
      Readable.from(blanks(behavior.bytes))
        .pipe(createGzip())
        .on('error', () => undefined)
        .pipe(response);
      break;
    case 'wrong-charset':
      response
        .writeHead(200, { ...open, 'content-type': 'application/json; charset=utf-8' })
        .end(Buffer.from(reply.body.replace(/[a-z]/g, '\u00FF'), 'latin1'));
      break;
    case 'endless':
      response.writeHead(200, { ...open, ...JSON_TYPE });
      send(endlessJson(), response);
  }
}

function statusReply(status: number, retryAfterSeconds: number | undefined, open: Record<string, string>): Reply {
  const later = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { status, headers: { ...open, ...later, 'content-type': 'text/plain' }, body: `This page answers ${status}.` };
}

/** Respects backpressure, so only what the client reads is generated. */
function send(parts: Iterable<string>, response: ServerResponse): void {
  Readable.from(parts)
    .on('error', () => undefined)
    .pipe(response);
}

/** Writes to the socket directly, because Node would end the headers. */
function sendHeadersForever(response: ServerResponse): void {
  const { socket } = response;
  socket?.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket?.write(`x-padding: ${'x'.repeat(1_000)}\r\n`), 1);
  socket?.once('close', () => clearInterval(timer));
}

function* blanks(bytes: number) {
  const part = ' '.repeat(65_536);
  for (let left = bytes; left > 0; left -= part.length) yield left < part.length ? part.slice(0, left) : part;
}

function* endlessJson() {
  yield '{"padding":"';
  while (true) yield 'x'.repeat(65_536);
}
