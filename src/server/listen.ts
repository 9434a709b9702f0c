// Binding a port, and letting go of it in good order.

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../text/failure.ts";

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Takes no new request, finishes those that are under way, at most five seconds. */
  close(): Promise<void>;
}

/** Listens; port 0 takes a free one. A port that cannot be had is a Failure "port-…" with the remedy. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 },
    handler,
  );
  server.maxConnections = 2_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { host, port: address.port, close: () => drain(server) };
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const where = `${host}:${port}`;
  switch (error.code) {
    case "EADDRINUSE":
      return new Failure("port-in-use", `another program listens on ${where} already`, {
        hint: `stop it, or choose another port: --port ${port + 1}`,
      });
    case "EACCES":
      return new Failure("port-refused", `the system does not let this user listen on ${where}`, {
        hint: "choose a port above 1023",
      });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new Failure("host-unknown", `this machine has no address "${host}"`, { hint: "use --host 127.0.0.1" });
    default:
      return error;
  }
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}
