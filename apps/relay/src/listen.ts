/**
 * Opens the port and closes it again.
 *
 * `localhost` means this machine in both worlds: browsers may try ::1 first, tools 127.0.0.1, so both are opened on one
 * port. Any other host is opened as it is given.
 */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Upgrade } from "./websocket.ts";

export type ListenOutcome =
  | {
      readonly type: "listening";
      readonly port: number;
      /** Lets running answers finish for a second, then cuts them off. Resolves when the port is free. */
      readonly close: () => Promise<void>;
    }
  | { readonly type: "port-in-use" }
  | { readonly type: "port-forbidden" }
  | { readonly type: "host-unknown" }
  /** Certificate and key do not go together, or are none. */
  | { readonly type: "tls-unusable" };

export interface ListenOptions {
  readonly upgrade?: Upgrade;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
}

/** Listens on `port`, or on a free one when it is 0. Throws what it has no name for. */
export const listen = async (
  app: Hono,
  host: string,
  port: number,
  options: ListenOptions = {},
): Promise<ListenOutcome> => {
  const servers: (Server | SecureServer)[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer));
  };
  const addresses = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  let boundPort = port;
  const answer = getRequestListener(app.fetch, { hostname: host });
  for (const address of addresses) {
    const server = createOne((request, response) => void answer(request, response), options.tls);
    if (server === undefined) return { type: "tls-unusable" };
    if (options.upgrade !== undefined) server.on("upgrade", options.upgrade);
    const opened = await open(server, address, boundPort);
    if (opened.type === "opened") {
      servers.push(server);
      boundPort = opened.port;
      continue;
    }
    // A machine may have only one of the two worlds.
    if (host === "localhost" && opened.type === "host-unknown" && (servers.length > 0 || address === "127.0.0.1")) {
      continue;
    }
    await close();
    return opened;
  }
  return { type: "listening", port: boundPort, close };
};

const createOne = (listener: RequestListener, tls: ListenOptions["tls"]): Server | SecureServer | undefined => {
  if (tls === undefined) return createServer(listener);
  try {
    return createSecureServer({ ...tls, minVersion: "TLSv1.2" }, listener);
  } catch {
    return undefined;
  }
};

type OpenOutcome =
  { readonly type: "opened"; readonly port: number } | Exclude<ListenOutcome, { readonly type: "listening" }>;

const open = (server: Server | SecureServer, address: string, port: number): Promise<OpenOutcome> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: Error) => {
      const outcome = nameError("code" in error ? error.code : undefined);
      if (outcome === undefined) reject(error);
      else resolve(outcome);
    });
    server.listen({ host: address, port, exclusive: true }, () => {
      const bound = server.address();
      resolve({ type: "opened", port: bound === null || typeof bound === "string" ? port : bound.port });
    });
  });

const nameError = (code: unknown): OpenOutcome | undefined => {
  switch (code) {
    case "EADDRINUSE":
      return { type: "port-in-use" };
    case "EACCES":
      return { type: "port-forbidden" };
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EAI_AGAIN":
    case "EINVAL":
    case "ENOTFOUND":
      return { type: "host-unknown" };
    default:
      return undefined;
  }
};

const closeServer = (server: Server | SecureServer): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
