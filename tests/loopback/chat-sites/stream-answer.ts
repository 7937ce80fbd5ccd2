import type { ServerResponse } from 'node:http';

/** Between two words: fast enough for tests, slow enough to be seen. */
const WORD_MS = 15;

/** An event stream, word by word. */
export function streamAnswer(
  answer: string,
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const words = answer.match(/\S+\s*/g) ?? [];
  const timer = setInterval(() => {
    const text = words.shift();
    if (text === undefined) response.end();
    else response.write(`data: ${JSON.stringify({ text })}\n\n`);
  }, WORD_MS);
  response.once('close', () => clearInterval(timer));
}
