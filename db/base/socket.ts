import { Socket } from 'node:net';
import type { SocketAddress } from './connection.ts';

/** Opens a socket to a server; it may be written to at once. Not for Workers. */
export function openSocket({ host, port, path }: SocketAddress): Socket {
  const socket = new Socket();
  // The driver listens a moment later; an address that fails at once would end the process.
  socket.on('error', () => undefined);
  const [name = 'localhost'] = host;
  // Which server its certificate must name.
  Object.assign(socket, { host: name });
  if (path !== false) socket.connect(path);
  else socket.connect(port[0] ?? 5432, name);
  return socket;
}
