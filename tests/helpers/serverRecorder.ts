import { connect, createServer, type AddressInfo, type Socket } from "node:net";

const PACKING = /sec-websocket-extensions:/i;

/** Stands between one client and the server and keeps every byte the server sends. */
export interface Recorder {
  readonly origin: string;
  /** All bytes so far, in order of arrival. Frames from a server are not masked, so texts are found as they are. */
  readonly bytes: () => Buffer;
  readonly close: () => Promise<void>;
}

/** `packed`: frames are recorded as they travel; else the client's offer to unpack them is kept from the server, and all is plain. */
export async function recordTo(port: number, { packed = false } = {}): Promise<Recorder> {
  const chunks: Buffer[] = [];
  const open = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    }
    server.on("data", (chunk) => chunks.push(Buffer.from(chunk)));
    client.once("data", (head: Buffer) => {
      const text = head.toString("latin1");
      server.write(packed ? head : Buffer.from(text.replace(PACKING, "x-no-extensions:"), "latin1"));
      client.pipe(server).pipe(client);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port: own } = listener.address() as AddressInfo; // listening on TCP
  return {
    origin: `http://127.0.0.1:${own}`,
    bytes: () => Buffer.concat(chunks),
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
