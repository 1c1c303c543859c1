import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between clients and a server and counts what passes: sockets' bytes, frames' heads included, TCP's own not. */
export interface CountedLine {
  readonly origin: string;
  /** Bytes so far, to the clients and from them. */
  readonly count: () => Bytes;
  readonly close: () => void;
}
export interface Bytes {
  readonly down: number;
  readonly up: number;
}

export async function countedLine(port: number): Promise<CountedLine> {
  let [down, up] = [0, 0];
  const open = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    }
    server.on("data", (chunk) => (down += chunk.length));
    client.on("data", (chunk) => (up += chunk.length));
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, // listening on TCP
    count: () => ({ down, up }),
    close: () => {
      for (const socket of open) socket.destroy();
      listener.close();
    },
  };
}
