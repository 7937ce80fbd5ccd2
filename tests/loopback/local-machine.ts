import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on the user's own machine, by their usual port. */
export interface LocalMachine {
  /** The port that really listens. */
  port: number;
  /** `method host path`, in order. */
  requests: readonly string[];
  close(): void;
}

const OWN_CHAT = `<!doctype html><html lang="en"><title>A chat of one's own</title>
<main><textarea aria-label="Message" style="width:600px;height:120px"></textarea></main>`;

/** Ollama with two models and a custom chat on port 3000. Other ports do not answer. */
export async function startLocalMachine(): Promise<LocalMachine> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { host = '' } = request.headers;
    requests.push(`${request.method} ${host} ${request.url}`);
    // Ollama's default: requests with an Origin of other sites or of extensions are refused.
    const { origin } = request.headers;
    const isForeign = origin !== undefined && !origin.startsWith('http://localhost');
    const isList = host === 'localhost:11434' && request.url === '/api/tags';
    if (isForeign) {
      response.writeHead(403).end();
    } else if (isList) {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify({ models: [{ name: 'llama3.2:latest' }, { name: 'qwen3:8b' }] }));
    } else if (host === 'localhost:3000') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(OWN_CHAT);
    } else {
      request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, requests, close };
}
