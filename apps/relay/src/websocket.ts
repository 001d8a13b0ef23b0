/**
 * WebSockets of the relay: from an upgrade request to a connection of `createRelay`.
 *
 * **Privacy:** an address is compared with others, in memory, and never written down. No compression: it would tell by its length
 * something about what is inside.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import {
  CLOSE_CODES,
  MAX_FRAME_BYTES,
  RELAY_PATH,
  RELAY_PROTOCOL,
  type Peer,
  type Relay,
} from "@undivided/vault/relay";
import { WebSocketServer, type WebSocket } from "ws";

/** How long a connection that was told to close may take to say goodbye. */
const GOODBYE_MS = 2000;

const SENT_AS_IT_IS = { binary: true, compress: false };

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** `relay` is asked for each connection, since it is made anew when its database is. */
export const createUpgrade = (relay: () => Relay): Upgrade => {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => (protocols.has(RELAY_PROTOCOL) ? RELAY_PROTOCOL : false),
  });
  return (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const path = (request.url ?? "").split("?", 1)[0];
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
    if (path !== RELAY_PATH) return refuse(socket, "404 Not Found");
    // An older or newer app must hear that, not be talked to in a version that it did not ask for.
    if (!offered.includes(RELAY_PROTOCOL)) return refuse(socket, "426 Upgrade Required");
    server.handleUpgrade(request, socket, head, (webSocket) => {
      accept(webSocket, socket, relay(), addressOf(request));
    });
  };
};

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

const accept = (socket: WebSocket, stream: Duplex, relay: Relay, address: string): void => {
  socket.binaryType = "nodebuffer";
  let isCorked = false;
  const uncork = (): void => {
    isCorked = false;
    stream.uncork();
  };
  const peer: Peer = {
    send: (bytes) => {
      // What is said in one turn leaves in one write: the acknowledgements of a commit, above all.
      if (!isCorked) {
        isCorked = true;
        stream.cork();
        process.nextTick(uncork);
      }
      socket.send(bytes, SENT_AS_IT_IS);
    },
    unread: () => socket.bufferedAmount,
    close: (reason) => {
      // Who does not read would not read the goodbye either.
      if (reason === "slow") return socket.terminate();
      socket.close(CLOSE_CODES[reason], reason);
      setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
  const connection = relay.connect(peer, address);
  socket.on("error", () => socket.terminate());
  if (connection === null) return;
  socket.on("message", (frame, isBinary) => {
    if (isBinary && Buffer.isBuffer(frame)) connection.receive(frame);
    else connection.end("malformed");
  });
  socket.on("close", () => connection.gone());
};

/**
 * Whom the limits count together: an IPv4 address, or the 64 bits of IPv6 that one household has. Behind a proxy on this machine it
 * is the address that the proxy saw, the last that it added.
 */
export const addressOf = (
  request: Pick<IncomingMessage, "headers"> & { readonly socket: { readonly remoteAddress?: string | undefined } },
): string => {
  const direct = plain(request.socket.remoteAddress ?? "");
  const forwarded = request.headers["x-forwarded-for"];
  const list = Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "");
  const seen = list.split(",").at(-1)?.trim() ?? "";
  const isLocal = direct === "::1" || direct.startsWith("127.");
  return isLocal && seen !== "" ? networkOf(plain(seen)) : networkOf(direct);
};

const plain = (address: string): string => address.replace(/^::ffff:/, "");

const networkOf = (address: string): string => {
  if (!address.includes(":")) return address;
  const [front = "", back] = address.split("::", 2);
  const groups = front.split(":").filter((group) => group !== "");
  if (back === undefined) return groups.slice(0, 4).join(":");
  return [...groups, "0", "0", "0", "0"].slice(0, 4).join(":");
};
