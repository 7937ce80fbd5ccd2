import type { ServerResponse } from 'node:http';

/** Delay between two words: fast enough for tests, slow enough to be visible. */
const WORD_MS = 15;

/** An event stream that sends one word per event. */
export function streamAnswer(
  answer: string,
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
  wordMs = WORD_MS,
): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const words = answer.match(/\S+\s*/g) ?? [];
  const timer = setInterval(() => {
    const text = words.shift();
    if (text === undefined) response.end();
    else response.write(`data: ${JSON.stringify({ text })}\n\n`);
  }, wordMs);
  response.once('close', () => clearInterval(timer));
}
