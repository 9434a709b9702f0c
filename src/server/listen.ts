// Binding a port, refusing what is no request, and letting go of it in good order.

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Failure } from "../text/failure.ts";

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Takes no new request, finishes those that are under way, at most five seconds. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Told of connections that never became a request. */
  readonly onRefused?: (status: number, reason: string) => void;
  readonly patience?: Patience;
  /** Sees connections before Node's parser does. */
  readonly lane?: LaneMaker;
}

export interface Lane {
  enter(socket: Socket): void;
  /** Ends its connections, those that wait for an answer after it. */
  close(): void;
}

/** `toNode` hands a connection over for good; `tooLate` is told of one that never asked anything. */
export type LaneMaker = (
  toNode: (socket: Socket) => void,
  tooLate: (socket: Socket) => void,
  patience: Patience,
) => Lane;

/** Milliseconds. */
export interface Patience {
  /** That a client has for its headers, for all of its request, and between two requests. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How often it is looked who has had enough. */
  readonly connectionsCheckingInterval: number;
}

const usual: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};
const mostConnections = 2_000;

/** Listens; port 0 takes a free one. A port that cannot be had is a Failure "port-…" with the remedy. */
export async function listen(
  handler: RequestListener,
  host: string,
  port: number,
  { onRefused = () => undefined, patience = usual, lane: makeLane }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 16_384, requireHostHeader: false, ...patience }, handler);
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = 10_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const { status, reason } = refusalOf(error.code);
    if (status !== 0) onRefused(status, reason);
    if (status === 0 || !socket.writable) socket.destroy();
    else socket.end(bareAnswer(status, reason));
  });
  server.on("drop", () => onRefused(503, "too many connections"));
  // Whoever wants to speak another protocol gets told in this one.
  server.on("upgrade", (_request, socket) => {
    onRefused(400, "another protocol");
    socket.end(bareAnswer(400, "this server does not change protocols"));
  });
  const lane = makeLane && laneBefore(server, makeLane, patience);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { host, port: address.port, close: () => drain(server, lane) };
}

/** Connections enter the lane first; the server's own listener gets those that it hands over. */
function laneBefore(server: Server, make: LaneMaker, patience: Patience): Lane {
  const own = server.listeners("connection");
  server.removeAllListeners("connection");
  const lane = make(
    (socket) => {
      for (const listener of own) listener.call(server, socket);
    },
    (socket) => server.emit("clientError", Object.assign(new Error(), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), socket),
    patience,
  );
  server.on("connection", (socket) => lane.enter(socket));
  return lane;
}

const reasons: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

function refusalOf(code: string | undefined): { readonly status: number; readonly reason: string } {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return { status: 431, reason: "the headers are too long" };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, reason: "the request took too long to arrive" };
    case "ECONNRESET":
    case "EPIPE":
      return { status: 0, reason: "the client left" };
    default:
      return { status: 400, reason: "this is not a request of HTTP" };
  }
}

/** For those who have not said yet what they read: one sentence. */
function bareAnswer(status: number, reason: string): string {
  const body = `${reason}\n`;
  return [
    `HTTP/1.1 ${status} ${reasons[status] ?? "Bad Request"}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    "X-Content-Type-Options: nosniff",
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
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

async function drain(server: Server, lane: Lane | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  lane?.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}
