/**
 * The routes of the server: the built app, a health address, counters, and what phones leave to be reminded.
 *
 * **Privacy:** keeps no log and no state about who asks.
 */
import { IncomingMessage } from "node:http";
import { type Context, Hono } from "hono";
import type { RelayCounters } from "@undivided/vault/relay";
import { metricsText } from "./metrics.ts";
import { addReminderRoutes } from "./reminders/reminder-routes.ts";
import type { Reminders } from "./reminders/reminders.ts";
import { securityHeaders } from "./security-headers.ts";
import { type Asset, type Encoding, indexPath, type Site } from "./site.ts";
import { addressOf } from "./websocket.ts";

export interface AppParts {
  readonly counters?: RelayCounters;
  readonly reminders?: Reminders;
}

/** Answers for the server to send. Without a site only the health address and what belongs to the given parts exist. */
export const createApp = (site: Site | undefined, { counters, reminders }: AppParts = {}): Hono => {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
  });
  for (const path of ["/health", "/healthz"]) {
    app.get(path, (context) => context.json({ status: "ok" }, 200, { "cache-control": "no-store" }));
  }
  if (counters !== undefined) {
    app.get("/metrics", (context) =>
      context.text(metricsText(counters), 200, {
        "cache-control": "no-store",
        "content-type": "text/plain; version=0.0.4; charset=utf-8",
      }),
    );
  }
  if (reminders !== undefined) addReminderRoutes(app, { reminders, addressOf: addressIn });
  app.get("*", (context) => {
    const asset = site === undefined ? undefined : findAsset(site, context);
    return asset === undefined ? context.notFound() : sendAsset(context, asset);
  });
  app.all("*", (context) => context.text("method not allowed\n", 405, { allow: "GET, HEAD" }));
  app.notFound((context) => context.text("not found\n", 404, { "cache-control": "no-store" }));
  // What went wrong may quote the request: it is neither sent nor written down.
  app.onError((_error, context) => context.text("internal error\n", 500, { "cache-control": "no-store" }));
  return app;
};

/** Empty where there is no socket: in tests. */
const addressIn = (env: unknown): string => {
  const hasSocket = typeof env === "object" && env !== null && "incoming" in env;
  return hasSocket && env.incoming instanceof IncomingMessage ? addressOf(env.incoming) : "";
};

const findAsset = (site: Site, context: Context): Asset | undefined => {
  const path = decodePath(context.req.path);
  if (path === undefined) return undefined;
  const exact = site.get(path === "/" ? indexPath : path);
  if (exact !== undefined) return exact;
  return isNavigation(context) && isPagePath(path) ? site.get(indexPath) : undefined;
};

const decodePath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/** A person opened an address, as against a page that loads a part: a missing part must fail, not come back as HTML. */
const isNavigation = (context: Context): boolean => {
  const mode = context.req.header("sec-fetch-mode");
  return mode === undefined ? (context.req.header("accept") ?? "").includes("text/html") : mode === "navigate";
};

/** The app's own addresses are plain words between slashes: no extension, no climbing. */
const isPagePath = (path: string): boolean => /^(\/[\w-]+)+\/?$/.test(path);

const sendAsset = (context: Context, asset: Asset): Response => {
  const encoding = chooseEncoding(asset, context.req.header("accept-encoding"));
  const body = encoding === undefined ? asset.plain : (asset.encoded[encoding] ?? asset.plain);
  const etag = `"${asset.hash}${encoding === undefined ? "" : `-${encoding}`}"`;
  const headers: Record<string, string> = {
    "cache-control": asset.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag,
    vary: "accept-encoding",
  };
  if (hasMatch(context.req.header("if-none-match"), etag)) return context.body(null, 304, headers);
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  headers["content-type"] = asset.contentType;
  headers["content-length"] = String(body.length);
  return context.body(new Uint8Array(body), 200, headers);
};

/** Brotli before gzip, when the browser takes it (RFC 9110, 12.5.3: `q=0` means not). */
const chooseEncoding = (asset: Asset, acceptEncoding: string | undefined): Encoding | undefined => {
  const accepted = new Set(
    (acceptEncoding ?? "")
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(";", 1)[0]),
  );
  const encodings: readonly Encoding[] = ["br", "gzip"];
  return encodings.find((encoding) => accepted.has(encoding) && asset.encoded[encoding] !== undefined);
};

const hasMatch = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((part) => part.trim() === "*" || part.trim().replace(/^W\//, "") === etag);
