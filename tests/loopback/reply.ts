import type { ServerResponse } from 'node:http';

/** A complete answer in memory, so that it can be broken on purpose. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export function jsonReply(document: unknown, headers: Readonly<Record<string, string>>, status = 200): Reply {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...headers, ...type }, body: JSON.stringify(document) };
}

export function xmlReply(body: string, headers: Readonly<Record<string, string>>): Reply {
  return { status: 200, headers: { ...headers, 'content-type': 'application/rss+xml; charset=utf-8' }, body };
}

export function htmlReply(body: string, headers: Readonly<Record<string, string>> = {}, status = 200): Reply {
  return { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body };
}

export function sendReply({ status, headers, body }: Reply, response: ServerResponse): void {
  response.writeHead(status, headers).end(body);
}
