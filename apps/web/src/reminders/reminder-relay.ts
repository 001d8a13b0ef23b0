/** The relay's side of reminders by push (docs/spec/reminders.md), asked by the page and by the service worker: the app's own origin. */

const ADDRESS = "/relay/reminders";

/** As many as a relay takes. */
const MAX_TIMES = 64;

export type Answer =
  | "kept"
  /** It rings nobody, or there is no relay at this address. */
  | "not-offered"
  /** Without a network, or it cannot take it now. */
  | "unreachable"
  /** It rings no phone of this browser's push service, or does not know this device. */
  | "refused";

export type KeyAnswer =
  { readonly type: "key"; readonly key: string } | { readonly type: "not-offered" | "unreachable" };

export interface ReminderRelay {
  /** The key that a subscription must be bound to. */
  readonly key: () => Promise<KeyAnswer>;
  /** In place of all that this device left before; null: only the address of the pushes has changed. */
  readonly leave: (secret: string, endpoint: string, times: readonly number[] | null) => Promise<Answer>;
  /** Goes on also when the page is left meanwhile. */
  readonly forget: (secret: string) => Promise<Answer>;
}

export const createReminderRelay = (ask: typeof fetch): ReminderRelay => {
  const send = async (method: "PUT" | "DELETE", secret: string, body: string | null): Promise<Answer> => {
    try {
      const { status } = await ask(ADDRESS, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body === null ? {} : { "content-type": "application/json" }),
        },
        ...{ body, keepalive: true, cache: "no-store" },
      });
      return answerOf(status);
    } catch {
      return "unreachable";
    }
  };
  return {
    key: async () => {
      try {
        const response = await ask(ADDRESS, { cache: "no-store" });
        const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
        if (!response.ok || !isJson) return { type: response.status >= 500 ? "unreachable" : "not-offered" };
        const value: unknown = await response.json();
        const hasKey = typeof value === "object" && value !== null && "key" in value && typeof value.key === "string";
        return hasKey ? { type: "key", key: String(value.key) } : { type: "not-offered" };
      } catch {
        return { type: "unreachable" };
      }
    },
    leave: (secret, endpoint, times) => {
      const left = times === null ? {} : { times: times.slice(0, MAX_TIMES) };
      return send("PUT", secret, JSON.stringify({ endpoint, ...left }));
    },
    forget: (secret) => send("DELETE", secret, null),
  };
};

const answerOf = (status: number): Answer => {
  if (status === 204) return "kept";
  // 405: the app is served by something that is no relay, or a relay that rings nobody.
  if (status === 405 || status === 501) return "not-offered";
  return status === 429 || status >= 500 ? "unreachable" : "refused";
};
