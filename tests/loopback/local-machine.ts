import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What runs on the person's own machine, by the port that it is known under. */
export interface LocalMachine {
  /** Where all of it really listens. */
  port: number;
  /** `method host path`, in order. */
  requests: readonly string[];
  close(): void;
}

const OWN_CHAT = `<!doctype html><html lang="en"><title>A chat of one's own</title>
<main><textarea aria-label="Message" style="width:600px;height:120px"></textarea></main>`;

/** Ollama with two models, and a chat of the person's own on port 3000. Nothing else answers. */
export async function startLocalMachine(): Promise<LocalMachine> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { host = '' } = request.headers;
    requests.push(`${request.method} ${host} ${request.url}`);
    // As Ollama does by default: pages from elsewhere, and extensions that call themselves by name, are turned away.
    const { origin } = request.headers;
    const isStranger = origin !== undefined && !origin.startsWith('http://localhost');
    const isList = host === 'localhost:11434' && request.url === '/api/tags';
    if (isStranger) {
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
