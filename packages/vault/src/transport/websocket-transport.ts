/**
 * A Transport over a WebSocket (RFC 6455), in browsers and in Node.
 *
 * Takes what makes a socket instead of reaching for a global, so that the room stays free of both platforms:
 * `(url, protocols) => new WebSocket(url, protocols)`.
 */
import { RELAY_PATH, RELAY_PROTOCOL } from "../relay/protocol.ts";
import type { Link, LinkEvents, Transport } from "./transport.ts";

/** What is used of a WebSocket. */
export interface WebSocketLike {
  binaryType: string;
  readonly protocol: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  readonly send: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly close: (code?: number) => void;
}

export type MakeWebSocket = (url: string, protocols: string[]) => WebSocketLike;

/** From the address of a relay as people are given it to that of its socket; `undefined` for what is none. */
export const relaySocketUrl = (address: string): string | undefined => {
  const match = /^(http|https|ws|wss):\/\/([^/?#\s@]+)((?:\/[^?#\s]*)?)$/.exec(address.trim());
  if (match === null) return undefined;
  const [, scheme = "", host = "", path = ""] = match;
  const base = path.replace(/\/+$/, "");
  const secure = scheme === "https" || scheme === "wss";
  return `${secure ? "wss" : "ws"}://${host}${base.endsWith(RELAY_PATH) ? base : `${base}${RELAY_PATH}`}`;
};

export const createWebSocketTransport = (url: string, make: MakeWebSocket): Transport => ({
  connect: (events) => connect(url, make, events),
});

const connect = (url: string, make: MakeWebSocket, events: LinkEvents): Link => {
  let isOpen = false;
  let isOver = false;
  const end = (code: number | null): void => {
    if (isOver) return;
    isOver = true;
    isOpen = false;
    events.closed(code);
  };
  let socket: WebSocketLike;
  try {
    socket = make(url, [RELAY_PROTOCOL]);
  } catch {
    // An address that is none, or one that the page may not reach. Told later, as everything else is.
    void Promise.resolve().then(() => end(null));
    return { send: () => undefined, close: () => end(null) };
  }
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    if (isOver) return;
    if (socket.protocol !== RELAY_PROTOCOL) {
      // Something answers there, but it is no relay that this app can speak to.
      socket.close();
      return end(null);
    }
    isOpen = true;
    events.opened();
  };
  socket.onmessage = ({ data }: { readonly data: unknown }) => {
    if (!isOver && data instanceof ArrayBuffer) events.received(new Uint8Array(data));
  };
  socket.onclose = ({ code }: { readonly code: number }) => end(code);
  socket.onerror = () => undefined;
  return {
    send: (frame) => {
      if (isOpen) socket.send(new Uint8Array(frame));
    },
    close: () => {
      socket.close();
      end(null);
    },
  };
};
