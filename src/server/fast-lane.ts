// Plain requests answered with finished bytes before Node's parser of HTTP sees them; any other request, and its connection from then on, is Node's.

import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Lane, LaneMaker } from "./listen.ts";
import { plainHeaders, plainRequest } from "./plain-request.ts";
import { headersOfUnchanged, isUnchanged, type Representation } from "./representation.ts";
import { shortBody, shortText } from "./send.ts";
import type { Watch } from "./watch.ts";

export interface Finished<Variant> {
  /** Which of an address's representations these headers ask for; null when it is not this server that they ask. */
  variantOf(headers: Readonly<Record<string, string>>): Variant | null;
  /** What is finished already. */
  ready(url: string, variant: Variant): Representation | undefined;
  /** The same once it is made; null when there is no such address. */
  make(url: string, variant: Variant): Promise<Representation | null>;
}

interface Head<Variant> {
  readonly headers: Readonly<Record<string, string>>;
  readonly variant: Variant;
  /** The client asks for nothing more. */
  readonly isLast: boolean;
}

interface Connection {
  readonly socket: Socket;
  /** Milliseconds, when something was last asked. */
  last: number;
  asked: number;
  isBusy: boolean;
  isEnding: boolean;
}

/** Then Node gets it, which closes it after as many. */
const mostRequests = 10_000;
/** So many heads are remembered; with a tag in each there is no end to them. */
const mostHeads = 500;

export function fastLane<Variant>(finished: Finished<Variant>, watch: Watch): LaneMaker {
  let heads = new Map<string, Head<Variant> | null>();
  const headOf = (rest: string): Head<Variant> | null => {
    const known = heads.get(rest);
    if (known !== undefined) return known;
    const headers = plainHeaders(rest);
    const variant = headers && finished.variantOf(headers);
    const isLast = headers?.connection?.toLowerCase() === "close";
    const head = headers && variant !== null ? { headers, variant, isLast } : null;
    if (heads.size >= mostHeads) heads = new Map();
    heads.set(rest, head);
    return head;
  };

  return (toNode, tooLate, patience): Lane => {
    const connections = new Map<Socket, Connection>();
    const clock = clockText();
    const kept = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(patience.keepAliveTimeout / 1000)}`;

    const leave = (connection: Connection, chunk: Buffer) => {
      const { socket } = connection;
      connections.delete(socket);
      socket.removeAllListeners();
      socket.resume();
      toNode(socket);
      socket.emit("data", chunk);
    };
    const end = (connection: Connection) => {
      if (connection.isBusy) connection.isEnding = true;
      else connection.socket.destroySoon();
    };
    /** Whatever comes after the last request is nobody's, as with Node. */
    const leaveOff = ({ socket }: Connection) => {
      socket.removeAllListeners("data");
      socket.resume();
      socket.destroySoon();
    };
    const answer = (
      connection: Connection,
      url: string,
      head: Head<Variant>,
      found: Representation,
      cached: boolean,
    ) => {
      const { socket, last: from } = connection;
      const id = watch.next();
      const wire = wireOf(found);
      const body = found.body as Buffer;
      const unchanged = isUnchanged(head, found);
      const last = `${head.isLast ? "Connection: close" : kept}\r\nX-Request-Id: ${id}\r\nDate: ${clock(from)}\r\n\r\n`;
      if (unchanged) socket.write(wire.unchanged + last, "latin1");
      else if (cached && body.length <= shortBody) socket.write(wire.whole + last + shortText(found, body), "latin1");
      else {
        socket.cork();
        socket.write(wire.whole + last, "latin1");
        socket.write(body);
        socket.uncork();
      }
      const status = unchanged ? 304 : found.status;
      const bytes = unchanged ? 0 : found.body.length;
      watch.ended({ id, method: "GET", url, status, took: performance.now() - from, bytes, cached, aborted: false });
    };
    const wait = (connection: Connection, url: string, head: Head<Variant>, chunk: Buffer) => {
      const { socket } = connection;
      connection.isBusy = true;
      watch.underWay(1);
      socket.pause();
      const settle = (made: Representation | null) => {
        connection.isBusy = false;
        watch.underWay(-1);
        if (!connections.has(socket)) return;
        if (made === null || !Buffer.isBuffer(made.body)) return leave(connection, chunk);
        answer(connection, url, head, made, false);
        if (head.isLast) leaveOff(connection);
        else if (connection.isEnding) socket.destroySoon();
        else socket.resume();
      };
      // What went wrong goes wrong once more over there, and is told.
      finished.make(url, head.variant).then(settle, () => settle(null));
    };
    const read = (connection: Connection, chunk: Buffer) => {
      const request = plainRequest(chunk.toString("latin1"));
      const head = request && headOf(request.rest);
      connection.asked += 1;
      // Who does not read what is sent is asked to wait by Node.
      if (!head || connection.asked > mostRequests || connection.socket.writableNeedDrain)
        return leave(connection, chunk);
      connection.last = performance.now();
      const found = finished.ready(request.url, head.variant);
      if (found && Buffer.isBuffer(found.body)) {
        answer(connection, request.url, head, found, true);
        if (head.isLast) leaveOff(connection);
      } else wait(connection, request.url, head, chunk);
    };
    const sweep = () => {
      const now = performance.now();
      for (const connection of connections.values()) {
        const { socket, asked, last, isBusy } = connection;
        if (isBusy || now - last < (asked === 0 ? patience.headersTimeout : patience.keepAliveTimeout)) continue;
        connections.delete(socket);
        if (asked === 0) tooLate(socket);
        else socket.destroySoon();
      }
    };
    const sweeping = setInterval(sweep, patience.connectionsCheckingInterval).unref();

    return {
      enter(socket) {
        const connection = { socket, last: performance.now(), asked: 0, isBusy: false, isEnding: false };
        connections.set(socket, connection);
        socket.on("data", (chunk: Buffer) => read(connection, chunk));
        socket.on("end", () => end(connection));
        socket.on("error", () => socket.destroy());
        socket.on("close", () => connections.delete(socket));
      },
      close() {
        clearInterval(sweeping);
        for (const connection of connections.values()) end(connection);
      },
    };
  };
}

/** What a representation is on the wire, up to the headers that each answer has its own of. */
interface Wire {
  readonly whole: string;
  readonly unchanged: string;
}

const wires = new WeakMap<Representation, Wire>();

function wireOf(found: Representation): Wire {
  const known = wires.get(found);
  if (known) return known;
  const { status, headers } = found;
  const wire = {
    whole: headText(status, headers),
    unchanged: headText(304, headersOfUnchanged(found)),
  };
  wires.set(found, wire);
  return wire;
}

function headText(status: number, headers: readonly string[]): string {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
  const text = lines.join("\r\n");
  // As Node does it: nothing of ours writes such a header, and nothing ever shall.
  if (/[^\t -~\u0080-\u00ff]/.test(lines.join(""))) throw new Error("a header holds a character that none may hold");
  return `${text}\r\n`;
}

/** The time of day as the header "Date" has it, written anew twice a second; like Node's own it is the machine's. */
function clockText(): (now: number) => string {
  let [text, written] = ["", Number.NEGATIVE_INFINITY];
  return (now) => {
    if (now - written > 500) [text, written] = [new Date(performance.timeOrigin + now).toUTCString(), now];
    return text;
  };
}
