import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { PageBehaviour } from './behaviour';
import { htmlReply, type Reply, sendReply } from './reply';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const WRONG_PAGE = '<!doctype html><title>One moment</title><p>We are busy with something. Come back soon.</p>';
const CHALLENGE_PAGE = '<!doctype html><title>Just a moment...</title><p>Show us that you are a person.</p>';
const SIGN_IN_PAGE =
  '<!doctype html><title>Welcome</title><form><input name="room"><input name="password" type="password"></form>';

/**
 * Sends `reply`, which is a good one, the way that `behaviour` says. Spoilt answers carry no ETag: else a browser
 * would keep them, and be told later that they are still true. They are as open to other origins as the good one.
 */
export function misbehave(behaviour: PageBehaviour, reply: Reply, response: ServerResponse): void {
  const origins = reply.headers['access-control-allow-origin'];
  const open: Record<string, string> = origins === undefined ? {} : { 'access-control-allow-origin': origins };
  switch (behaviour.kind) {
    case 'well':
    // What these spoil was spoilt in the document.
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
      const timer = setTimeout(() => sendReply(reply, response), behaviour.delayMs);
      response.once('close', () => clearTimeout(timer));
      break;
    }
    case 'truncated': {
      const body = reply.body.slice(0, reply.body.length / 2);
      sendReply({ status: 200, headers: { ...open, ...JSON_TYPE }, body }, response);
      break;
    }
    case 'status':
      sendReply(statusReply(behaviour.status, behaviour.retryAfterSeconds, open), response);
      break;
    case 'redirect':
      sendReply({ status: 302, headers: { ...open, location: behaviour.to }, body: '' }, response);
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
      const body = Buffer.from(`${behaviour.isMarked ? '\uFEFF' : ''}${reply.body}`, 'utf16le');
      response.writeHead(200, { ...open, 'content-type': 'application/json' }).end(body);
      break;
    }
    case 'wrong-type':
      sendReply({ ...reply, headers: { ...open, 'content-type': 'text/plain' } }, response);
      break;
    case 'endless':
      response.writeHead(200, { ...open, ...JSON_TYPE });
      // Waits for the reader like any stream, so only what is read is ever made.
      Readable.from(endlessJson())
        .on('error', () => undefined)
        .pipe(response);
  }
}

function statusReply(status: number, retryAfterSeconds: number | undefined, open: Record<string, string>): Reply {
  const later = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { status, headers: { ...open, ...later, 'content-type': 'text/plain' }, body: `This page answers ${status}.` };
}

function* endlessJson() {
  yield '{"padding":"';
  while (true) yield 'x'.repeat(65_536);
}
