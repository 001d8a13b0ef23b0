/**
 * The address by which a phone leaves its reminders, takes them back, and learns the key that its browser needs.
 *
 * Any phone may: that it belongs to a space here would prove nothing, since anybody can found one, and would tell the relay which
 * pair it rings for (docs/adr/0024). What it could do harm with is limited by name.
 * **Privacy:** the secret is in a header and not in the address, which a proxy may write down.
 */
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { millis } from "@undivided/domain";
import { createBuckets } from "@undivided/vault/relay";
import { MAX_BODY_BYTES, phoneNameOf, readReminderRequest } from "./reminder-request.ts";
import type { Reminders } from "./reminders.ts";

export const REMINDERS_PATH = "/relay/reminders";

/** Changes from one address: a household's phones while they plan a month, and a phone that plans all day. */
export const CHANGES_OF_ADDRESS = { burst: 120, perSecond: 0.1 } as const;

const NO_STORE = { "cache-control": "no-store" } as const;

export interface ReminderRouteDeps {
  readonly reminders: Reminders;
  /** Whom the limit counts together. */
  readonly addressOf: (env: unknown) => string;
}

export const addReminderRoutes = (app: Hono, { reminders, addressOf }: ReminderRouteDeps): void => {
  const changes = createBuckets(CHANGES_OF_ADDRESS, () => millis(reminders.now()));
  let sweptAt = reminders.now();
  const refuse = (context: Context, status: 400 | 401 | 403 | 404 | 413 | 503 | 507, why: string): Response =>
    context.json({ refused: why }, status, NO_STORE);

  app.get(REMINDERS_PATH, (context) => context.json({ key: reminders.publicKey }, 200, NO_STORE));

  // Below here only what changes something: reading the key costs nothing.
  app.use(REMINDERS_PATH, async (context, next) => {
    if (reminders.now() - sweptAt > 60_000) {
      sweptAt = reminders.now();
      changes.sweep();
    }
    const waitMs = changes.take(addressOf(context.env), 1);
    if (waitMs === 0) return next();
    const seconds = String(Math.ceil(waitMs / 1000));
    return context.json({ refused: "rate-of-address" }, 429, { ...NO_STORE, "retry-after": seconds });
  });

  app.put(
    REMINDERS_PATH,
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => refuse(context, 413, "too-large") }),
    async (context) => {
      const name = phoneNameOf(context.req.header("authorization"));
      if (name === null) return refuse(context, 401, "no-secret");
      // A page of another origin cannot send this without asking first, and nobody answers that question.
      if (context.req.header("content-type") !== "application/json") return refuse(context, 400, "malformed");
      const asked = readReminderRequest(await context.req.text(), reminders.now());
      if (asked.type === "error") return refuse(context, 400, asked.error.type);
      const { endpoint, times } = asked.value;
      const outcome = kept(() => reminders.leave(name, endpoint, times, siteOf(context)));
      switch (outcome) {
        case "kept":
          return context.body(null, 204, NO_STORE);
        case "unknown-phone":
          return refuse(context, 404, outcome);
        case "not-a-push-service":
          return refuse(context, 403, outcome);
        case "full":
          return refuse(context, 507, outcome);
        case "storage-failed":
          return refuse(context, 503, outcome);
      }
    },
  );

  app.delete(REMINDERS_PATH, (context) => {
    const name = phoneNameOf(context.req.header("authorization"));
    if (name === null) return refuse(context, 401, "no-secret");
    // Whether it was there is not said.
    const outcome = kept(() => reminders.forget(name));
    return outcome === "storage-failed" ? refuse(context, 503, outcome) : context.body(null, 204, NO_STORE);
  });
};

/** What SQLite throws has no words for a phone. */
const kept = <T>(run: () => T): T | "storage-failed" => {
  try {
    return run();
  } catch {
    return "storage-failed";
  }
};

/** The origin of the app, as the browser says it; for push services that want to know whom to turn to. */
const siteOf = (context: Context): string => {
  const origin = context.req.header("origin") ?? "";
  return origin.length <= 256 && URL.canParse(origin) ? new URL(origin).origin : "";
};
