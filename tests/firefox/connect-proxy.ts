import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface ConnectProxy {
  /** "127.0.0.1:1234" */
  address: string;
  close(): void;
}

/** Sends every HTTPS host to one loopback port, because Firefox has no resolver rules. Nothing leaves the machine. */
export async function connectProxy(tlsPort: number): Promise<ConnectProxy> {
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connect', (_, client) => {
    const upstream = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
